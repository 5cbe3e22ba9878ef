import type { Figure } from "../costs/figures.js";
import { buildRateCard, onCostFigures } from "../costs/rate-card.js";
import type { Study } from "../study/study.js";
import type { CostReturn } from "../validate/cost-return.js";
import type { RateNote } from "./report-input.js";

const workedOut =
  "Worked out from the figures of this table: pay and employer on-costs of a year, over its hours";

/**
 * What the costing used, each with year and source: the hourly cost of each pay point named in the cost returns, its
 * yearly pay, then the employer's on-costs and hours. None when the study has no cost returns.
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
  const priced = Object.values(card.rates).filter((rate) => used.has(rate.payPoint.key));
  const hourly = priced.map((rate): RateNote => ({
    key: `${rate.payPoint.key}/hour`,
    label: `${rate.payPoint.label}: hour with on-costs`,
    value: Math.round(rate.hourly * 100) / 100,
    unit: "GBP/hour",
    year: costing.price_year,
    source: workedOut,
    confidence: leastConfidence(Object.values(rate.parts).flatMap((part) => part.figures)),
  }));
  const figuresUsed = new Set([...priced.flatMap((rate) => rate.parts.pay.figures), ...onCostFigures(card)]);
  return [
    ...hourly,
    ...[...figuresUsed].map(({ key, label, value, unit, year, source, confidence }) => ({
      key,
      label,
      value,
      unit,
      year,
      source,
      confidence,
    })),
  ];
}

/** A price is no better attested than the weakest figure in it. */
function leastConfidence(figures: readonly Figure[]): string {
  return figures.map((figure) => figure.confidence).reduce((a, b) => (a > b ? a : b), "A");
}
