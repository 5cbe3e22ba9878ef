import { argumentError } from "../argument-error.js";
import { checkWhole } from "../check-values.js";

/** How many of how many: people in one group, or in one cluster. */
export interface Count {
  readonly successes: number;
  readonly n: number;
}

/**
 * Refuses a count that cannot be: data may hold nobody, but not more successes than people.
 *
 * @param count whole numbers, 0 or more
 * @param where the function, and the parameter where it is not obvious, as "newcombeDifference: first"
 * @returns the count, unchanged
 * @throws RangeError when n is not a whole number from 0, or successes not one from 0 to n
 * @example
 * checkCount({ successes: 2, n: 3 }, "wilsonInterval") // => { successes: 2, n: 3 }
 */
export function checkCount(count: Count, where: string): Count {
  const { successes, n } = count;
  checkWhole(n, 0, `${where}: n`);
  if (!(Number.isSafeInteger(successes) && successes >= 0 && successes <= n)) {
    throw argumentError(`${where}: successes`, `a whole number, 0 to ${n}`, successes);
  }
  return count;
}
