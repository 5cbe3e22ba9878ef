import type { Issue } from "../core/issue.js";
import { payPointsOf, payTables, type Figure, type PayPoint } from "./figures.js";
import { daysOfYear, yearsTouched, type Days } from "./financial-year.js";
import { missingFigure, zoneWithoutAmount } from "./price-issues.js";
import { figureOn, termsOver, type Part, type Terms, type TermsOptions } from "./terms.js";
import { unitCostsOf } from "./unit-costs.js";
import { sumOfParts, weighByDays, yearlyCost, type YearlyCost, type YearlyPay } from "./yearly-cost.js";

export type { Part } from "./terms.js";

export interface RateCardOptions extends TermsOptions {
  /** Financial year whose prices are used, `2026/27`. */
  readonly year: string;
  /** Days worked: when given, hours are priced as of these days, whichever years they are in, instead of as of `year`. */
  readonly worked?: Days;
  /** High-cost area that the staff work in; none when left out. */
  readonly highCost?: HighCost;
}

/** A high-cost area and what it adds to a year's pay, GBP a year full time. The amounts are the Trust's: none is shipped. */
export interface HighCost {
  /** In words: `inner London`. */
  readonly zone: string;
  /** Under Agenda for Change; null when not stated, and then nobody under it has a rate. */
  readonly afc: number | null;
  /** For doctors; null likewise. */
  readonly medical: number | null;
}

/** GBP per hour of one pay point, unrounded, with what it is made of. */
export interface Rate {
  readonly payPoint: PayPoint;
  readonly hourly: number;
  /** Yearly cost in GBP, unrounded: the sum of the four parts. */
  readonly yearly: number;
  readonly parts: YearlyCost & {
    /** Hours in a year that the cost is spread over. */
    readonly hours: Part;
  };
  /** What to know before relying on it. */
  readonly cautions: readonly string[];
}

export interface RateCard extends RateCardOptions {
  readonly rates: Readonly<Record<string, Rate>>;
  /** Pay points without a rate, and why: no figure in one of the years, or no supplement declared for such staff. */
  readonly unpriced: Readonly<Record<string, string>>;
  /** Rows of the study's own unit cost table, by pay point; GBP an hour, nothing is added to them. */
  readonly unitCosts: Readonly<Record<string, Figure>>;
  /** Whose working hours each pay point has, priced or not: a Trust's own rate for it needs them. */
  readonly staff: Readonly<Record<string, PayPoint["staff"]>>;
  /** On-costs and hours by the days they are in force, in order; a rate weighs them by their days. */
  readonly terms: readonly Terms[];
}

/**
 * Price an hour of every pay point: pay, employer National Insurance above the secondary threshold, pension and
 * apprenticeship levy, over the hours in a year. Nothing is rounded. Where a figure changes within the days priced (those
 * of the year, or those worked), each figure counts by its days. A high-cost-area supplement is part of pay: National
 * Insurance, pension and levy are paid on it. A figure missing for the year is an error naming key and year; another
 * year's figure is never used. No value when there is an error.
 *
 * Source: HMRC Class 1 secondary contributions; NHS Employers on pension contributions and paid hours (52.143 x 37.5).
 */
export function buildRateCard(
  figures: readonly Figure[],
  options: RateCardOptions,
): { readonly value: RateCard | null; readonly issues: readonly Issue[] } {
  const days = options.worked ?? daysOfYear(options.year);
  const { highCost } = options;
  const { terms, issues } = termsOver(figures, days, options);
  const years = yearsTouched(days);
  const pointsOf = new Map(years.map((year) => [year, payPointsOf(figures, year)]));
  const points = new Map([...pointsOf.values()].flat().map((each) => [each.key, each]));
  const problems = [
    ...years
      .filter((year) => pointsOf.get(year)!.length === 0)
      .map((year) => missingFigure("pay points", "any", year)),
    ...issues,
    ...(highCost && highCost.afc === null && highCost.medical === null
      ? [zoneWithoutAmount(highCost.zone)]
      : []),
  ];
  if (problems.length > 0) return { value: null, issues: problems };

  const rates: Record<string, Rate> = {};
  const unpriced: Record<string, string> = {};
  for (const point of points.values()) {
    const without = years.filter((year) => !pointsOf.get(year)!.some(({ key }) => key === point.key));
    if (without.length > 0) unpriced[point.key] = `no figure for ${without.join(" or ")}`;
    else if (highCost?.[point.staff] === null)
      unpriced[point.key] = `no supplement of ${highCost.zone} for ${staffWords[point.staff]}`;
    else rates[point.key] = rateOf(point, figures, terms, highCost);
  }
  const unitCosts = unitCostsOf(figures, options.year);
  const staff = Object.fromEntries([
    ...[...points.values()].map((point) => [point.key, point.staff] as const),
    ...Object.values(unitCosts).map((row) => [row.key, row.staff ?? "afc"] as const),
  ]);
  return { value: { ...options, rates, unpriced, unitCosts, staff, terms }, issues: [] };
}

/** Figures that a rate card rests on, each once, without the pay points themselves. */
export function onCostFigures(card: RateCard): readonly Figure[] {
  const all = Object.values(card.rates).flatMap(({ parts }) => [
    ...parts.nationalInsurance.figures,
    ...parts.pension.figures,
    ...parts.levy.figures,
    ...parts.hours.figures,
  ]);
  return [...new Set(all)];
}

/** The cost of a year's pay over spans of days, each with its own pay and terms. */
export function priceOver(
  spans: readonly { readonly pay: YearlyPay; readonly terms: Terms }[],
  staff: PayPoint["staff"],
): Pick<Rate, "hourly" | "yearly" | "parts"> {
  const priced = spans.map(({ pay, terms }) => ({ terms, cost: yearlyCost(pay, terms) }));
  const over = (part: (cost: YearlyCost, terms: Terms) => Part) =>
    weighByDays(priced.map(({ cost, terms }) => ({ days: terms.days, part: part(cost, terms) })));
  const parts = {
    pay: over(({ pay }) => pay),
    nationalInsurance: over(({ nationalInsurance }) => nationalInsurance),
    pension: over(({ pension }) => pension),
    levy: over(({ levy }) => levy),
    hours: over((_, { hours }) => hours[staff]),
  };
  const yearly = sumOfParts(parts);
  return { yearly, hourly: yearly / parts.hours.value, parts };
}

const staffWords = { afc: "Agenda for Change staff", medical: "doctors" } as const;

function rateOf(
  point: PayPoint,
  figures: readonly Figure[],
  terms: readonly Terms[],
  highCost: HighCost | undefined,
): Rate {
  const cautions = new Set<string>();
  const spans = terms.map((each) => {
    const { pay, pensionable, inForce } = payOn(figures, point, each);
    if (!inForce) cautions.add(`${point.label}: pay in force to ${pay.to}, used to ${each.to}`);
    return { terms: each, pay: withSupplement(pay, pensionable, highCost, point.staff) };
  });
  return { payPoint: point, ...priceOver(spans, point.staff), cautions: [...cautions] };
}

function payOn(figures: readonly Figure[], { key, staff }: PayPoint, { year, from, to }: Terms) {
  const { figure: pay } = figureOn(figures, { table: payTables[staff], key, year }, from)!;
  const pensionable = figureOn(figures, { table: "pensionable_pay", key, year }, from)?.figure;
  return { pay, pensionable, inForce: pay.to >= to };
}

function withSupplement(
  pay: Figure,
  pensionable: Figure | undefined,
  highCost: HighCost | undefined,
  staff: PayPoint["staff"],
): YearlyPay {
  const supplement = highCost?.[staff] ?? 0;
  return {
    value: pay.value + supplement,
    ...(pensionable ? { pensionable: pensionable.value + supplement } : {}),
    figures: pensionable ? [pay, pensionable] : [pay],
    working:
      `basic pay ${pay.value}` +
      (highCost ? ` + high-cost-area supplement ${supplement} (${highCost.zone}, as declared)` : ""),
  };
}
