import { invariant } from "../../core/invariant.js";
import { mean, standardDeviation } from "../../stats/means/summary.js";

/** How far Trusts' costs per IMG lie apart, and how much of that the uncertainty of the inputs alone would bring about. In GBP squared. */
export interface VarianceOfTrusts {
  /** Sample variance of the Trusts' costs, n - 1 below the line. */
  readonly observed: number;
  /** Mean over Trusts of the variance that uncertain inputs give to one Trust's cost. */
  readonly input: number;
  /** Observed less input: without bias, and below 0 where few Trusts happen to lie close together. */
  readonly unbiased: number;
  /** The same, 0 where it is below: what is shown. */
  readonly between: number;
  /** Shares of between and input in their sum, which add up to 1; null when both are 0. */
  readonly shares: { readonly between: number; readonly input: number } | null;
}

/**
 * Variance between Trusts net of input error, by moments: what is observed is the true spread plus, on average, the error
 * of one Trust's cost.
 *
 * Source: Cochran (1954) Biometrics 10:101-129, equal weights; Hedges & Olkin (1985), section 9.3.
 *
 * @param costs cost per IMG of each Trust, at least 2
 * @param inputVariances variance of each from its inputs, in the same order, 0 or more
 * @example varianceOfTrusts([4000, 6000], [500000, 500000]).between // => 1500000
 */
export function varianceOfTrusts(
  costs: readonly number[],
  inputVariances: readonly number[],
): VarianceOfTrusts {
  invariant(costs.length === inputVariances.length, "a variance for each Trust's cost");
  const observed = standardDeviation(costs) ** 2;
  const input = mean(inputVariances);
  const unbiased = observed - input;
  const between = Math.max(0, unbiased);
  const sum = between + input;
  return {
    observed,
    input,
    unbiased,
    between,
    shares: sum === 0 ? null : { between: between / sum, input: input / sum },
  };
}
