import type { Figure } from "../costs/figures.js";
import { buildRateCard, onCostFigures } from "../costs/rate-card.js";
import type { Study } from "../study/study.js";
import type { CostReturn } from "../validate/cost-return.js";
import type { RateNote } from "./report-input.js";

/**
 * The figures that the costing used, each with year and source: the pay points named in the cost returns, then the
 * employer's on-costs and hours. None when the study has no cost returns.
 */
export function notesOfRates(
  study: Study,
  figures: readonly Figure[],
  returns: readonly CostReturn[],
): readonly RateNote[] {
  const used = new Set(
    returns.flatMap((one) => [...one.staff, ...one.supernumerary].map((line) => line.payPoint)),
  );
  const { costing } = study;
  const card = buildRateCard(figures, {
    year: costing.price_year,
    pension: costing.pension,
    levy: costing.apprenticeship_levy,
    hours: costing.hours,
  }).value;
  if (used.size === 0 || !card) return [];
  const pay = Object.values(card.rates)
    .filter((rate) => used.has(rate.payPoint.key))
    .flatMap((rate) => rate.parts.pay.figures);
  return [...new Set([...pay, ...onCostFigures(card)])].map(
    ({ key, label, value, unit, year, source, confidence }) => ({
      key,
      label,
      value,
      unit,
      year,
      source,
      confidence,
    }),
  );
}
