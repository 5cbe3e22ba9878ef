import { formatNumber } from "../../core/format.js";
import { headings } from "../../ingest/formats/cost-return-layout.js";
import { costFinding, withCohorts } from "../cost-finding.js";
import { costLimits } from "../cost-limits.js";
import { cellOf } from "../cost-place.js";
import { hoursOf, poundsOf, sizedLines, timesOf, type SizedLine } from "../cost-size.js";
import type { Cohort, PartialReturn } from "../cost-return.js";
import type { Finding } from "../finding.js";
import { costLines } from "../looked-at.js";
import type { PricesOf } from "../prices.js";
import type { Rule, RuleContext } from "../rule.js";

const headingOf = {
  staff: headings.Staff.hours,
  other: headings["Other costs"].amount,
  "IMG time": headings["IMG time"].hoursEach,
} as const satisfies Record<SizedLine["sort"], string>;

/**
 * One line of staff time or other costs that is more than £100,000 and more than half of what the Trust returned: a
 * slipped decimal point, an amount for all put down for each, or a year's pay as a rate of the Trust's own. IMGs' own time is left out of the suspects, because it
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
      const lines = atOwnRates(read, cohort, context.pricesOf);
      const total = poundsOf(lines);
      return lines
        .filter(({ sort }) => sort !== "IMG time")
        .filter(
          ({ pounds }) => pounds > costLimits.largeLinePounds && pounds > total * costLimits.largeLineShare,
        )
        .map((line) => tooLarge(context, read, line, total));
    }),
};

type Line = SizedLine & { readonly atOwnRate?: true };

/** The lines by what they are priced at: the Trust's own rate where it gives one, whose size is never told. */
function atOwnRates(read: PartialReturn, cohort: Cohort, pricesOf: PricesOf): readonly Line[] {
  const times = timesOf(read, cohort);
  const { hourOf } = pricesOf(read.period, read.highCost);
  return sizedLines(read, cohort, pricesOf).map((each): Line => {
    if (each.sort !== "staff" || each.line.ownRate === null) return each;
    const pounds = hoursOf(each.line, times) * (hourOf(read.trust, each.line) ?? 0) * each.line.share;
    return { ...each, pounds, atOwnRate: true };
  });
}

function tooLarge(
  { tables, pricesOf }: RuleContext,
  read: PartialReturn,
  { sort, line, pounds, atOwnRate }: Line,
  total: number,
): Finding {
  const expected = `at most £${formatNumber(costLimits.largeLinePounds)}, or half of the Trust's total`;
  if (atOwnRate)
    return costFinding(costLargeLine, read.trust, cellOf(tables, line.at, headings.Staff.hours), {
      message: "staff time: at the Trust's own rate this line is more than half of the Trust's total",
      expected,
      fix: "check the own rate, which is of one hour, and the decimal point of the hours",
    });
  const share = Math.floor((pounds / total) * 100);
  const of =
    pricesOf(read.period, read.highCost).hourly.size > 0 ? "the Trust's total of" : "its other costs of";
  const found = `£${formatNumber(pounds)}, ${share}% of ${of} £${formatNumber(total)}`;
  return costFinding(costLargeLine, read.trust, cellOf(tables, line.at, headingOf[sort]), {
    message: `${sort === "staff" ? "staff time" : "amount in pounds"}: this line comes to about ${found}`,
    expected,
    found,
    fix: "check the decimal point, and whether the figure is for the whole period, each cohort or each IMG",
  });
}
