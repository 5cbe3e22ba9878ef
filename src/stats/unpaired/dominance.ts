import { checkCounts, checkLength } from "../check-values.js";

/** Two groups compared pair by pair: every first value against every second. */
export interface Dominance {
  readonly firstN: number;
  readonly secondN: number;
  /** Twice the pairs in which the first value is higher, plus the tied pairs: a whole number. */
  readonly halfWins: number;
  /** Pairs in which neither is higher. */
  readonly tiedPairs: number;
  /** How many share each distinct value, from lowest to highest, over both groups. */
  readonly ties: readonly number[];
}

/** How far single values of each group stand above the other group. */
export interface PlacementVariances {
  /** Variance over the first group of the share of the second that each value is above; ties count half. */
  readonly first: number;
  /** Variance over the second group of the share of the first that is above each value; ties count half. */
  readonly second: number;
}

/**
 * Compares every value of one group with every value of another, from their counts.
 *
 * @param first one count per value or category, from lowest to highest
 * @param second as first, in the same categories
 * @param where the function asking, for the error message
 * @returns the pairs won and tied
 * @throws RangeError when the lengths differ or a count is not whole
 * @see Cliff (1993) Psychol Bull 114:494-509, for dominance
 * @example
 * dominance([1, 0, 2], [1, 1, 0], "demo") // => { firstN: 3, secondN: 2, halfWins: 9, tiedPairs: 1, ties: [2, 1, 2] }
 */
export function dominance(first: ArrayLike<number>, second: ArrayLike<number>, where: string): Dominance {
  checkCounts(first, `${where}: first`);
  checkCounts(second, `${where}: second`);
  checkLength(second.length, first.length, `${where}: second`);
  const ties: number[] = [];
  let firstN = 0;
  let secondN = 0;
  let halfWins = 0;
  let tiedPairs = 0;
  for (let category = 0; category < first.length; category += 1) {
    const ours = first[category] as number;
    const theirs = second[category] as number;
    if (ours + theirs > 0) ties.push(ours + theirs);
    halfWins += ours * (2 * secondN + theirs);
    tiedPairs += ours * theirs;
    firstN += ours;
    secondN += theirs;
  }
  return { firstN, secondN, halfWins, tiedPairs, ties };
}

/**
 * The variances of the placements, of which the standard error of the probability of superiority is made.
 *
 * @param first one count per value or category, from lowest to highest; at least 2 values in all
 * @param second as first, in the same categories
 * @returns sample variances, with n - 1 below the line
 * @see DeLong, DeLong & Clarke-Pearson (1988) Biometrics 44:837-845; Brunner & Munzel (2000) Biom J 42:17-25
 * @example
 * placementVariances([1, 0, 2], [1, 1, 0]) // => { first: 0.1875, second: 0.0138888889 }
 */
export function placementVariances(first: ArrayLike<number>, second: ArrayLike<number>): PlacementVariances {
  const { firstN, secondN, halfWins } = dominance(first, second, "placementVariances");
  const superiority = halfWins / (2 * firstN * secondN);
  let seconds = 0;
  let firsts = 0;
  let firstSquares = 0;
  let secondSquares = 0;
  for (let category = 0; category < first.length; category += 1) {
    const ours = first[category] as number;
    const theirs = second[category] as number;
    firstSquares += ours * ((2 * seconds + theirs) / (2 * secondN) - superiority) ** 2;
    secondSquares += theirs * ((2 * (firstN - firsts) - ours) / (2 * firstN) - superiority) ** 2;
    firsts += ours;
    seconds += theirs;
  }
  return { first: firstSquares / (firstN - 1), second: secondSquares / (secondN - 1) };
}
