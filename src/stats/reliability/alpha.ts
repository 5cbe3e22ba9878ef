import { probabilityBelowUpperLimit } from "../confidence-level.js";
import { fQuantile } from "../distributions/f-distribution.js";
import { finiteResult } from "../finite-result.js";
import type { Matrix } from "../numeric/matrix.js";
import { ROUNDING } from "../numeric/rounding.js";
import { sumOf } from "../numeric/sum.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { itemCovariances, itemsDisagree } from "./item-columns.js";
import type { ItemColumns } from "./item-columns.js";

/** Cronbach's alpha with Feldt's interval. */
export interface AlphaInterval {
  readonly kind: "alpha";
  /** At most 1; below 0 when items disagree. */
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly level: number;
  /** People. */
  readonly n: number;
  readonly items: number;
  readonly method: "Cronbach alpha, Feldt interval";
  /** There when alpha is below 0. */
  readonly caution?: string;
}

/** The variances alpha is made of. */
export interface ScaleVariances {
  readonly items: number;
  /** Variances of the items, summed. */
  readonly ofItems: number;
  /** Variance of people's totals. */
  readonly ofTotals: number;
}

/**
 * Cronbach's alpha with Feldt's interval.
 *
 * An item that everyone answers alike adds nothing to the totals and still counts as an item. Feldt's interval takes
 * true scores and errors as normal, and the errors as equally large for every item; alpha below 0 carries a caution.
 *
 * @param items one column an item, one place a person, scored in one direction; complete people only, the caller drops
 * and counts the others
 * @param level confidence level, strictly between 0 and 1
 * @returns alpha and its interval; unavailable with fewer than 2 people or items, or when everyone has the same total
 * @throws RangeError when a column has another length, a value is not finite, or the level is outside its range
 * @see Cronbach (1951) Psychometrika 16:297-334; Feldt (1965) Psychometrika 30:357-370
 * @example
 * cronbachAlpha([[4, 3, 5, 2], [5, 3, 5, 2], [4, 2, 5, 3]]) // => { kind: "alpha", estimate: 0.93854749, low: 0.59448724, high: 0.99582941 }
 */
export function cronbachAlpha(items: ItemColumns, level = 0.95): AlphaInterval | Unavailable {
  const covariances = itemCovariances(items, "cronbachAlpha");
  if ("kind" in covariances) return covariances;
  return alphaInterval(covariances.covariance, covariances.n, level, "cronbachAlpha");
}

/**
 * Alpha and Feldt's interval from how the items vary together.
 *
 * @param covariance of the items
 * @param n people, at least 2
 * @param level confidence level, strictly between 0 and 1
 * @param where the function asking, for the error message
 * @returns alpha and its interval; unavailable with fewer than 2 items, or when everyone has the same total
 * @throws RangeError when the level is outside its range
 * @see Feldt (1965) Psychometrika 30:357-370
 * @example
 * alphaInterval([[2, 1], [1, 2]], 20, 0.95, "cronbachAlpha") // => { estimate: 0.66666667, low: 0.15784969, high: 0.86806261 }
 */
export function alphaInterval(
  covariance: Matrix,
  n: number,
  level: number,
  where: string,
): AlphaInterval | Unavailable {
  const probability = probabilityBelowUpperLimit(level, where);
  const estimate = alphaOf(scaleVariances(covariance));
  if (typeof estimate !== "number") return estimate;
  const items = covariance.length;
  const [peopleDf, residualDf] = [n - 1, (n - 1) * (items - 1)];
  return finiteResult({
    kind: "alpha",
    estimate,
    low: 1 - (1 - estimate) * fQuantile(probability, peopleDf, residualDf),
    high: 1 - (1 - estimate) * fQuantile(1 - probability, peopleDf, residualDf),
    level,
    n,
    items,
    method: "Cronbach alpha, Feldt interval",
    ...(estimate < 0 ? { caution: itemsDisagree } : {}),
  });
}

/**
 * Alpha from the variances of items and of totals.
 *
 * @param variances in any one unit
 * @returns alpha, at most 1; unavailable with fewer than 2 items, or when the totals do not vary beyond rounding
 * @see Cronbach (1951) Psychometrika 16:297-334, equation 2
 * @example
 * alphaOf({ items: 2, ofItems: 4, ofTotals: 6 }) // => 0.66666667
 */
export function alphaOf(variances: ScaleVariances): number | Unavailable {
  const { items, ofItems, ofTotals } = variances;
  if (items < 2) return unavailable("a scale of fewer than 2 items");
  if (haveEqualTotals(variances)) return unavailable("everyone has the same total");
  return (items / (items - 1)) * (1 - ofItems / ofTotals);
}

/**
 * Whether everyone has the same total, beyond rounding.
 *
 * @param variances in any one unit
 * @returns true when the totals do not vary
 * @see {@link alphaOf}
 * @example
 * haveEqualTotals({ items: 2, ofItems: 4, ofTotals: 1e-16 }) // => true
 */
export function haveEqualTotals({ ofItems, ofTotals }: ScaleVariances): boolean {
  return ofTotals <= ROUNDING * ofItems;
}

/**
 * The variances alpha is made of, from how the items vary together.
 *
 * @param covariance of the items
 * @returns the sum of its diagonal and of all its elements
 * @see {@link alphaOf}
 * @example
 * scaleVariances([[2, 1], [1, 2]]) // => { items: 2, ofItems: 4, ofTotals: 6 }
 */
export function scaleVariances(covariance: Matrix): ScaleVariances {
  return {
    items: covariance.length,
    ofItems: sumOf(covariance.map((row, item) => row[item]!)),
    ofTotals: sumOf(covariance.map(sumOf)),
  };
}
