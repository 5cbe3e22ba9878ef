import { finiteResult } from "../finite-result.js";
import type { Matrix } from "../numeric/matrix.js";
import { sumOf } from "../numeric/sum.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { alphaInterval, alphaOf, haveEqualTotals, scaleVariances } from "./alpha.js";
import type { AlphaInterval, ScaleVariances } from "./alpha.js";
import { itemCovariances } from "./item-columns.js";
import type { ItemColumns } from "./item-columns.js";

/** What one item does for its scale. */
export interface ItemStatistics {
  readonly mean: number;
  readonly standardDeviation: number;
  /** Correlation with the total of all items, this one among them, which flatters it. */
  readonly itemTotalCorrelation: number | Unavailable;
  /** Correlation with the total of the other items. */
  readonly correctedItemTotalCorrelation: number | Unavailable;
  /** Alpha of the other items; unavailable when there is one. */
  readonly alphaIfDeleted: number | Unavailable;
}

/** A scale and its items. */
export interface ItemAnalysis {
  readonly kind: "itemAnalysis";
  /** People. */
  readonly n: number;
  readonly alpha: AlphaInterval;
  /** Alpha of the items each divided by its own standard deviation. */
  readonly standardisedAlpha: number | Unavailable;
  readonly meanInterItemCorrelation: number | Unavailable;
  /** In the order of the columns. */
  readonly items: readonly ItemStatistics[];
}

const sameAnswer = unavailable("everyone gave the same answer to this item");
const sameAnswerToOne = unavailable("everyone gave the same answer to one of the items");

/**
 * Alpha of a scale, and for each item its mean, its correlation with the rest and alpha without it.
 *
 * All of it follows from the covariances of the items, which are taken in one pass over blocks of people. An item that
 * everyone answers alike still counts as one in alpha; its correlations, and the standardised alpha, are unavailable.
 *
 * @param items one column an item, one place a person, scored in one direction; complete people only, the caller drops
 * and counts the others
 * @param level confidence level of alpha's interval, strictly between 0 and 1
 * @returns the analysis; unavailable with fewer than 2 people or items, or when everyone has the same total
 * @throws RangeError when a column has another length, a value is not finite, or the level is outside its range
 * @see Nunnally & Bernstein (1994) Psychometric Theory, 3rd ed., chapter 8; {@link cronbachAlpha}
 * @example
 * itemAnalysis([[4, 3, 5, 2], [5, 3, 5, 2], [4, 2, 5, 3]]) // => { standardisedAlpha: 0.94048306, items: [{ alphaIfDeleted: 0.86746988 }, { alphaIfDeleted: 0.88888889 }, { alphaIfDeleted: 0.96703297 }] }
 */
export function itemAnalysis(items: ItemColumns, level = 0.95): ItemAnalysis | Unavailable {
  const covariances = itemCovariances(items, "itemAnalysis");
  if ("kind" in covariances) return covariances;
  const { covariance, means, n } = covariances;
  const alpha = alphaInterval(covariance, n, level, "itemAnalysis");
  if (alpha.kind === "unavailable") return alpha;
  const correlations = correlationsOf(covariance);
  const standardised = correlations && scaleVariances(correlations);
  return finiteResult({
    kind: "itemAnalysis",
    n,
    alpha,
    standardisedAlpha: standardised ? alphaOf(standardised) : sameAnswerToOne,
    meanInterItemCorrelation: standardised ? meanOffDiagonal(standardised) : sameAnswerToOne,
    items: means.map((mean, item) => ({ mean, ...itemStatistics(covariance, item) })),
  });
}

/** The variance of the totals of standardised items is the sum of all correlations. */
function meanOffDiagonal({ items, ofTotals }: ScaleVariances): number {
  return (ofTotals - items) / (items * (items - 1));
}

function itemStatistics(covariance: Matrix, item: number): Omit<ItemStatistics, "mean"> {
  const own = covariance[item]![item]!;
  const without = (row: readonly number[]) => row.filter((_, other) => other !== item);
  const all = scaleVariances(covariance);
  const rest = scaleVariances(covariance.filter((_, other) => other !== item).map(without));
  const withRest = sumOf(without(covariance[item]!));
  return {
    standardDeviation: Math.sqrt(own),
    itemTotalCorrelation: correlation(withRest + own, own, all, "everyone has the same total"),
    correctedItemTotalCorrelation: correlation(
      withRest,
      own,
      rest,
      "everyone has the same total of the other items",
    ),
    alphaIfDeleted: alphaOf(rest),
  };
}

function correlation(
  covariance: number,
  variance: number,
  totals: ScaleVariances,
  reason: string,
): number | Unavailable {
  if (variance === 0) return sameAnswer;
  return haveEqualTotals(totals) ? unavailable(reason) : covariance / Math.sqrt(variance * totals.ofTotals);
}

function correlationsOf(covariance: Matrix): Matrix | null {
  const deviations = covariance.map((row, item) => Math.sqrt(row[item]!));
  if (deviations.includes(0)) return null;
  return covariance.map((row, a) =>
    row.map((element, b) => (a === b ? 1 : element / (deviations[a]! * deviations[b]!))),
  );
}
