import { formatNumber } from "../../core/format.js";
import { headings } from "../../ingest/formats/cost-return-layout.js";
import { costFinding, withCohorts } from "../cost-finding.js";
import { cellOf } from "../cost-place.js";
import { onCostsAgain } from "../cost-stated.js";
import type { Finding } from "../finding.js";
import { costLines } from "../looked-at.js";
import type { Rule } from "../rule.js";

/**
 * On-costs that may be counted twice: an own rate said to be without them that is as much as the pay point with them, a
 * published unit cost said to be without them (published tables hold them), and an amount of the Trust's ledger that is
 * the priced hours with on-costs on top once more. The rate itself is never told.
 */
export const costOnCostsTwice: Rule = {
  id: "cost-on-costs-twice",
  label: "on-costs that may be counted twice",
  severity: "warning",
  looksAt: costLines,
  check: ({ tables, returns, cohorts, pricesOf }) => [
    ...returns.flatMap((read) =>
      read.staff.flatMap((line): readonly Finding[] => {
        const { ownRate, payPoint } = line;
        const hourly = pricesOf(read.period, read.highCost).hourly.get(payPoint);
        if (ownRate === null || ownRate.includesOnCosts) return [];
        const published = ownRate.source === "published unit cost";
        const above = hourly !== undefined && ownRate.pencePerHour >= hourly * 100;
        if (!published && !above) return [];
        const why = published
          ? "published unit costs hold them as a rule"
          : `it is not below the £${formatNumber(hourly!, 2)} that an hour of ${payPoint} costs with them`;
        return [
          costFinding(costOnCostsTwice, read.trust, cellOf(tables, line.at, headings.Staff.rateOnCosts), {
            message: `own rate includes on-costs: no, but ${why}; would on-costs be counted twice?`,
            expected: "yes, when the rate holds employer's National Insurance and pension",
            fix: "choose yes if the rate holds on-costs; or clear the own rate, and the pay point is priced for you; if it is right, nothing to do",
          }),
        ];
      }),
    ),
    ...withCohorts({ returns, cohorts }).flatMap(({ read, cohort }) =>
      read.staff
        .filter((line) => onCostsAgain(line, read, cohort, pricesOf))
        .map((line) =>
          costFinding(costOnCostsTwice, read.trust, cellOf(tables, line.at, headings.Staff.stated), {
            message:
              "amount in pounds by your ledger: it is the hours at the pay point with on-costs, and on-costs on top once more; were they added twice?",
            expected: "pay with on-costs once",
            fix: "check how the amount was worked out: the rate of a pay point holds on-costs already",
          }),
        ),
    ),
  ],
};
