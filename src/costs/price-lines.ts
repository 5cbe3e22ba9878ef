import type { OwnRate as StatedRate } from "../validate/cost-line.js";
import type { PricedHour } from "./own-rate.js";
import { priceHour, type DeclaredOwnRate } from "./price-hour.js";
import type { RateCard } from "./rate-card.js";

/** Prices of an hour of one Trust's staff. */
export interface HourPrices {
  /** At the study's choice of pension, and with the full rate. A rate of the line's own wins over the pay point. */
  readonly at: (
    payPoint: string,
    ownRate: StatedRate | null,
  ) => { readonly study: PricedHour; readonly fullPension: PricedHour };
}

/** The two rate cards of a Trust: they differ in the pension that is counted. */
export interface Cards {
  readonly study: RateCard;
  readonly fullPension: RateCard;
}

/** Price hours of one Trust by its rate cards, its return's own rates and those that the study declares for it. */
export function hourPrices(trust: string, cards: Cards, declared: readonly DeclaredOwnRate[]): HourPrices {
  return {
    at: (payPoint, stated) => {
      const ownRate = stated && {
        pounds: stated.pencePerHour / 100,
        per: "hour" as const,
        source: stated.source,
        includesOnCosts: stated.includesOnCosts,
        includesOverheads: stated.includesOverheads,
      };
      const time = { trust, payPoint, ownRate };
      return {
        study: priceHour(cards.study, time, declared),
        fullPension: priceHour(cards.fullPension, time, declared),
      };
    },
  };
}
