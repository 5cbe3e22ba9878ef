import { formatNumber } from "../../core/format.js";
import { headings } from "../../ingest/formats/cost-return-layout.js";
import { costFinding, withCohorts } from "../cost-finding.js";
import { costLimits } from "../cost-limits.js";
import { cellOf } from "../cost-place.js";
import { poundsOf, sizedLines, type SizedLine } from "../cost-size.js";
import type { PartialReturn } from "../cost-return.js";
import type { Finding } from "../finding.js";
import { costLines } from "../looked-at.js";
import type { Rule, RuleContext } from "../rule.js";

const headingOf = {
  staff: headings.Staff.hours,
  other: headings["Other costs"].amount,
  "IMG time": headings["IMG time"].hoursEach,
} as const satisfies Record<SizedLine["sort"], string>;

/**
 * One line of staff time or other costs that is more than £100,000 and more than half of what the Trust returned: a
 * slipped decimal point, or an amount for all put down for each. IMGs' own time is left out of the suspects, because it
 * often is the greater part; returns that cannot be read whole are left alone. Without rates only amounts are looked at.
 */
export const costLargeLine: Rule = {
  id: "cost-large-line",
  severity: "warning",
  looksAt: costLines,
  label: "one line that is most of a Trust's cost",
  check: (context) =>
    withCohorts(context).flatMap(({ read, cohort }): readonly Finding[] => {
      if (!read.whole) return [];
      const lines = sizedLines(read, cohort, context.pricesOf);
      const total = poundsOf(lines);
      return lines
        .filter(({ sort }) => sort !== "IMG time")
        .filter(
          ({ pounds }) => pounds > costLimits.largeLinePounds && pounds > total * costLimits.largeLineShare,
        )
        .map((line) => tooLarge(context, read, line, total));
    }),
};

function tooLarge(
  { tables, pricesOf }: RuleContext,
  read: PartialReturn,
  { sort, line, pounds }: SizedLine,
  total: number,
): Finding {
  const share = Math.floor((pounds / total) * 100);
  const of =
    pricesOf(read.period, read.highCost).hourly.size > 0 ? "the Trust's total of" : "its other costs of";
  const found = `£${formatNumber(pounds)}, ${share}% of ${of} £${formatNumber(total)}`;
  return costFinding(costLargeLine, read.trust, cellOf(tables, line.at, headingOf[sort]), {
    message: `${sort === "staff" ? "staff time" : "amount in pounds"}: this line comes to about ${found}`,
    expected: `at most £${formatNumber(costLimits.largeLinePounds)}, or half of the Trust's total`,
    found,
    fix: "check the decimal point, and whether the figure is for the whole period, each cohort or each IMG",
  });
}
