import type { Study } from "../study/study.js";
import { payPointsOf, payTables, type Figure } from "./figures.js";
import { buildRateCard, type RateCard } from "./rate-card.js";

/** Pounds an hour that the checks of cost returns compare with. No cost is worked out from them. */
export interface CheckPrices {
  /** Basic pay alone by pay point, in the price year. */
  readonly barePay: ReadonlyMap<string, number>;
  /** Pay with on-costs by pay point, in every other year that ships; null where it cannot be worked out. */
  readonly otherYears: ReadonlyMap<string, ReadonlyMap<string, number | null>>;
}

/** Bare pay of the price year and the prices of other years, from the figures that ship and the study's costing rules. */
export function checkPrices(
  figures: readonly Figure[],
  { price_year: priceYear, pension, apprenticeship_levy: levy, hours }: Study["costing"],
): CheckPrices {
  const cardOf = (year: string) => buildRateCard(figures, { year, pension, levy, hours }).value;
  const tables: readonly string[] = Object.values(payTables);
  const years = [
    ...new Set(figures.filter(({ table }) => tables.includes(table)).map((figure) => figure.year)),
  ];
  const others = years.filter((year) => year !== priceYear).sort();
  return {
    barePay: new Map(
      Object.entries(cardOf(priceYear)?.rates ?? {}).map(([key, { parts }]) => [
        key,
        parts.pay.value / parts.hours.value,
      ]),
    ),
    otherYears: new Map(others.map((year) => [year, hourlyIn(figures, year, cardOf(year))])),
  };
}

function hourlyIn(
  figures: readonly Figure[],
  year: string,
  card: RateCard | null,
): ReadonlyMap<string, number | null> {
  return new Map(payPointsOf(figures, year).map(({ key }) => [key, card?.rates[key]?.hourly ?? null]));
}
