import { writeDate, writeSpan } from "../charts/wording.js";
import { cardOfReturn, declaredOwnRates } from "../costs/costing-card.js";
import { figureId } from "../costs/figure-id.js";
import type { Figure } from "../costs/figures.js";
import { hourPrices, type Cards } from "../costs/price-lines.js";
import type { Rate, RateCard } from "../costs/rate-card.js";
import type { Study } from "../study/study.js";
import type { CostReturn } from "../validate/cost-return.js";
import { headlinePension } from "../report/headline-pension.js";
import type { RateNote } from "../report/report-input.js";

/**
 * What the costing used, each with year and source: the hourly cost of each pay point that a line of the cost returns was
 * priced by, at the pension rate of the headline; its yearly pay, then the employer's on-costs and hours, and rows of the
 * study's unit cost table. Both pension rates where views of the cost differ in them. A pay point of which every line has an own
 * rate is left out. Rates are those outside high-cost areas. None when the study has no cost returns.
 *
 * Where hours are priced when worked, every pay point that any return names has a price for each span of days: a return's days
 * are told by Trust, and its pay points alone beside them would tell whom a Trust pays.
 */
export function notesOfRates(
  study: Study,
  figures: readonly Figure[],
  returns: readonly CostReturn[],
): readonly RateNote[] {
  const priced = pricedSpans(study, figures, returns).map((span) => ({
    ...span,
    ...usedIn(study, span.cards, returns),
  }));
  const hours = priced.flatMap(({ cards, words, payPoints }) => {
    const card = cards[headlinePension(study.costing) === "full" ? "fullPension" : "study"];
    return Object.values(card.rates)
      .filter((rate) => payPoints.has(rate.payPoint.key))
      .map((rate) => ({ rate, words, card }));
  });
  const behind = inOrderOf(figures, [
    ...hours.flatMap(({ rate }) => rate.parts.pay.figures),
    ...priced.flatMap(({ used }) => used),
  ]);
  const other = inOrderOf(
    figures,
    priced.flatMap(({ usedInViews }) => usedInViews),
  ).filter((figure) => !behind.includes(figure));
  const all = [...behind, ...other];
  return [
    ...hours.map(({ rate, card, words }) => hourNote(rate, card, words)),
    ...all.map((figure) => figureNote(study, figure, all)),
  ];
}

/** In the order in which figures are known, whichever line of a return came first. */
function inOrderOf(figures: readonly Figure[], used: readonly Figure[]): readonly Figure[] {
  const some = new Set(used);
  return figures.filter((figure) => some.has(figure));
}

/** Prices of some days, with the words that tell them from other returns' days. */
interface PricedSpan {
  readonly cards: Cards;
  readonly words: string;
}

/** One for each span of days that prices differ by; one span needs no words. */
function pricedSpans(
  study: Study,
  figures: readonly Figure[],
  returns: readonly CostReturn[],
): readonly PricedSpan[] {
  const { costing } = study;
  const spans = new Map<string, CostReturn>();
  for (const one of returns) {
    const days = costing.prices === "when-worked" ? `${one.from} ${one.to}` : "";
    if (!spans.has(days)) spans.set(days, one);
  }
  const inOrder = [...spans].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
  return inOrder.flatMap(({ from, to }) => {
    const cardWith = (pension: Study["costing"]["pension"]) =>
      cardOfReturn({ costing: { ...costing, pension } }, figures, { from, to, highCost: null }).value;
    const [own, fullPension] = [cardWith(costing.pension), cardWith("full")];
    const words = spans.size > 1 ? `, worked ${writeSpan({ from, to })}` : "";
    return own && fullPension ? [{ cards: { study: own, fullPension }, words }] : [];
  });
}

/**
 * Pay points that lines of any return were priced by, of those that these prices have, and every figure behind the price of a
 * line, in the headline and in other views.
 */
function usedIn(study: Study, cards: Cards, returns: readonly CostReturn[]) {
  const declared = declaredOwnRates(study);
  const payPoints = new Set<string>();
  const used: Figure[] = [];
  const usedInViews: Figure[] = [];
  for (const { trust, staff, supernumerary } of returns) {
    const prices = hourPrices(trust, cards, declared);
    const lines = [...staff, ...supernumerary.map(({ payPoint }) => ({ payPoint, ownRate: null }))];
    for (const { payPoint, ownRate } of lines) {
      const hasOwn =
        ownRate !== null || declared.some((one) => one.trust === trust && one.payPoint === payPoint);
      if (!hasPrice(cards.study, payPoint, hasOwn)) continue;
      const { study: own, fullPension } = prices.at(payPoint, ownRate);
      if (own.kind === "pay point") payPoints.add(payPoint);
      used.push(...own.figures);
      usedInViews.push(...fullPension.figures);
    }
  }
  return { payPoints, used, usedInViews };
}

/** Whether a year has what an hour's price rests on: another return may name a pay point that is not of its years. */
function hasPrice({ staff, rates, unitCosts }: RateCard, payPoint: string, hasOwn: boolean): boolean {
  return hasOwn ? payPoint in staff : payPoint in rates || payPoint in unitCosts;
}

function hourNote(rate: Rate, card: RateCard, words: string): RateNote {
  return {
    key: `${rate.payPoint.key}/hour`,
    label: `${rate.payPoint.label}: hour with on-costs${words}`,
    value: Math.round(rate.hourly * 100) / 100,
    unit: "GBP/hour",
    year: [...new Set(card.terms.map(({ year }) => year))].join(" and "),
    source: `Worked out from the figures of this table: pay and employer on-costs of a year, over its hours, ${
      card.pension === "full" ? "with the pension rate in full" : "with the pension rate that the Trust pays"
    }`,
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
