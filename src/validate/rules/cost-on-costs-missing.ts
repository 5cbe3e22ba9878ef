import { formatNumber } from "../../core/format.js";
import { headings } from "../../ingest/formats/cost-return-layout.js";
import { costFinding } from "../cost-finding.js";
import { costLimits } from "../cost-limits.js";
import { cellOf } from "../cost-place.js";
import type { Finding } from "../finding.js";
import { costLines } from "../looked-at.js";
import type { Rule } from "../rule.js";

/** An own rate said to hold on-costs that is below the bare pay of its pay point. The rate itself is never told. */
export const costOnCostsMissing: Rule = {
  id: "cost-on-costs-missing",
  label: "an own rate that cannot hold on-costs",
  severity: "warning",
  looksAt: costLines,
  check: ({ tables, returns, pricesOf }) =>
    returns.flatMap((read) =>
      read.staff.flatMap((line): readonly Finding[] => {
        const bare = pricesOf(read.period, read.highCost).barePay.get(line.payPoint);
        const { ownRate } = line;
        if (ownRate === null || !ownRate.includesOnCosts || bare === undefined) return [];
        if (ownRate.pencePerHour / 100 >= bare * (1 - costLimits.sameAmountShare)) return [];
        return [
          costFinding(costOnCostsMissing, read.trust, cellOf(tables, line.at, headings.Staff.rateOnCosts), {
            message: `own rate includes on-costs: yes, but it is below the £${formatNumber(bare, 2)} that an hour of ${line.payPoint} is paid without them; are they in it, and is it the right pay point?`,
            expected: "no, when the rate is pay alone",
            fix: "choose no if the rate is pay alone; or correct the rate or the pay point; if it is right, nothing to do",
          }),
        ];
      }),
    ),
};
