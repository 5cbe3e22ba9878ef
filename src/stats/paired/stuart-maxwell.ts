import { checkCounts, checkLength, checkWhole } from "../check-values.js";
import { chiSquaredUpperTail } from "../distributions/chi-squared.js";
import { invertSymmetric } from "../numeric/matrix.js";
import { dot, sumOf } from "../numeric/sum.js";
import { generatorFor } from "../resampling/generator.js";
import { monteCarloPValue } from "../resampling/monte-carlo.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { drawSwap, swapDistribution } from "./swap-distribution.js";
import type { Moves } from "./swap-distribution.js";

/** Marginal homogeneity: whether the answers of the same people are spread alike before and after. */
export interface StuartMaxwellTest {
  readonly kind: "stuartMaxwellTest";
  /** Chi-squared on `df` degrees of freedom. */
  readonly statistic: number;
  readonly df: number;
  /** From the chi-squared distribution: for large samples. */
  readonly pValue: number;
  /** Each person's two answers swapped or not: good at any size. */
  readonly permutationPValue: number;
  readonly permutation: "exact" | "Monte Carlo";
  /** Random draws behind the permutation p-value; 0 when it is exact. */
  readonly draws: number;
  readonly n: number;
  /** People whose answer changed. */
  readonly nChanged: number;
  /** Categories that nobody left and nobody joined, by their place from 0: they say nothing and are left out. */
  readonly droppedCategories: readonly number[];
  readonly method: "Stuart-Maxwell";
}

export interface StuartMaxwellOptions {
  /** Random draws when there are too many outcomes to go through, 9999 unless told. */
  readonly draws?: number;
  /** Of the random draws, 1 unless told. */
  readonly seed?: number;
}

/** Statistics this close, as a share, are the same one. */
const SAME = 1e-9;

/**
 * The Stuart-Maxwell test of marginal homogeneity: whether the same people's answers are spread alike before and after.
 *
 * Only people whose answer changed say anything. Categories that nobody left or joined are left out and listed; when the
 * moves fall into parts between which nobody moved, each part loses a degree of freedom. With two categories the statistic
 * is McNemar's chi-squared. The permutation p-value is that of a statistic at least as large when each person's two answers
 * are as likely the other way round: exact when the outcomes can be gone through, otherwise from seeded random draws,
 * (1 + draws as large) / (1 + draws), and `permutation` says which.
 *
 * @param counts a square table, a row for each answer before and a column for each answer after, in the same order
 * @param options random draws and their seed
 * @returns the test; unavailable when there are no people or nobody changed
 * @throws RangeError when the table is not square, a count is not a whole number from 0, or draws is not one from 1
 * @see Stuart (1955) Biometrika 42:412-416; Maxwell (1970) Br J Psychiatry 116:651-655; the statistic is that of R's
 * coin::mh_test
 * @example
 * stuartMaxwellTest([[1, 3, 4], [1, 2, 2], [0, 0, 2]]) // => { statistic: 6.75, df: 2, pValue: 0.034218118, permutationPValue: 0.041015625 }
 */
export function stuartMaxwellTest(
  counts: readonly (readonly number[])[],
  { draws = 9999, seed = 1 }: StuartMaxwellOptions = {},
): StuartMaxwellTest | Unavailable {
  counts.forEach((row, index) => {
    checkLength(row.length, counts.length, `stuartMaxwellTest: counts[${index}]`);
    checkCounts(row, `stuartMaxwellTest: counts[${index}]`);
  });
  checkWhole(draws, 1, "stuartMaxwellTest: draws");
  const n = sumOf(counts.flat());
  if (n === 0) return unavailable("no pairs");
  const moves = movesIn(counts);
  if (moves.length === 0) return unavailable("nobody changed");
  const parts = connectedParts(moves, counts.length);
  const statisticOf = statisticFor(moves, parts, counts.length);
  const gains = counts.map((row, category) =>
    row.reduce((sum, joined, other) => sum + joined - (counts[other]?.[category] as number), 0),
  );
  const statistic = statisticOf(gains);
  const df = parts.reduce((sum, part) => sum + part.length - 1, 0);
  return {
    kind: "stuartMaxwellTest",
    statistic,
    df,
    pValue: chiSquaredUpperTail(statistic, df),
    ...permute(moves, counts.length, (drawn) => statisticOf(drawn) >= statistic * (1 - SAME), draws, seed),
    n,
    nChanged: moves.reduce((sum, one) => sum + one.n, 0),
    droppedCategories: counts.map((_, category) => category).filter((one) => !parts.flat().includes(one)),
    method: "Stuart-Maxwell",
  };
}

function permute(
  moves: readonly Moves[],
  categories: number,
  isAsLarge: (gains: readonly number[]) => boolean,
  draws: number,
  seed: number,
) {
  const outcomes = swapDistribution(moves, categories);
  if (outcomes !== null) {
    const asLarge = outcomes.filter(({ gains }) => isAsLarge(gains));
    const permutationPValue = Math.min(
      1,
      asLarge.reduce((sum, { probability }) => sum + probability, 0),
    );
    return { permutationPValue, permutation: "exact", draws: 0 } as const;
  }
  const generator = generatorFor(seed, "stuart-maxwell");
  let asLarge = 0;
  for (let draw = 0; draw < draws; draw += 1)
    if (isAsLarge(drawSwap(moves, categories, generator))) asLarge += 1;
  return { permutationPValue: monteCarloPValue(asLarge, draws), permutation: "Monte Carlo", draws } as const;
}

function movesIn(counts: readonly (readonly number[])[]): readonly Moves[] {
  return counts.flatMap((row, from) =>
    row.slice(0, from).flatMap((count, to) => {
      const n = count + (counts[to]?.[from] as number);
      return n > 0 ? [{ from, to, n }] : [];
    }),
  );
}

/** Categories joined by moves, straight or through others; a category without moves is in none. */
function connectedParts(moves: readonly Moves[], categories: number): readonly (readonly number[])[] {
  const part = Array.from({ length: categories }, (_, category) => category);
  for (const { from, to } of moves) {
    const [keep, merge] = [part[from] as number, part[to] as number];
    part.forEach((one, category) => {
      if (one === merge) part[category] = keep;
    });
  }
  return [...new Set(part)]
    .map((one) => part.flatMap((other, category) => (other === one ? [category] : [])))
    .filter((members) => members.length > 1);
}

/** The quadratic form in the net gains: within each part, all categories but its last, by the inverse of their variance. */
function statisticFor(moves: readonly Moves[], parts: readonly (readonly number[])[], categories: number) {
  const covariance = Array.from({ length: categories }, () => new Array<number>(categories).fill(0));
  for (const { from, to, n } of moves) {
    covariance[from]![from]! += n;
    covariance[to]![to]! += n;
    covariance[from]![to]! -= n;
    covariance[to]![from]! -= n;
  }
  const forms = parts.map((part) => {
    const free = part.slice(0, -1);
    const inverse = invertSymmetric(
      free.map((row) => free.map((column) => covariance[row]![column] as number)),
    );
    if (inverse === null) throw new Error("stuartMaxwellTest: expected a connected part to have an inverse");
    return { free, inverse };
  });
  return (gains: readonly number[]) =>
    forms.reduce((total, { free, inverse }) => {
      const within = free.map((category) => gains[category] as number);
      return total + inverse.reduce((sum, row, i) => sum + within[i]! * dot(row, within), 0);
    }, 0);
}
