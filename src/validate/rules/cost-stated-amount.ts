import { formatNumber } from "../../core/format.js";
import { headings } from "../../ingest/formats/cost-return-layout.js";
import { costFinding, withCohorts } from "../cost-finding.js";
import { cellOf } from "../cost-place.js";
import { onCostsAgain, pricedPounds, sameAmount } from "../cost-stated.js";
import type { Finding } from "../finding.js";
import { costLines } from "../looked-at.js";
import type { Rule } from "../rule.js";

/**
 * An amount by the Trust's ledger that differs from hours times rate by more than 1% and 5 pounds. Both are told, but not
 * of one person's time: what one person cost over known hours is what that person earns.
 */
export const costStatedAmount: Rule = {
  id: "cost-stated-amount",
  label: "an amount of the ledger that is not hours times rate",
  severity: "warning",
  looksAt: costLines,
  check: ({ tables, pricesOf, ...context }) =>
    withCohorts(context).flatMap(({ read, cohort }) =>
      read.staff.flatMap((line): readonly Finding[] => {
        const priced = pricedPounds(line, read, cohort, pricesOf);
        if (line.statedPence === null || priced === null || read.period === null) return [];
        const stated = line.statedPence / 100;
        if (sameAmount(stated, priced) || sameAmount(stated, priced * line.share)) return [];
        if (onCostsAgain(line, read, cohort, pricesOf)) return [];
        const more = stated > priced ? "more" : "less";
        const both = `£${formatNumber(stated, 2)}, but hours times rate is £${formatNumber(priced, 2)}`;
        const one = `more than 1% and £5 ${more} than hours times rate`;
        return [
          costFinding(costStatedAmount, read.trust, cellOf(tables, line.at, headings.Staff.stated), {
            message: `amount in pounds by your ledger: ${line.people > 1 ? both : one}`,
            expected:
              line.people > 1
                ? `about £${formatNumber(priced, 2)}`
                : "the hours at the rate, within 1% or £5",
            ...(line.people > 1 ? { found: `£${formatNumber(stated, 2)}` } : {}),
            fix:
              line.people > 1
                ? "check the hours, what they are for, and the pay point; hours times rate is what counts"
                : "compare it with the hours times the rate of an hour on the pay point; check the hours, what they are for, and the pay point",
          }),
        ];
      }),
    ),
};
