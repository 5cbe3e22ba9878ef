import type { Issue } from "../core/issue.js";
import { cardOfReturn, declaredOwnRates } from "../costs/costing-card.js";
import { figureId } from "../costs/figure-id.js";
import { fullWeeks, type Figure } from "../costs/figures.js";
import { daysOfYear } from "../costs/financial-year.js";
import type { PriceIndex } from "../costs/price-index.js";
import { hourPrices } from "../costs/price-lines.js";
import type { RateCard } from "../costs/rate-card.js";
import { unitCostBasis, unitCostPrefix, unitCostTables } from "../costs/unit-costs.js";
import { readPriceIndex, readUnitCosts, type UnitCostRow } from "../ingest/price-tables.js";
import type { StudyFolder } from "../study/load-study.js";
import type { Study } from "../study/study.js";
import { checkOwnRates, checkSignOff, checkTable, checkYear } from "./check-prices.js";
import type { PricesOf } from "../validate/prices.js";

/** All that a study's hours are priced with: the shipped figures, and tables that its owner has. */
export interface StudyPrices {
  readonly figures: readonly Figure[];
  /** Empty when the study names none. */
  readonly index: PriceIndex;
  /** Hours of a full-time week by pay point that a return may name. */
  readonly payPoints: ReadonlyMap<string, number>;
  readonly pricesOf: PricesOf;
  readonly issues: readonly Issue[];
}

/**
 * Read the tables that study.yaml names under costing, and check what it says of prices against the figures: the price
 * year, pay points of own rates, and figures signed off. Everything wrong is told at once.
 */
export async function readStudyPrices(
  study: Study,
  folder: StudyFolder,
  shipped: readonly Figure[],
): Promise<StudyPrices> {
  const { unit_cost_table: table, price_index: index, price_year: year } = study.costing;
  const unitCosts = table ? await readUnitCosts(folder, table.file) : { rows: [], issues: [] };
  const rates = index ? await readPriceIndex(folder, index.file) : { rows: [], issues: [] };
  const figures = [...shipped, ...unitCosts.rows.flatMap((row) => (table ? [figureOf(row, table)] : []))];
  const weeks = fullWeeks(shipped, year);
  const weekOf = (staff: UnitCostRow["staff"]) =>
    shipped.find((figure) => figure.key === `weekly_hours.${staff}` && figure.year === year)?.value ?? 0;
  const rowsOfYear = table?.price_year === year ? unitCosts.rows : [];
  return {
    figures,
    index: new Map(rates.rows.map(({ year: into, change }) => [into, change])),
    payPoints: new Map([
      ...weeks,
      ...rowsOfYear.map((row) => [unitCostPrefix + row.grade, weekOf(row.staff)] as const),
    ]),
    pricesOf: pricesFrom(study, figures),
    issues: [
      ...checkYear(study, shipped),
      ...unitCosts.issues,
      ...rates.issues,
      ...checkTable(study, shipped, unitCosts.rows),
      ...checkOwnRates(study, [...weeks.keys(), ...rowsOfYear.map(({ grade }) => unitCostPrefix + grade)]),
      ...checkSignOff(study, shipped),
    ],
  };
}

type Table = NonNullable<Study["costing"]["unit_cost_table"]>;

function figureOf(row: UnitCostRow, table: Table): Figure {
  const { from, to } = daysOfYear(table.price_year);
  return {
    table: unitCostTables[table.basis],
    key: unitCostPrefix + row.grade,
    label: row.label,
    year: table.price_year,
    value: row.poundsAnHour,
    unit: "GBP/hour",
    from,
    to,
    source: `${table.title}, ${table.edition}`,
    confidence: "B",
    note: `${table.licence}; given by the study`,
    staff: row.staff,
  };
}

function pricesFrom(study: Study, figures: readonly Figure[]): PricesOf {
  const made = new Map<string, ReturnType<PricesOf>>();
  return (period, highCost) => {
    const key = JSON.stringify([period, highCost]);
    const before = made.get(key);
    if (before) return before;
    const days = period ?? daysOfYear(study.costing.price_year);
    const card = cardOfReturn(study, figures, { ...days, highCost }).value;
    const rates = Object.entries(card?.rates ?? {});
    const hours = (trust: string) =>
      card && hourPrices(trust, { study: card, fullPension: card }, declaredOwnRates(study));
    const hourly = new Map([
      ...rates.map(([point, rate]) => [point, rate.hourly] as const),
      ...Object.entries(card?.unitCosts ?? {}).map(([point, { value }]) => [point, value] as const),
    ]);
    const prices: ReturnType<PricesOf> = {
      hourly,
      barePay: new Map(rates.map(([point, { parts }]) => [point, parts.pay.value / parts.hours.value])),
      hourOf: (trust, { payPoint, ownRate }) =>
        ownRate === null && !hourly.has(payPoint)
          ? null
          : (hours(trust)?.at(payPoint, ownRate).study.hourly ?? null),
      unpriced: new Map(Object.entries(card?.unpriced ?? {})),
      weak: card ? weakOf(card) : new Map(),
      withOverheads: new Set(
        Object.entries(card?.unitCosts ?? {}).flatMap(([point, figure]) =>
          unitCostBasis(figure) === "includes-overheads" ? [point] : [],
        ),
      ),
    };
    made.set(key, prices);
    return prices;
  };
}

function weakOf(card: RateCard): ReturnType<PricesOf>["weak"] {
  return new Map(
    Object.entries(card.rates).map(([point, { parts }]) => {
      const figures = Object.values(parts).flatMap((part) => part.figures);
      const weak = figures.filter(({ confidence }) => confidence === "C");
      return [point, weak.map((figure) => ({ id: figureId(figure), label: figure.label }))];
    }),
  );
}
