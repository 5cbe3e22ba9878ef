import type { Alternative } from "../alternative.js";
import { checkFinite } from "../check-values.js";
import { binomialCdf } from "../distributions/binomial.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";

/** The sign test: how many went up against how many went down. */
export interface SignTest {
  readonly kind: "signTest";
  readonly nPositive: number;
  readonly nNegative: number;
  /** People without change, who say nothing about the direction and are left out. */
  readonly nZero: number;
  /** All people. */
  readonly n: number;
  readonly pValue: number;
  readonly alternative: Alternative;
  readonly method: "sign test, exact binomial, zeros dropped";
}

/**
 * The sign test: whether more people went up than down, whatever the size of the change.
 *
 * Each person who changed is as likely to have gone up as down if nothing happened. Two-sided, the p-value is twice the
 * smaller tail and at most 1.
 *
 * @param differences changes, after less before, in one unit: as `differences` gives them, so that no change is seen as
 * none; the caller drops and counts people without both scores
 * @param alternative "two-sided" unless told; "greater" asks whether people went up
 * @returns the test; unavailable when there are no people or nobody changed
 * @throws RangeError when a change is not finite
 * @see Arbuthnott (1710) Phil Trans 27:186-190; Hollander, Wolfe & Chicken (2014) Nonparametric Statistical Methods, 3rd
 * ed., section 3.4; the p-values are those of R's binom.test
 * @example
 * signTest([2, 1, 1, 2, 0, 1, 2, 0, 2, 1, 0, -1, 1, 2, 2]) // => { nPositive: 11, nNegative: 1, nZero: 3, pValue: 0.00634765625 }
 */
export function signTest(
  differences: readonly number[],
  alternative: Alternative = "two-sided",
): SignTest | Unavailable {
  checkFinite(differences, "signTest: differences");
  const n = differences.length;
  if (n === 0) return unavailable("no pairs");
  const nPositive = differences.filter((change) => change > 0).length;
  const nNegative = differences.filter((change) => change < 0).length;
  const nUsed = nPositive + nNegative;
  if (nUsed === 0) return unavailable("nobody changed");
  const pValues: Record<Alternative, number> = {
    "two-sided": Math.min(1, 2 * binomialCdf(Math.min(nPositive, nNegative), nUsed, 0.5)),
    greater: binomialCdf(nNegative, nUsed, 0.5),
    less: binomialCdf(nPositive, nUsed, 0.5),
  };
  return {
    kind: "signTest",
    nPositive,
    nNegative,
    nZero: n - nUsed,
    n,
    pValue: pValues[alternative],
    alternative,
    method: "sign test, exact binomial, zeros dropped",
  };
}
