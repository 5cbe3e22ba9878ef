import { logChoose } from "../numeric/log-factorial.js";
import { rangeOf } from "../numeric/range.js";
import type { Count } from "../proportions/count.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { scoredGroups } from "./cochran-armitage.js";

/** An exact test for a trend in proportions over ordered groups. */
export interface ExactTrendResult {
  readonly kind: "cochranArmitageExactTest";
  /** Sum of the scores of the successes. */
  readonly statistic: number;
  /** Its mean if the groups do not differ. */
  readonly expected: number;
  /** Chance of a sum at least as far from its mean, either way. */
  readonly pValue: number;
  /** Chance of a sum at least as large: for a rising trend looked for alone. */
  readonly pValueGreater: number;
  /** Chance of a sum at least as small: for a falling trend looked for alone. */
  readonly pValueLess: number;
  readonly scores: readonly number[];
  readonly n: number;
  /** Places of the groups with nobody in them, from 0: they do not count. */
  readonly droppedGroups: readonly number[];
  readonly method: "Cochran-Armitage, exact given the margins";
}

/** How many successes are spoken for, their scores' sum, and the probability of coming to that. */
type Sums = Map<number, { readonly sum: number; readonly probability: number }>;

/** Sums that differ by less than this share of the range of the scores are the same sum. */
const SAME_SUM = 1e-9;
const MOST_STEPS = 1_000_000;
const tooManyWays = unavailable("too many ways to share out the successes for an exact test");

/**
 * Tests for a trend in proportions over ordered groups, exactly: every way in which the successes can fall on the
 * groups, given how many there are.
 *
 * The two-sided p-value counts sums at least as far from their mean, as coin does. Past some hundreds of people, or
 * fewer with uneven scores, the work is too much and the answer is "unavailable": use {@link cochranArmitageTest}
 * there.
 *
 * @param groups in their order: successes of n; a group with n 0 is left out and told
 * @param scores one a group, in order of the groups; 1, 2, 3 and so on unless told
 * @returns the exact p-values; unavailable when fewer than two groups hold anyone, all answer alike, or the work is
 * too much
 * @throws RangeError when a count or a score is outside its range, or their numbers differ
 * @see Armitage (1955) Biometrics 11:375-386; Agresti (1992) Stat Sci 7:131-153, section 4
 * @example
 * cochranArmitageExactTest([{ successes: 0, n: 3 }, { successes: 1, n: 3 }, { successes: 3, n: 3 }]) // => { statistic: 11, expected: 8, pValue: 0.047619048 }
 */
export function cochranArmitageExactTest(
  groups: readonly Count[],
  scores?: readonly number[],
): ExactTrendResult | Unavailable {
  const scored = scoredGroups(groups, "cochranArmitageExactTest", scores);
  if ("kind" in scored) return scored;
  const { successes, n } = scored;
  if (n > MOST_STEPS) return tooManyWays;
  const used = scored.groups.map(({ score }) => score);
  const [lowest, highest] = rangeOf(used);
  const isWhole = used.every(Number.isInteger);
  const slack = (highest - lowest) * SAME_SUM;
  const unit = isWhole ? 1 : slack;

  let left = n;
  let steps = 0;
  let bySuccesses: Sums[] = [new Map([[0, { sum: 0, probability: 1 }]])];
  for (const group of scored.groups) {
    left -= group.n;
    const next: Sums[] = [];
    for (const [spoken, sums] of bySuccesses.entries()) {
      const open = successes - spoken;
      for (let count = Math.max(0, open - left); count <= Math.min(group.n, open); count += 1) {
        steps += sums.size;
        if (steps > MOST_STEPS) return tooManyWays;
        const share = Math.exp(
          logChoose(group.n, count) + logChoose(left, open - count) - logChoose(left + group.n, open),
        );
        const into = (next[spoken + count] ??= new Map());
        for (const { sum, probability } of sums.values())
          addTo(into, sum + count * (group.score - lowest), probability * share, unit);
      }
    }
    bySuccesses = Array.from(next, (sums) => sums ?? new Map());
  }

  const seen = scored.groups.reduce((sum, group) => sum + group.successes * (group.score - lowest), 0);
  const mean =
    scored.groups.reduce((sum, group) => sum + group.n * (group.score - lowest), 0) * (successes / n);
  const ends = [...bySuccesses[successes]!.values()];
  const chance = (isAsExtreme: (sum: number) => boolean) => {
    const add = (total: number, end: { readonly probability: number }) => total + end.probability;
    return ends.filter(({ sum }) => isAsExtreme(sum)).reduce(add, 0) / ends.reduce(add, 0);
  };
  return {
    kind: "cochranArmitageExactTest",
    statistic: seen + lowest * successes,
    expected: mean + lowest * successes,
    pValue: chance((sum) => Math.abs(sum - mean) >= Math.abs(seen - mean) - slack),
    pValueGreater: chance((sum) => sum >= seen - slack),
    pValueLess: chance((sum) => sum <= seen + slack),
    scores: scored.scores,
    n,
    droppedGroups: scored.droppedGroups,
    method: "Cochran-Armitage, exact given the margins",
  };
}

function addTo(sums: Sums, sum: number, probability: number, unit: number): void {
  const key = Math.round(sum / unit);
  const known = sums.get(key);
  sums.set(key, { sum: known?.sum ?? sum, probability: probability + (known?.probability ?? 0) });
}
