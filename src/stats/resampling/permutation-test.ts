import { argumentError } from "../argument-error.js";
import { checkFinite } from "../check-values.js";
import { emptyGroup } from "../unpaired/empty-group.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { monteCarloError } from "./monte-carlo.js";
import { permutationsOf, permutationsOfMeans } from "./permutations.js";
import type { TwoGroupStatistic } from "./permutations.js";

export interface PermutationOptions {
  /** The study's seed. */
  readonly seed: number;
  /** What is drawn, as "hours/waves"; the same seed and family give the same draws. */
  readonly family: string;
  /** Arrangements drawn when not all are counted; whole number, at least 1; 10,000 unless told. */
  readonly replicates?: number;
  /** All arrangements are counted when that takes at most this many additions; 10 million unless told, 0 for never. */
  readonly exactUpTo?: number;
  /** Difference of means unless told. */
  readonly statistic?: TwoGroupStatistic;
}

/** Whether two groups differ by more than the luck of who fell in which. */
export interface PermutationTest {
  readonly kind: "permutationTest";
  /** The statistic on the groups as they are: mean of the first less mean of the second, unless told. */
  readonly estimate: number;
  /** Two-sided: the statistic at least as far from 0, either way. Never 0. */
  readonly pValue: number;
  /** One-sided: the statistic at least as high. Never 0. */
  readonly pValueFirstHigher: number;
  /** One-sided: the statistic at most as high. Never 0. */
  readonly pValueFirstLower: number;
  /** Standard error of pValue from drawing arrangements; 0 when all were counted. */
  readonly monteCarloError: number;
  /** Arrangements drawn; null when all were counted. */
  readonly replicates: number | null;
  readonly firstN: number;
  readonly secondN: number;
  readonly method: "exact, all arrangements" | "Monte Carlo, (b + 1) / (B + 1)";
}

const TEN_MILLION = 1e7;

/**
 * A permutation test of two groups: who is in which group is shuffled, the values stay.
 *
 * Exact where counting every arrangement is cheap: small groups, and groups of some hundreds when all values are whole
 * numbers. Otherwise seeded draws, the arrangement observed being one of them, so that p is never 0. Says that the two
 * distributions differ; a difference of means alone, only when their spreads are alike. Statistics equal but for rounding
 * count as equal.
 *
 * @param first values in any unit; observed values only, the caller drops and counts the missing
 * @param second as first
 * @param options seed, family, replicates, exactUpTo, statistic
 * @returns the difference and its p-values; unavailable when a group is empty or everyone has the same value
 * @throws RangeError when a value or the statistic is not finite, or an option is out of range
 * @see Phipson & Smyth (2010) Stat Appl Genet Mol Biol 9:39 on (b + 1) / (B + 1); R coin oneway_test
 * @example
 * permutationTest([4, 5, 3, 4, 4], [3, 2, 3, 4, 2, 1], { seed: 1, family: "demo" }) // => { estimate: 1.5, pValue: 0.034632035, method: "exact, all arrangements" }
 */
export function permutationTest(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  options: PermutationOptions,
): PermutationTest | Unavailable {
  const a = Array.from(checkFinite(first, "permutationTest: first"));
  const b = Array.from(checkFinite(second, "permutationTest: second"));
  const limit = options.exactUpTo ?? TEN_MILLION;
  if (!(limit >= 0)) throw argumentError("permutationTest: exactUpTo", "0 or more", limit);
  const empty = emptyGroup(a.length, b.length);
  if (empty !== null) return empty;
  const pooled = [...a, ...b];
  if (pooled.every((value) => value === pooled[0])) return unavailable("everyone has the same value");

  const { seed, family, replicates = 10_000, statistic } = options;
  const permutations = statistic === undefined ? permutationsOfMeans(a, b) : permutationsOf(a, b, statistic);
  const isExact = permutations.cost <= limit;
  const shares = isExact ? permutations.countAll() : permutations.draw({ seed, family, replicates });
  return {
    kind: "permutationTest",
    estimate: permutations.estimate,
    pValue: shares.far,
    pValueFirstHigher: shares.high,
    pValueFirstLower: shares.low,
    monteCarloError: isExact ? 0 : monteCarloError(shares.far, replicates),
    replicates: isExact ? null : replicates,
    firstN: a.length,
    secondN: b.length,
    method: isExact ? "exact, all arrangements" : "Monte Carlo, (b + 1) / (B + 1)",
  };
}
