import { findRoot } from "../numeric/root.js";

/**
 * Newcombe's score interval for a probability of superiority.
 *
 * @param halfWins twice the pairs won by the first group, plus the tied pairs
 * @param sizes how many values each group has, at least 1
 * @param multiplier normal quantile of the upper limit
 * @returns the limits, 0 to 1; the limit beyond an estimate of 0 or 1 is that estimate
 * @see Newcombe (2006) Stat Med 25:559-573, method 5: both n - 1 of Hanley and McNeil's variance are replaced by their mean
 * @example
 * scoreLimits(72, { firstN: 6, secondN: 6 }, 1.959963984540054) // => { low: 0.68923057, high: 1 }
 */
export function scoreLimits(
  halfWins: number,
  { firstN, secondN }: { readonly firstN: number; readonly secondN: number },
  multiplier: number,
): { readonly low: number; readonly high: number } {
  const pairs = firstN * secondN;
  const others = (firstN + secondN) / 2 - 1;
  const scale = multiplier ** 2 / pairs;
  const lower = (estimate: number) => lowerLimit(estimate, scale, others);
  // the variance is the same at θ and 1 - θ, so the upper limit is the lower one seen from the other group
  return { low: lower(halfWins / (2 * pairs)), high: 1 - lower((2 * pairs - halfWins) / (2 * pairs)) };
}

/** Where (θ - estimate)² = scale × θ(1 - θ)(1 + others × ((1 - θ)/(2 - θ) + θ/(1 + θ))), below the estimate. */
function lowerLimit(estimate: number, scale: number, others: number): number {
  if (estimate === 0) return 0;
  const excess = (theta: number) => {
    const spread = theta * (1 - theta);
    const factor = 1 + others * ((1 - theta) / (2 - theta) + theta / (1 + theta));
    const factorSlope = others * (1 / (1 + theta) ** 2 - 1 / (2 - theta) ** 2);
    return {
      value: (theta - estimate) ** 2 - scale * spread * factor,
      slope: 2 * (theta - estimate) - scale * ((1 - 2 * theta) * factor + spread * factorSlope),
    };
  };
  // at an estimate of 1 the equation also holds at 1, so the search ends before it
  return findRoot(excess, 0, estimate === 1 ? 1 - scale / (2 + 2 * scale) : estimate);
}
