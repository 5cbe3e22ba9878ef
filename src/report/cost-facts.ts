import { shareOfYear } from "../costs/period.js";
import type { PricedReturns } from "../costs/trust-costs.js";
import type { CostFacts } from "./report-input.js";

/** Facts of a costing for its methods; null when no Trust was costed. */
export function costFactsOf({ trusts, setUp }: PricedReturns): CostFacts | null {
  if (trusts.length === 0) return null;
  const own = trusts.filter(({ ledger }) => ledger.some(({ price }) => price?.kind === "own rate"));
  return {
    setUp,
    ownRateTrusts: own.length,
    highCostTrusts: trusts.filter(({ cards }) => cards.study.highCost !== undefined).length,
    coversYear: trusts.every((period) => shareOfYear(period) === 1),
  };
}
