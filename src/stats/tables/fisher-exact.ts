import type { Alternative } from "../alternative.js";
import { checkCounts, checkLength } from "../check-values.js";
import { probabilityBelowUpperLimit } from "../confidence-level.js";
import { findRoot } from "../numeric/root.js";
import type { ValueAndSlope } from "../numeric/root.js";
import { EQUALLY_LIKELY } from "../numeric/rounding.js";
import { sumOf } from "../numeric/sum.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { countsGivenMargins } from "./counts-given-margins.js";
import type { Margins } from "./counts-given-margins.js";

/** Two groups as rows, two answers as columns; whole counts. */
export type TwoByTwo = readonly [readonly [number, number], readonly [number, number]];

export interface FisherExactOptions {
  /** "greater": an odds ratio above 1 is looked for. */
  readonly alternative?: Alternative;
  /** Confidence level, 0.95 unless told. */
  readonly level?: number;
}

/** Fisher's exact test of a 2 x 2 table, with the conditional odds ratio. */
export interface FisherExactResult {
  readonly kind: "fisherExactTest";
  /** Odds ratio that makes the table seen likeliest, given its margins; "unbounded" when no finite one does. */
  readonly estimate: number | "unbounded";
  readonly low: number;
  readonly high: number | "unbounded";
  /** Which limits the data set; the other is 0 or "unbounded" because a cell is empty or because one side was asked for. */
  readonly limits: "both" | "lower only" | "upper only" | "none";
  readonly level: number;
  readonly pValue: number;
  readonly alternative: Alternative;
  readonly n: number;
  readonly method: "Fisher exact, tables no likelier than the one seen" | "Fisher exact, one-sided";
}

/** Smallest difference of log odds ratios that matters. */
const RESOLUTION = 1e-15;
/** Weights below this share of the largest add nothing to a sum. */
const NEGLIGIBLE = 1e-20;
/** With more people the answer would take seconds. */
const MOST_PEOPLE = 1e8;

/**
 * Tests whether two groups answer alike in a 2 x 2 table of counts, by Fisher's exact test.
 *
 * The two-sided p-value sums every table with these margins that is no likelier than the one seen (within a share of
 * 1e-7, as R does). The odds ratio is the conditional one, nearer to 1 than the ratio of cross products. The interval
 * inverts two one-sided tests at half the error each, so it can hold 1 when the two-sided p-value is just below the
 * threshold, and the other way round. With an empty cell the odds ratio is 0 or "unbounded" and one limit is all
 * the data give; `limits` says which. The test is cautious: with small groups it rejects too seldom.
 *
 * @param table [[a, b], [c, d]]: rows are groups, columns answers; the odds ratio is that of the first column,
 * first row against second; the caller drops and counts the missing
 * @param options alternative ("two-sided" unless told) and level
 * @returns p-value, odds ratio and exact interval; unavailable when a row or a column is empty, or
 * there are more than 100 million people; a p-value below 2e-308 is 0
 * @throws RangeError when a count or the level is outside its range, or the table is not 2 x 2
 * @see Fisher (1935) J R Stat Soc 98:39-82; Cornfield (1956) Proc 3rd Berkeley Symp 4:135-148 (the interval); Agresti
 * (1992) Stat Sci 7:131-153
 * @example
 * fisherExactTest([[8, 2], [1, 5]]) // => { pValue: 0.034965035, estimate: 15.465820, low: 1.0088492, high: 1059.6395 }
 */
export function fisherExactTest(
  table: TwoByTwo,
  { alternative = "two-sided", level = 0.95 }: FisherExactOptions = {},
): FisherExactResult | Unavailable {
  checkLength(table.length, 2, "fisherExactTest: table");
  table.forEach((row, index) => {
    checkLength(row.length, 2, `fisherExactTest: table[${index}]`);
    checkCounts(row, `fisherExactTest: table[${index}]`);
  });
  const upper = probabilityBelowUpperLimit(level, "fisherExactTest");
  const [[seen, b], [c, d]] = table;
  const margins = { row: seen + b, column: seen + c, n: seen + b + c + d };
  if (margins.row * (c + d) === 0) return unavailable("a row of the table is empty");
  if (margins.column * (b + d) === 0) return unavailable("a column of the table is empty");

  if (margins.n > MOST_PEOPLE) return unavailable("more than 100 million people, too many for an exact test");

  const error = alternative === "two-sided" ? 1 - upper : 1 - level;
  const isLeast = seen === 0 || d === 0;
  const isMost = b === 0 || c === 0;
  const hasLow = alternative !== "less" && !isLeast;
  const hasHigh = alternative !== "greater" && !isMost;
  const start = isLeast || isMost ? 0 : mostLikelyLogOdds(margins, seen);
  return {
    kind: "fisherExactTest",
    estimate: isLeast ? 0 : isMost ? "unbounded" : Math.exp(start),
    low: hasLow ? Math.exp(logOddsLimit(margins, seen, { side: "low", error, start })) : 0,
    high: hasHigh ? Math.exp(logOddsLimit(margins, seen, { side: "high", error, start })) : "unbounded",
    limits: hasLow && hasHigh ? "both" : hasLow ? "lower only" : hasHigh ? "upper only" : "none",
    level,
    pValue: pValueOf(margins, seen, alternative),
    alternative,
    n: margins.n,
    method:
      alternative === "two-sided"
        ? "Fisher exact, tables no likelier than the one seen"
        : "Fisher exact, one-sided",
  };
}

function pValueOf(margins: Margins, seen: number, alternative: Alternative): number {
  const { least, weights } = countsGivenMargins(margins, 0);
  const heaviest = (weights[seen - least] ?? 0) * (1 + EQUALLY_LIKELY);
  const isAsExtreme = (weight: number, index: number) =>
    alternative === "two-sided"
      ? weight <= heaviest
      : alternative === "greater"
        ? least + index >= seen
        : least + index <= seen;
  return sumOf(weights.filter(isAsExtreme)) / sumOf(weights);
}

/** The log odds ratio at which the mean count of the first cell is the one seen. */
function mostLikelyLogOdds(margins: Margins, seen: number): number {
  const evaluate = (logOdds: number) => {
    const { least, weights } = countsGivenMargins(margins, logOdds, NEGLIGIBLE);
    const total = sumOf(weights);
    const offset = weights.reduce((sum, weight, index) => sum + weight * (least + index - seen), 0) / total;
    const square =
      weights.reduce((sum, weight, index) => sum + weight * (least + index - seen) ** 2, 0) / total;
    return { value: offset, slope: square - offset ** 2 };
  };
  return rootOnLogOdds(evaluate, { start: 0, rises: true });
}

/**
 * The log odds ratio at which a count as far out as the one seen has just the probability of the error. The search
 * starts where the count seen is a likely one: elsewhere its tail can be too small for a double.
 */
function logOddsLimit(
  margins: Margins,
  seen: number,
  { side, error, start }: { readonly side: "low" | "high"; readonly error: number; readonly start: number },
): number {
  const logError = Math.log(error);
  const isInTail = (count: number) => (side === "low" ? count >= seen : count <= seen);
  const evaluate = (logOdds: number) => {
    const { least, weights } = countsGivenMargins(margins, logOdds, NEGLIGIBLE * error);
    let [total, totalMean, tail, tailMean] = [0, 0, 0, 0];
    weights.forEach((weight, index) => {
      const offset = weight * (least + index - seen);
      total += weight;
      totalMean += offset;
      if (!isInTail(least + index)) return;
      tail += weight;
      tailMean += offset;
    });
    return { value: Math.log(tail / total) - logError, slope: tailMean / tail - totalMean / total };
  };
  return rootOnLogOdds(evaluate, { start, rises: side === "low" });
}

function rootOnLogOdds(
  evaluate: (logOdds: number) => ValueAndSlope,
  { start, rises }: { readonly start: number; readonly rises: boolean },
): number {
  const { value } = evaluate(start);
  if (value === 0) return start;
  let step = value > 0 === rises ? -1 : 1;
  while (evaluate(start + step).value > 0 === value > 0) step *= 2;
  return findRoot(evaluate, Math.min(start, start + step), Math.max(start, start + step), RESOLUTION);
}
