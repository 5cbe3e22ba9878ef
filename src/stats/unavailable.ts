/** A statistic the data cannot support, with the reason in words a report can print. */
export interface Unavailable {
  readonly kind: "unavailable";
  readonly reason: string;
}

/**
 * Says that the data cannot support a statistic, and why.
 *
 * @param reason lower case, no full stop
 * @returns a value to be returned in place of the estimate
 * @example
 * unavailable("every cluster has one value") // => { kind: "unavailable", reason: "every cluster has one value" }
 */
export function unavailable(reason: string): Unavailable {
  return { kind: "unavailable", reason };
}
