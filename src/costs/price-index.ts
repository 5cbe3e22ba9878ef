import { yearsTouched, daysOfYear } from "./financial-year.js";

/** Change of prices into each financial year, as a fraction: 0.0431 for 4.31% from 2022/23 to 2023/24 under `2023/24`. */
export type PriceIndex = ReadonlyMap<string, number>;

/**
 * What an amount of one year's prices is multiplied by to be of another's. A rate labelled Y is the change into Y: from
 * 2019/20 to 2023/24 those of 2020/21 to 2023/24 are multiplied. To an earlier year it is divided. Null, with the years
 * without a rate, when one is missing. For amounts that are not pay: hours are priced again at the other year's pay.
 *
 * @example priceFactor(new Map([["2026/27", 0.5]]), "2025/26", "2026/27") // => { factor: 1.5, without: [] }
 */
export function priceFactor(
  index: PriceIndex,
  from: string,
  to: string,
): { readonly factor: number | null; readonly without: readonly string[] } {
  if (from > to) {
    const { factor, without } = priceFactor(index, to, from);
    return { factor: factor === null ? null : 1 / factor, without };
  }
  const years = yearsTouched({ from: daysOfYear(from).from, to: daysOfYear(to).from }).slice(1);
  const without = years.filter((year) => !index.has(year));
  const factor = years.reduce((product, year) => product * (1 + (index.get(year) ?? 0)), 1);
  return { factor: without.length === 0 ? factor : null, without };
}
