import type { PricedReturns } from "../costs/trust-costs.js";
import type { CostPeriod, ReleaseContents, VerificationNote } from "../report/report-input.js";
import { publicStudyOf } from "../study/public-study.js";
import type { Checked } from "./check.js";
import { costFactsOf } from "./cost-facts.js";
import type { Evaluation } from "./evaluate.js";
import { notesOfRates } from "./rate-notes.js";

/**
 * All that is let out of a run. Results come through the disclosure gate. What is told of cost returns besides goes past it,
 * because none of it is an amount that anybody spent or was paid, nor an answer:
 * - published pay and on-costs, of the pay points that some Trust's return names, and not which Trust's;
 * - how many Trusts have a rate of their own or stand in a high-cost area, and not which;
 * - the days that each return covers, by Trust: without them no cost by Trust can be read. No pay point is tied to days; see
 *   `notesOfRates`.
 */
export function contentsOf(
  { returns, figures }: Checked,
  { study, released, summary }: Evaluation,
  priced: PricedReturns,
  verification: VerificationNote,
  version: string,
): ReleaseContents {
  const costPeriods = study.trusts.flatMap(({ code }): readonly CostPeriod[] =>
    returns.filter(({ trust }) => trust === code).map(({ from, to }) => ({ trust: code, from, to })),
  );
  return {
    study: publicStudyOf(study),
    released,
    disclosure: summary,
    rates: notesOfRates(study, figures, returns),
    costPeriods,
    costFacts: costFactsOf(priced),
    verification,
    version,
  };
}
