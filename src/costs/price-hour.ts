import { invariant } from "../core/invariant.js";
import { priceOwnRate, type OwnRate, type PricedHour } from "./own-rate.js";
import type { RateCard } from "./rate-card.js";
import { unitCostBasis } from "./unit-costs.js";

/** A Trust's own rate for everybody on a pay point, as study.yaml declares it. */
export interface DeclaredOwnRate extends OwnRate {
  readonly trust: string;
  readonly payPoint: string;
}

/** Staff time to be priced: whose, on which pay point, and the rate that the return itself gives for it. */
export interface TimeToPrice {
  readonly trust: string;
  readonly payPoint: string;
  readonly ownRate: OwnRate | null;
}

/**
 * Price an hour: by the rate that the line of the return gives; else by the Trust's own rate for the pay point in study.yaml;
 * else by the unit cost table that the study names, when the pay point is of it; else by the rate card. A pay point that has
 * none is a bug: validation refuses it first.
 */
export function priceHour(
  card: RateCard,
  { trust, payPoint, ownRate }: TimeToPrice,
  declared: readonly DeclaredOwnRate[] = [],
): PricedHour {
  const own = ownRate ?? declared.find((each) => each.trust === trust && each.payPoint === payPoint);
  if (own) {
    const staff = card.staff[payPoint];
    invariant(staff, `no working hours for pay point ${payPoint} in ${card.year}`);
    return priceOwnRate(own, staff, card.terms);
  }
  const unitCost = card.unitCosts[payPoint];
  if (unitCost)
    return {
      hourly: unitCost.value,
      kind: "unit cost table",
      basis: unitCostBasis(unitCost),
      onCostsAsGiven: true,
      source: unitCost.source,
      figures: [unitCost],
      working: `${unitCost.value} an hour as the table gives it (${unitCost.source}); nothing is added`,
      cautions: [],
    };
  const rate = card.rates[payPoint];
  invariant(rate, `no rate for pay point ${payPoint} in ${card.year}`);
  const { pay, nationalInsurance, pension, levy, hours } = rate.parts;
  return {
    hourly: rate.hourly,
    kind: "pay point",
    basis: "pay-and-on-costs",
    onCostsAsGiven: false,
    source: [...new Set(pay.figures.map(({ source }) => source))].join(", "),
    figures: [...new Set(Object.values(rate.parts).flatMap((part) => part.figures))],
    working:
      `${pay.working}; National Insurance ${nationalInsurance.working}; pension ${pension.working}; ` +
      `apprenticeship levy ${levy.working}; over ${hours.working}`,
    cautions: rate.cautions,
  };
}
