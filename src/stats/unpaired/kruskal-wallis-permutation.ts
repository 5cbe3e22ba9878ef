import { argumentError } from "../argument-error.js";
import { checkFinite, checkWhole } from "../check-values.js";
import { choose } from "../numeric/binomial-coefficients.js";
import { ROUNDING } from "../numeric/rounding.js";
import { sumOf } from "../numeric/sum.js";
import { generatorFor } from "../resampling/generator.js";
import { monteCarloError, monteCarloPValue } from "../resampling/monte-carlo.js";
import { pickToFront } from "../resampling/shuffles.js";
import type { Unavailable } from "../unavailable.js";
import { centredRanks, kruskalWallisTest } from "./kruskal-wallis.js";
import { countValues } from "./value-counts.js";

export interface KruskalWallisPermutationOptions {
  /** The study's seed. */
  readonly seed: number;
  /** What is drawn, as "confidence/grades"; the same seed and family give the same draws. */
  readonly family: string;
  /** Arrangements drawn when not all are counted; whole number, at least 1; 10,000 unless told. */
  readonly replicates?: number;
  /** All arrangements are counted when there are at most this many, 1 million unless told; 0 for never. */
  readonly exactUpTo?: number;
}

/** Whether any of several groups tends to have higher values, by who fell in which group. */
export interface KruskalWallisPermutation {
  readonly kind: "kruskalWallisPermutation";
  /** Corrected for ties. */
  readonly h: number;
  /** Arrangements with an H at least as high. Never 0. */
  readonly pValue: number;
  /** Standard error of pValue from drawing arrangements; 0 when all were counted. */
  readonly monteCarloError: number;
  /** Arrangements drawn; null when all were counted. */
  readonly replicates: number | null;
  /** h / (n - 1), 0 to 1. */
  readonly epsilonSquared: number;
  readonly n: number;
  /** Groups with at least one value. */
  readonly groups: number;
  /** Groups passed over because they have no values. */
  readonly emptyGroups: number;
  readonly method: "exact, all arrangements" | "Monte Carlo, (b + 1) / (B + 1)";
}

const ONE_MILLION = 1e6;

/**
 * The Kruskal-Wallis test with a p-value that needs no large groups: values are shuffled among the groups.
 *
 * Every arrangement is counted when there are few, otherwise seeded ones are drawn, the observed one among them. As
 * {@link kruskalWallisTest} it passes over empty groups and treats people as independent: for groups within one Trust.
 *
 * @param groups values in one unit; observed values only, the caller drops and counts the missing
 * @param options seed, family, replicates, exactUpTo
 * @returns H and its p-value; unavailable when fewer than 2 groups have values or all are equal
 * @throws RangeError when a value is not finite or an option is outside its range
 * @see Kruskal & Wallis (1952) JASA 47:583-621; Phipson & Smyth (2010) Stat Appl Genet Mol Biol 9:39
 * @example
 * kruskalWallisPermutationTest([[1, 2, 3], [4, 5, 6], [7, 8]], { seed: 1, family: "demo" }) // => { h: 6.25, pValue: 0.010714286, method: "exact, all arrangements" }
 */
export function kruskalWallisPermutationTest(
  groups: readonly ArrayLike<number>[],
  { seed, family, replicates = 10_000, exactUpTo = ONE_MILLION }: KruskalWallisPermutationOptions,
): KruskalWallisPermutation | Unavailable {
  const where = "kruskalWallisPermutationTest";
  groups.forEach((group, index) => checkFinite(group, `${where}: group ${index + 1}`));
  checkWhole(replicates, 1, `${where}: replicates`);
  if (!(exactUpTo >= 0)) throw argumentError(`${where}: exactUpTo`, "0 or more", exactUpTo);
  const found = kruskalWallisTest(groups);
  if (found.kind === "unavailable") return found;
  const { h, epsilonSquared, n, emptyGroups } = found;
  const { ties, ranks, sizes, rankSums } = rankedGroups(groups, n);
  const far =
    rankSums.reduce((sum, rankSum, group) => sum + rankSum ** 2 / sizes[group]!, 0) * (1 - ROUNDING);
  const isExact = arrangementsOf(sizes) <= exactUpTo;
  const pValue = isExact
    ? countFar({ ties, ranks, sizes }, far) / arrangementsOf(sizes)
    : monteCarloPValue(drawFar({ ties, ranks, sizes }, far, { seed, family, replicates }), replicates);
  return {
    kind: "kruskalWallisPermutation",
    h,
    pValue: Math.min(1, pValue),
    monteCarloError: isExact ? 0 : monteCarloError(pValue, replicates),
    replicates: isExact ? null : replicates,
    epsilonSquared,
    n,
    groups: sizes.length,
    emptyGroups,
    method: isExact ? "exact, all arrangements" : "Monte Carlo, (b + 1) / (B + 1)",
  };
}

interface Shuffled {
  /** How many share each distinct value. */
  readonly ties: readonly number[];
  /** Centred midrank of each distinct value. */
  readonly ranks: readonly number[];
  readonly sizes: readonly number[];
}

function rankedGroups(groups: readonly ArrayLike<number>[], n: number) {
  const { values, counts } = countValues(
    groups.filter((group) => group.length > 0),
    "kruskalWallisPermutationTest",
  );
  const ties = values.map((_, place) => counts.reduce((sum, group) => sum + group[place]!, 0));
  const ranks = centredRanks(ties, n);
  const rankSums = counts.map((group) => group.reduce((sum, count, place) => sum + count * ranks[place]!, 0));
  const sizes = counts.map(sumOf);
  return { ties, ranks, rankSums, sizes };
}

function arrangementsOf(sizes: readonly number[]): number {
  let placed = 0;
  return sizes.reduce((ways, size) => ways * choose((placed += size), size), 1);
}

/** Arrangements at least as far, each way to fill the groups from the ties counted as often as it occurs. */
function countFar({ ties, ranks, sizes }: Shuffled, far: number): number {
  const left = [...ties];
  const fill = (
    group: number,
    place: number,
    missing: number,
    rankSum: number,
    others: number,
    between: number,
  ): number => {
    const size = sizes[group] as number;
    if (group === sizes.length - 1) return between + others ** 2 / size >= far ? 1 : 0;
    if (missing === 0) {
      const next = sizes[group + 1] as number;
      return fill(group + 1, 0, next, 0, others + rankSum, between + rankSum ** 2 / size);
    }
    if (place === ties.length) return 0;
    const available = left[place] as number;
    let ways = 0;
    for (let taken = Math.min(available, missing); taken >= 0; taken -= 1) {
      left[place] = available - taken;
      const rest = fill(group, place + 1, missing - taken, rankSum + taken * ranks[place]!, others, between);
      ways += choose(available, taken) * rest;
    }
    left[place] = available;
    return ways;
  };
  return fill(0, 0, sizes[0] as number, 0, 0, 0);
}

function drawFar(
  { ties, ranks, sizes }: Shuffled,
  far: number,
  {
    seed,
    family,
    replicates,
  }: { readonly seed: number; readonly family: string; readonly replicates: number },
): number {
  const generator = generatorFor(seed, family);
  const shuffled = Float64Array.from(ties.flatMap((tied, place) => Array<number>(tied).fill(ranks[place]!)));
  let count = 0;
  for (let draw = 0; draw < replicates; draw += 1) {
    pickToFront(generator, shuffled, shuffled.length - 1);
    let place = 0;
    let between = 0;
    for (const size of sizes) {
      let rankSum = 0;
      for (const end = place + size; place < end; place += 1) rankSum += shuffled[place] as number;
      between += rankSum ** 2 / size;
    }
    if (between >= far) count += 1;
  }
  return count;
}
