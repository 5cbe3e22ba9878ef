import type { Alternative } from "../alternative.js";
import { argumentError } from "../argument-error.js";
import { checkFinite } from "../check-values.js";
import { normalUpperTail } from "../distributions/normal.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { mostSignFlips, signFlipLowerTail } from "./sign-flips.js";
import { signedRanks } from "./signed-ranks.js";
import type { SignedRanks, ZeroRule } from "./signed-ranks.js";

export interface SignedRankOptions {
  /** What becomes of people without change, "pratt" unless told. */
  readonly zeros?: ZeroRule;
  /** "two-sided" unless told; "greater" asks whether people went up. */
  readonly alternative?: Alternative;
  /** Most changes other than zero for which the p-value is exact, 0 to 1000; 1000 unless told. */
  readonly exactUpTo?: number;
  /** Whether the normal approximation brings the rank sum half a rank nearer to its mean; false unless told. */
  readonly continuityCorrection?: boolean;
}

/** Wilcoxon's signed-rank test. */
export interface SignedRankTest {
  readonly kind: "signedRankTest";
  /** Sum of the ranks of the people who went up. */
  readonly positiveRankSum: number;
  /** Sum of the ranks of the people who went down. */
  readonly negativeRankSum: number;
  /** The positive rank sum less its mean under no change, in standard deviations; ties are allowed for. */
  readonly z: number;
  readonly pValue: number;
  readonly alternative: Alternative;
  /** All people. */
  readonly n: number;
  /** People who changed: those whose ranks are summed. */
  readonly nUsed: number;
  readonly nZero: number;
  /** People who changed by as much as another did, up or down. */
  readonly nTied: number;
  readonly zeros: ZeroRule;
  readonly method:
    | "Wilcoxon signed-rank, exact"
    | "Wilcoxon signed-rank, normal approximation"
    | "Wilcoxon signed-rank, normal approximation with continuity correction";
}

/**
 * Wilcoxon's signed-rank test: whether changes tend to be up or down, weighing larger changes more.
 *
 * The p-value is exact given the sizes of the changes, ties and zeros included: each person who changed is as likely to
 * have gone up as down. Two-sided, it is the probability of a rank sum at least as far from its mean as the one seen,
 * which is twice the smaller tail and at most 1. With more changes than `exactUpTo` the normal approximation is used, its
 * variance corrected for ties, and `method` says so.
 *
 * @param differences changes, after less before, in one unit: as `differences` gives them, so that ties are seen as ties;
 * the caller drops and counts people without both scores
 * @returns the test; unavailable when there are no people or nobody changed
 * @throws RangeError when a change is not finite or exactUpTo is not a whole number, 0 to 1000
 * @see Wilcoxon (1945) Biometrics Bull 1:80-83; Pratt (1959) J Am Stat Assoc 54:655-667 (zeros); Streitberg & Röhmel (1986)
 * Stat Software Newsletter 12:10-17 (exact with ties); the p-values are those of R's coin::wilcoxsign_test
 * @example
 * signedRankTest([2, 1, 1, 2, 0, 1, 2, 0, 2, 1, 0, -1, 1, 2, 2]) // => { positiveRankSum: 107.5, negativeRankSum: 6.5, z: 2.9266143, pValue: 0.00341796875, nZero: 3 }
 */
export function signedRankTest(
  differences: readonly number[],
  {
    zeros = "pratt",
    alternative = "two-sided",
    exactUpTo = mostSignFlips,
    continuityCorrection = false,
  }: SignedRankOptions = {},
): SignedRankTest | Unavailable {
  checkFinite(differences, "signedRankTest: differences");
  if (!(Number.isInteger(exactUpTo) && exactUpTo >= 0 && exactUpTo <= mostSignFlips))
    throw argumentError("signedRankTest: exactUpTo", `a whole number, 0 to ${mostSignFlips}`, exactUpTo);
  const n = differences.length;
  if (n === 0) return unavailable("no pairs");
  const ranks = signedRanks(differences, zeros);
  const nUsed = ranks.signed.length;
  if (nUsed === 0) return unavailable("nobody changed");
  const isExact = nUsed <= exactUpTo;
  const correction = isExact || !continuityCorrection ? 0 : 1;
  return {
    kind: "signedRankTest",
    positiveRankSum: ranks.positive,
    negativeRankSum: ranks.negative,
    z: standardised(ranks, 0),
    pValue: isExact ? exactPValue(ranks, alternative) : normalPValue(ranks, alternative, correction),
    alternative,
    n,
    nUsed,
    nZero: ranks.nZero,
    nTied: ranks.nTied,
    zeros,
    method: isExact
      ? "Wilcoxon signed-rank, exact"
      : continuityCorrection
        ? "Wilcoxon signed-rank, normal approximation with continuity correction"
        : "Wilcoxon signed-rank, normal approximation",
  };
}

function exactPValue({ signed, positive, negative }: SignedRanks, alternative: Alternative): number {
  const doubled = signed.map((rank) => 2 * Math.abs(rank));
  if (alternative === "greater") return signFlipLowerTail(doubled, 2 * negative);
  if (alternative === "less") return signFlipLowerTail(doubled, 2 * positive);
  return Math.min(1, 2 * signFlipLowerTail(doubled, 2 * Math.min(positive, negative)));
}

function normalPValue(ranks: SignedRanks, alternative: Alternative, correction: number): number {
  if (alternative === "greater") return normalUpperTail(standardised(ranks, -correction));
  if (alternative === "less") return normalUpperTail(-standardised(ranks, correction));
  const distance = Math.abs(ranks.positive - ranks.negative);
  const z = Math.max(0, distance - correction) / rootSumOfSquares(ranks);
  return Math.min(1, 2 * normalUpperTail(z));
}

/** The rank sums differ by twice what the positive one is from its mean; half a rank is a shift of 1. */
function standardised(ranks: SignedRanks, shift: number): number {
  return (ranks.positive - ranks.negative + shift) / rootSumOfSquares(ranks);
}

function rootSumOfSquares({ signed }: SignedRanks): number {
  return Math.sqrt(signed.reduce((sum, rank) => sum + rank * rank, 0));
}
