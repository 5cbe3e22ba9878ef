import { argumentError } from "../argument-error.js";
import { findRoot } from "../numeric/root.js";

/** A continuous distribution symmetric about 0, described on its positive half. */
export interface SymmetricDistribution {
  /** Density at x, 0 or more. */
  readonly density: (x: number) => number;
  /** Probability between 0 and x. */
  readonly centre: (x: number) => number;
  /** Probability above x. */
  readonly upperTail: (x: number) => number;
}

/**
 * The quantile of a distribution symmetric about 0, found where the probability has most digits.
 *
 * Near the median the search matches the probability between 0 and x; in the tails it matches the
 * log of the tail over the log of x, so that 1e-300 is as easy as 0.01. A last Newton step removes
 * the rounding of the logs.
 *
 * @param p probability below the quantile, 0 to 1
 * @param distribution the positive half of a distribution at least as wide as the standard normal
 * @param where the function asking, for the error message
 * @returns the quantile; -Infinity at 0 and Infinity at 1
 * @throws RangeError when p is not from 0 to 1
 * @example
 * symmetricQuantile(0.75, { density: (x) => Math.exp(-x) / 2, centre: (x) => -Math.expm1(-x) / 2, upperTail: (x) => Math.exp(-x) / 2 }, "laplace") // => 0.6931471805599453
 */
export function symmetricQuantile(p: number, distribution: SymmetricDistribution, where: string): number {
  if (!(p >= 0 && p <= 1)) throw argumentError(`${where}: p`, "0 to 1", p);
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  const distance = tail > 0.25 ? solveCentre(0.5 - tail, distribution) : solveTail(tail, distribution);
  return p < 0.5 ? -distance : distance;
}

function solveCentre(target: number, { density, centre }: SymmetricDistribution): number {
  const low = target / density(0);
  let high = 2 * low;
  while (centre(high) < target) high *= 2;
  return findRoot((x) => ({ value: centre(x) - target, slope: density(x) }), low, high);
}

function solveTail(target: number, { density, upperTail }: SymmetricDistribution): number {
  if (target === 0) return Infinity;
  let highLog = 1;
  while (upperTail(Math.exp(highLog)) > target) highLog *= 2;
  const lowLog = highLog === 1 ? Math.log(0.5) : highLog / 2;
  const atLog = (logX: number) => {
    const x = Math.exp(logX);
    const tail = upperTail(x);
    return { value: Math.log(tail / target), slope: (-density(x) * x) / tail };
  };
  const x = Math.exp(findRoot(atLog, lowLog, highLog));
  const polish = (upperTail(x) - target) / density(x);
  return Number.isFinite(polish) ? x + polish : x;
}
