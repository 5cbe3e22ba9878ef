import { covarianceMatrix } from "../numeric/covariance.js";
import type { Covariances } from "../numeric/covariance.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";

/**
 * The answers to the items of a scale: one column an item, one place a person, all scored in one direction. Complete
 * people only; the caller drops and counts the others. Typed arrays are as good as plain ones.
 */
export type ItemColumns = readonly ArrayLike<number>[];

/** Said wherever reliability comes out below 0, or an item pulls against the others. */
export const itemsDisagree = "items disagree: check reverse-keyed items";

/**
 * How the items of a scale vary together.
 *
 * @param items one column an item, one place a person
 * @param where the function asking, for the error message
 * @returns means and covariances; unavailable with fewer than 2 people or items
 * @throws RangeError when a column has another length or a value is not finite
 * @see {@link covarianceMatrix}
 * @example
 * itemCovariances([[1, 2, 3], [2, 4, 9]], "cronbachAlpha") // => { n: 3, covariance: [[1, 3.5], [3.5, 13]] }
 */
export function itemCovariances(items: ItemColumns, where: string): Covariances | Unavailable {
  if (items.length < 2) return unavailable("a scale of fewer than 2 items");
  if (items.every((column) => column.length < 2))
    return unavailable("fewer than 2 people answered every item");
  return covarianceMatrix(items, `${where}: items`);
}
