import { sumOf } from "../numeric/sum.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { itemCovariances, itemsDisagree } from "./item-columns.js";
import type { ItemColumns } from "./item-columns.js";
import { fitOneFactor } from "./one-factor.js";

/** McDonald's omega: the share of the variance of totals that one common factor accounts for. */
export interface OmegaTotal {
  readonly kind: "omegaTotal";
  /** 0 to 1. */
  readonly estimate: number;
  /** Regression of each item on the factor, whose variance is 1; in the unit of the item, with a positive sum. */
  readonly loadings: readonly number[];
  /** Variance of each item that the factor leaves, n - 1 below the line; more than 0. */
  readonly uniquenesses: readonly number[];
  /** How far one factor is from the covariances; 0 is a perfect fit, and that of any 3 items. */
  readonly discrepancy: number;
  /** People. */
  readonly n: number;
  readonly items: number;
  readonly iterations: number;
  readonly method: "one-factor maximum likelihood";
  /** There when an item loads against the others. */
  readonly caution?: string;
}

/** People needed for each item before a factor is fitted. */
const PEOPLE_PER_ITEM = 5;

/**
 * Omega total of a scale, from one factor fitted by maximum likelihood.
 *
 * Unlike alpha it lets items carry the factor to different degrees; like alpha it takes the scale as measuring one thing,
 * which a large discrepancy speaks against. Answers are taken as measurements, not as ordered categories.
 *
 * @param items one column an item, one place a person, scored in one direction; complete people only, the caller drops
 * and counts the others
 * @returns omega and the fit behind it; unavailable with fewer than 3 items or 5 people an item, when the items are
 * linearly dependent, in a Heywood case, or when the fit does not settle: alpha may stand in, said to be so
 * @throws RangeError when a column has another length or a value is not finite
 * @see McDonald (1999) Test Theory: A Unified Treatment, chapter 6; Hayes & Coutts (2020) Commun Methods Meas 14:1-24
 * @example
 * omegaTotal([[1, 2], [2, 1], [1, 1]]) // => { kind: "unavailable", reason: "a factor of 3 items needs at least 15 people, there are 2" }
 */
export function omegaTotal(items: ItemColumns): OmegaTotal | Unavailable {
  const covariances = itemCovariances(items, "omegaTotal");
  if ("kind" in covariances) return covariances;
  const { n, covariance } = covariances;
  const needed = PEOPLE_PER_ITEM * items.length;
  if (n < needed)
    return unavailable(`a factor of ${items.length} items needs at least ${needed} people, there are ${n}`);
  const fit = fitOneFactor(covariance);
  if (fit.kind === "unavailable") return fit;
  const { loadings, uniquenesses, discrepancy, iterations } = fit;
  const common = sumOf(loadings) ** 2;
  return {
    kind: "omegaTotal",
    estimate: common / (common + sumOf(uniquenesses)),
    loadings,
    uniquenesses,
    discrepancy,
    n,
    items: items.length,
    iterations,
    method: "one-factor maximum likelihood",
    ...(loadings.some((loading) => loading < 0) ? { caution: itemsDisagree } : {}),
  };
}
