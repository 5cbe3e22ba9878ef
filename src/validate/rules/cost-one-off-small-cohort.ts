import { formatNumber } from "../../core/format.js";
import { headings } from "../../ingest/formats/cost-return-layout.js";
import { costFinding, withCohorts } from "../cost-finding.js";
import { costLimits } from "../cost-limits.js";
import { cellOf, nameCells } from "../cost-place.js";
import { poundsOf, sizedLines } from "../cost-size.js";
import type { Finding } from "../finding.js";
import { costLines } from "../looked-at.js";
import type { Rule } from "../rule.js";

/** The life that the message spreads set-up over, as an example. */
const exampleYears = 5;

/**
 * One-off costs without a useful life that are a large part of the cost of a small cohort, in a study that writes set-up off:
 * set-up that later cohorts will use too is put on the first few. IMGs' own time is left out of the whole. Silent where the
 * study declares a life, over which it spreads them.
 */
export const costOneOffSmallCohort: Rule = {
  id: "cost-one-off-small-cohort",
  label: "set-up that a small cohort bears alone",
  severity: "warning",
  looksAt: costLines,
  check: ({ tables, pricesOf, study, ...context }) => {
    if (study.costing.set_up.treatment === "annuitised") return [];
    return withCohorts(context).flatMap(({ read, cohort }): readonly Finding[] => {
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
          message: `set-up is written off in this study, so that one-off costs of about ${pounds(setUp)} are ${Math.round((setUp / total) * 100)}% of the cost of ${inducted} IMGs (${pounds(setUp / inducted)} each); spread over ${exampleYears} years they would be about ${pounds(setUp / exampleYears)} a year, without interest (${pounds(setUp / exampleYears / inducted)} each)`,
          expected: "set-up that later cohorts will use too spread over the years of its use",
          found: `no useful life in ${named}`,
          fix: "set costing.set_up in study.yaml to annuitised, with years; a line's own useful life wins over them",
          count: oneOff.length,
        }),
      ];
    });
  },
};
