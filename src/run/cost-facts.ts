import { shareOfYear } from "../costs/period.js";
import type { PricedReturns } from "../costs/trust-costs.js";
import type { SetUp } from "../costs/set-up.js";
import type { CostFacts, SetUpNote } from "../report/report-input.js";

/** Facts of a costing for its methods; null when no Trust was costed. */
export function costFactsOf({ trusts, setUp }: PricedReturns): CostFacts | null {
  if (trusts.length === 0) return null;
  const own = trusts.filter(({ ledger }) => ledger.some(({ price }) => price?.kind === "own rate"));
  return {
    setUp: noteOf(setUp),
    ownRateTrusts: own.length,
    highCostTrusts: trusts.filter(({ cards }) => cards.study.highCost !== undefined).length,
    coversYear: trusts.every((period) => shareOfYear(period) === 1),
  };
}

function noteOf(setUp: SetUp): SetUpNote {
  if (setUp.treatment === "written-off") return setUp;
  const { rateFrom } = setUp;
  return { ...setUp, rateFrom: rateFrom === null ? null : { from: rateFrom.from } };
}
