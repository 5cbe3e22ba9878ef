import type { Issue } from "../core/issue.js";
import type { Study } from "../study/study.js";
import type { HighCost as ReturnedHighCost } from "../validate/cost-return.js";
import type { Figure } from "./figures.js";
import type { Days } from "./financial-year.js";
import type { DeclaredOwnRate } from "./price-hour.js";
import { buildRateCard, type HighCost, type RateCard } from "./rate-card.js";

/** What a cost return says that its prices depend on. */
export interface PricedFor extends Days {
  readonly highCost: ReturnedHighCost | null;
}

/**
 * The rate card of one cost return under the study's costing: of the price year, or of the days that the return covers
 * where hours are priced when worked; with the high-cost-area supplement that the return declares.
 */
export function cardOfReturn(
  { costing }: Pick<Study, "costing">,
  figures: readonly Figure[],
  { from, to, highCost }: PricedFor,
): { readonly value: RateCard | null; readonly issues: readonly Issue[] } {
  return buildRateCard(figures, {
    year: costing.price_year,
    pension: costing.pension,
    levy: costing.apprenticeship_levy,
    hours: costing.hours,
    ...(costing.prices === "when-worked" ? { worked: { from, to } } : {}),
    ...(highCost === null ? {} : { highCost: inPounds(highCost) }),
  });
}

/** The Trusts' own rates that study.yaml declares. */
export function declaredOwnRates({ costing }: Pick<Study, "costing">): readonly DeclaredOwnRate[] {
  return costing.own_rates.map((rate) => ({
    trust: rate.trust,
    payPoint: rate.pay_point,
    pounds: rate.pounds,
    per: rate.per,
    source: rate.source,
    includesOnCosts: rate.includes_on_costs,
    includesOverheads: rate.includes_overheads,
    ...(rate.pensionable === undefined ? {} : { pensionable: rate.pensionable }),
  }));
}

function inPounds({ area, afcPence, medicalPence }: ReturnedHighCost): HighCost {
  const pounds = (pence: number | null) => (pence === null ? null : pence / 100);
  return { zone: area, afc: pounds(afcPence), medical: pounds(medicalPence) };
}
