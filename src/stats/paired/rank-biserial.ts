import { checkFinite } from "../check-values.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { signedRanks } from "./signed-ranks.js";
import type { ZeroRule } from "./signed-ranks.js";

/** The effect size that belongs with the signed-rank test. */
export interface RankBiserial {
  readonly kind: "rankBiserial";
  /** -1 when every change is down, 1 when every change is up. */
  readonly estimate: number;
  /** All people. */
  readonly n: number;
  readonly nZero: number;
  readonly zeros: ZeroRule;
  readonly method:
    | "matched-pairs rank-biserial, zeros dropped"
    | "matched-pairs rank-biserial, zeros ranked and counted to neither side (Pratt)";
}

/**
 * The matched-pairs rank-biserial correlation: the share of the ranks of the changes that is up, less the share that is
 * down.
 *
 * By the rule "wilcoxon" people without change are left out, so that few but one-sided changes give a large value. By
 * "pratt" they are ranked and count to neither side, so that they bring the value nearer to 0. No interval is given: those
 * in print take the spread under no effect for the spread under the effect seen. `hodgesLehmann` gives one for the change
 * itself.
 *
 * @param differences changes, after less before, in one unit: as `differences` gives them, so that ties are seen as ties;
 * the caller drops and counts people without both scores
 * @param zeros what becomes of people without change, "wilcoxon" unless told
 * @returns the correlation, -1 to 1; unavailable when there are no people or nobody changed
 * @throws RangeError when a change is not finite
 * @see Kerby (2014) Compr Psychol 3:11.IT.3.1; King & Minium (2003) Statistical Reasoning in Psychology and Education, 4th
 * ed.; zeros dropped as R's effectsize::rank_biserial
 * @example
 * matchedRankBiserial([2, 1, 1, 2, 0, 1, 2, 0, 2, 1, 0, -1, 1, 2, 2]) // => { estimate: 0.91025641, nZero: 3 }
 */
export function matchedRankBiserial(
  differences: readonly number[],
  zeros: ZeroRule = "wilcoxon",
): RankBiserial | Unavailable {
  checkFinite(differences, "matchedRankBiserial: differences");
  if (differences.length === 0) return unavailable("no pairs");
  const { positive, negative, total, nZero } = signedRanks(differences, zeros);
  if (positive + negative === 0) return unavailable("nobody changed");
  return {
    kind: "rankBiserial",
    estimate: (positive - negative) / total,
    n: differences.length,
    nZero,
    zeros,
    method:
      zeros === "wilcoxon"
        ? "matched-pairs rank-biserial, zeros dropped"
        : "matched-pairs rank-biserial, zeros ranked and counted to neither side (Pratt)",
  };
}
