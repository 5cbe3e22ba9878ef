import { writeDate, writeSpan } from "../charts/wording.js";
import { cardOfReturn } from "../costs/costing-card.js";
import { figureId } from "../costs/figure-id.js";
import type { Figure } from "../costs/figures.js";
import { onCostFigures, type Rate, type RateCard } from "../costs/rate-card.js";
import type { Study } from "../study/study.js";
import type { CostReturn } from "../validate/cost-return.js";
import type { RateNote } from "./report-input.js";

const workedOut =
  "Worked out from the figures of this table: pay and employer on-costs of a year, over its hours";

/**
 * What the costing used, each with year and source: the hourly cost of each pay point named in the cost returns (for each
 * span of days, where hours are priced when worked), its yearly pay, then the employer's on-costs and hours, and rows of the
 * study's unit cost table. Rates are those outside high-cost areas. None when the study has no cost returns.
 */
export function notesOfRates(
  study: Study,
  figures: readonly Figure[],
  returns: readonly CostReturn[],
): readonly RateNote[] {
  const used = new Set(
    returns.flatMap((one) => [...one.staff, ...one.supernumerary].map((line) => line.payPoint)),
  );
  const cards = cardsOf(study, figures, returns);
  const priced = cards.flatMap(({ card, words }) =>
    Object.values(card.rates)
      .filter((rate) => used.has(rate.payPoint.key))
      .map((rate) => ({ rate, words, card })),
  );
  if (priced.length === 0 && used.size === 0) return [];
  const behind = new Set([
    ...priced.flatMap(({ rate }) => rate.parts.pay.figures),
    ...cards.flatMap(({ card }) => [
      ...onCostFigures(card),
      ...Object.values(card.unitCosts).filter(({ key }) => used.has(key)),
    ]),
  ]);
  return [
    ...priced.map(({ rate, card, words }) => hourNote(rate, card, words)),
    ...[...behind].map((figure) => figureNote(study, figure, [...behind])),
  ];
}

/** One card for each span of days that prices differ by, with the words that tell them apart; one card needs none. */
function cardsOf(
  study: Study,
  figures: readonly Figure[],
  returns: readonly CostReturn[],
): readonly { readonly card: RateCard; readonly words: string }[] {
  const byDays = new Map(returns.map(({ from, to }) => [`${from} ${to}`, { from, to }]));
  const spans =
    study.costing.prices === "when-worked" ? [...byDays.values()] : [...byDays.values()].slice(0, 1);
  return spans.flatMap((days) => {
    const card = cardOfReturn(study, figures, { ...days, highCost: null }).value;
    return card ? [{ card, words: spans.length > 1 ? `, worked ${writeSpan(days)}` : "" }] : [];
  });
}

function hourNote(rate: Rate, card: RateCard, words: string): RateNote {
  return {
    key: `${rate.payPoint.key}/hour`,
    label: `${rate.payPoint.label}: hour with on-costs${words}`,
    value: Math.round(rate.hourly * 100) / 100,
    unit: "GBP/hour",
    year: [...new Set(card.terms.map(({ year }) => year))].join(" and "),
    source: workedOut,
    confidence: leastConfidence(Object.values(rate.parts).flatMap((part) => part.figures)),
  };
}

/** A figure; one that took the place of another within its year says from when it is in force. */
function figureNote(study: Study, figure: Figure, all: readonly Figure[]): RateNote {
  const id = figureId(figure);
  const changed = all.some((other) => other !== figure && figureId(other) === id);
  const signed = study.costing.sign_off.find((entry) => entry.figure === id);
  return {
    key: figure.key,
    label: changed ? `${figure.label}, from ${writeDate(figure.from)}` : figure.label,
    value: figure.value,
    unit: figure.unit,
    year: figure.year,
    source: figure.source,
    confidence: figure.confidence,
    ...(figure.confidence === "C" ? { weak: { id, signed: signed ?? null } } : {}),
  };
}

/** A price is no better attested than the weakest figure in it. */
function leastConfidence(figures: readonly Figure[]): string {
  return figures.map((figure) => figure.confidence).reduce((a, b) => (a > b ? a : b), "A");
}
