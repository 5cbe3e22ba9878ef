import { checkFinite, checkLength } from "../check-values.js";
import { chiSquaredUpperTail } from "../distributions/chi-squared.js";
import type { Count } from "../proportions/count.js";
import { checkCount } from "../proportions/count.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";

/** A test for a trend in proportions over ordered groups. */
export interface TrendResult {
  readonly kind: "cochranArmitageTest";
  /** Chi-squared on one degree of freedom, the square of z. */
  readonly statistic: number;
  /** Above 0 when the proportion rises with the score. */
  readonly z: number;
  readonly pValue: number;
  /** Change of the proportion for one unit of score, by least squares weighted by group size. */
  readonly slope: number;
  /** Score of each group, in the order given. */
  readonly scores: readonly number[];
  readonly n: number;
  /** Places of the groups with nobody in them, from 0: they do not count. */
  readonly droppedGroups: readonly number[];
  readonly method: "Cochran-Armitage, normal approximation";
}

/** Ordered groups with a score each. */
export interface ScoredGroups {
  readonly groups: readonly (Count & { readonly score: number })[];
  readonly successes: number;
  readonly n: number;
  readonly scores: readonly number[];
  readonly droppedGroups: readonly number[];
}

/**
 * Tests for a trend in proportions over ordered groups, by the normal approximation.
 *
 * The p-value is two-sided. With few people the approximation may mislead: {@link cochranArmitageExactTest} is exact.
 * Scores are a choice made before the results are seen; only their relative distances matter.
 *
 * @param groups in their order: successes of n; a group with n 0 is left out and told
 * @param scores one a group, in order of the groups; 1, 2, 3 and so on unless told
 * @returns the test and the slope; unavailable when fewer than two groups hold anyone, or all answer alike
 * @throws RangeError when a count or a score is outside its range, or their numbers differ
 * @see Cochran (1954) Biometrics 10:417-451; Armitage (1955) Biometrics 11:375-386
 * @example
 * cochranArmitageTest([{ successes: 3, n: 12 }, { successes: 6, n: 12 }, { successes: 8, n: 12 }, { successes: 11, n: 12 }]) // => { statistic: 11.588571, pValue: 0.00066358366, slope: 0.21666667 }
 */
export function cochranArmitageTest(
  groups: readonly Count[],
  scores?: readonly number[],
): TrendResult | Unavailable {
  const scored = scoredGroups(groups, "cochranArmitageTest", scores);
  if ("kind" in scored) return scored;
  const { successes, n } = scored;
  const share = successes / n;
  const meanScore = scored.groups.reduce((sum, group) => sum + group.score * group.n, 0) / n;
  const sumOver = (part: (group: Count & { score: number }) => number) =>
    scored.groups.reduce((sum, group) => sum + part(group), 0);
  const trend = sumOver((group) => (group.score - meanScore) * (group.successes - group.n * share));
  const spread = sumOver((group) => group.n * (group.score - meanScore) ** 2);
  const z = trend / Math.sqrt(share * (1 - share) * spread);
  return {
    kind: "cochranArmitageTest",
    statistic: z ** 2,
    z,
    pValue: chiSquaredUpperTail(z ** 2, 1),
    slope: trend / spread,
    scores: scored.scores,
    n,
    droppedGroups: scored.droppedGroups,
    method: "Cochran-Armitage, normal approximation",
  };
}

/**
 * Gives ordered groups their scores, and leaves out those with nobody in them.
 *
 * @param groups in their order: successes of n
 * @param where the function asking, for the error message
 * @param scores one a group; 1, 2, 3 and so on unless told
 * @returns the groups that hold anyone; unavailable when no trend can be looked for
 * @throws RangeError when a count or a score is outside its range, or their numbers differ
 * @see {@link cochranArmitageTest}
 * @example
 * scoredGroups([{ successes: 1, n: 2 }, { successes: 0, n: 0 }, { successes: 2, n: 2 }], "cochranArmitageTest") // => { groups: [{ score: 1 }, { score: 3 }], successes: 3, n: 4, droppedGroups: [1] }
 */
export function scoredGroups(
  groups: readonly Count[],
  where: string,
  scores: readonly number[] = groups.map((_, index) => index + 1),
): ScoredGroups | Unavailable {
  groups.forEach((group, index) => checkCount(group, `${where}: groups[${index}]`));
  checkFinite(scores, `${where}: scores`);
  checkLength(scores.length, groups.length, `${where}: scores`);
  const filled = groups.map((group, index) => ({ ...group, score: scores[index]! })).filter(({ n }) => n > 0);
  const successes = filled.reduce((sum, group) => sum + group.successes, 0);
  const n = filled.reduce((sum, group) => sum + group.n, 0);
  if (filled.length < 2) return unavailable("fewer than two groups hold anyone");
  if (filled.every(({ score }) => score === filled[0]!.score))
    return unavailable("all groups have the same score");
  if (successes === 0 || successes === n) return unavailable("everyone answers alike");
  const droppedGroups = groups.flatMap((group, index) => (group.n > 0 ? [] : [index]));
  return { groups: filled, successes, n, scores, droppedGroups };
}
