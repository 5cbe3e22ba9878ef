import { formatNumber } from "../../core/format.js";
import { headings } from "../../ingest/formats/cost-return-layout.js";
import { costFinding, withCohorts } from "../cost-finding.js";
import { costLimits } from "../cost-limits.js";
import { cellOf, nameCells } from "../cost-place.js";
import { poundsOf, sizedLines } from "../cost-size.js";
import type { Finding } from "../finding.js";
import { costLines } from "../looked-at.js";
import type { Rule } from "../rule.js";

/** What one pound a year over five years is worth at 3.5% a year, paid at the end of each. */
const fiveYears = (1 - 1.035 ** -5) / 0.035;

/**
 * One-off costs without a useful life that are a large part of the cost of a small cohort: set-up that later cohorts will
 * use too is put on the first few. IMGs' own time is left out of the whole. Told with what it would be a year when spread.
 */
export const costOneOffSmallCohort: Rule = {
  id: "cost-one-off-small-cohort",
  label: "set-up that a small cohort bears alone",
  severity: "warning",
  looksAt: costLines,
  check: ({ tables, pricesOf, ...context }) =>
    withCohorts(context).flatMap(({ read, cohort }): readonly Finding[] => {
      const { inducted } = cohort;
      if (!read.whole || inducted === 0 || inducted > costLimits.smallCohort) return [];
      const spending = sizedLines(read, cohort, pricesOf).flatMap((each) =>
        each.sort === "IMG time" ? [] : [each],
      );
      const oneOff = spending.filter(
        ({ line, pounds }) => line.recurrence === "one-off" && line.usefulLife === null && pounds > 0,
      );
      const [total, setUp] = [poundsOf(spending), poundsOf(oneOff)];
      const [first] = oneOff;
      if (first === undefined || setUp <= total * costLimits.setUpShare) return [];
      const lives = oneOff.map(({ line, sort }) => ({
        ...cellOf(tables, line.at, headings[sort === "staff" ? "Staff" : "Other costs"].usefulLife),
      }));
      const named = nameCells(lives.map((at) => ({ ...at, cell: `${at.sheet}!${at.cell}` })));
      const pounds = (amount: number) => `£${formatNumber(amount)}`;
      return [
        costFinding(costOneOffSmallCohort, read.trust, lives[0]!, {
          message: `useful life in years: not given for one-off costs of about ${pounds(setUp)}, ${Math.round((setUp / total) * 100)}% of the cost of ${inducted} IMGs (${pounds(setUp / inducted)} each); of use for 5 years, they would be about ${pounds(setUp / fiveYears)} a year (${pounds(setUp / fiveYears / inducted)} each)`,
          expected: "the years for which each will be of use",
          found: `no useful life in ${named}`,
          fix: "give the useful life of what later cohorts will use too; set costing.set_up in study.yaml for lines that say none",
          count: oneOff.length,
        }),
      ];
    }),
};
