import type { Study } from "../study/study.js";
import type { OtherYears } from "../validate/prices.js";
import { payPointsOf, payTables, type Figure } from "./figures.js";
import { buildRateCard } from "./rate-card.js";

/** Prices of every year that ships but the price year, by the study's costing rules: to find rates of another year by. */
export function pricesOfOtherYears(
  figures: readonly Figure[],
  { costing }: Pick<Study, "costing">,
): OtherYears {
  const { price_year: priceYear, pension, apprenticeship_levy: levy, hours } = costing;
  const tables: readonly string[] = Object.values(payTables);
  const ofPay = figures.filter(({ table }) => tables.includes(table));
  const years = [...new Set(ofPay.map(({ year }) => year))].filter((year) => year !== priceYear).sort();
  return new Map(
    years.map((year) => {
      const rates = buildRateCard(figures, { year, pension, levy, hours }).value?.rates ?? {};
      return [year, new Map(payPointsOf(figures, year).map(({ key }) => [key, rates[key]?.hourly ?? null]))];
    }),
  );
}
