import type { Issue } from "../core/issue.js";
import { toPence } from "../core/pence.js";
import type { CostReturn } from "../validate/cost-return.js";
import { priceFactor, type PriceIndex } from "./price-index.js";

/**
 * A return whose amounts are of the study's price year: those of another year's prices are multiplied by the index, each
 * rounded to the penny once. Hours are left alone: they are priced at the pay of the price year, never inflated. An issue
 * names the years that the index lacks.
 */
export function repriceReturn(
  costReturn: CostReturn,
  to: string,
  index: PriceIndex,
): { readonly value: CostReturn; readonly issues: readonly Issue[] } {
  const { priceYear: from, other, file } = costReturn;
  if (from === to) return { value: costReturn, issues: [] };
  const { factor, without } = priceFactor(index, from, to);
  if (factor === null) return { value: costReturn, issues: [yearsMissing(file, from, to, without)] };
  const repriced = other.map((line) => ({
    ...line,
    amountPence: toPence((line.amountPence * factor) / 100),
    repriced: { statedPence: line.amountPence, from, to, factor },
  }));
  return { value: { ...costReturn, other: repriced }, issues: [] };
}

function yearsMissing(file: string, from: string, to: string, without: readonly string[]): Issue {
  return {
    code: "price-index-year",
    severity: "error",
    at: { file, sheet: "Cover" },
    message: `price year: ${from}, and the study's price index has no rate for ${without.join(" or ")}`,
    expected: `a rate for each year between ${from} and ${to}`,
    found: `none for ${without.join(", ")}`,
    fix: `add the years to the index file, or give the amounts at the prices of ${to}`,
  };
}
