import { headings } from "../../ingest/formats/cost-return-layout.js";
import { costFinding, withCohorts } from "../cost-finding.js";
import { costLimits } from "../cost-limits.js";
import { cellOf, rowName } from "../cost-place.js";
import { hoursOf, timesOf } from "../cost-size.js";
import type { Finding } from "../finding.js";
import { costLines } from "../looked-at.js";
import type { Rule } from "../rule.js";

/**
 * Backfill beside the time that it stood in for: of one component, and about the same hours. The hours were given once; their
 * cost is either that of the person who gave them or that of the one who stood in.
 */
export const costBackfillTwice: Rule = {
  id: "cost-backfill-twice",
  label: "backfill beside the time it stands in for",
  severity: "warning",
  looksAt: costLines,
  check: ({ tables, ...context }) =>
    withCohorts(context).flatMap(({ read, cohort }) => {
      const times = timesOf(read, cohort);
      return read.staff
        .filter(({ backfill }) => backfill)
        .flatMap((line): readonly Finding[] => {
          const hours = hoursOf(line, times);
          const own = read.staff.find(
            (other) =>
              !other.backfill &&
              other.component === line.component &&
              hours > 0 &&
              Math.abs(hoursOf(other, times) - hours) <= costLimits.sameHoursShare * hours,
          );
          if (own === undefined) return [];
          return [
            costFinding(costBackfillTwice, read.trust, cellOf(tables, line.at, headings.Staff.backfill), {
              message: `stands in for someone else: yes, for about the same hours of ${line.component} as ${rowName(own.at)}; both are counted, so are the hours there twice?`,
              expected: "the time that was given, or the time that stood in for it",
              found: `both, in ${rowName(own.at)} and ${rowName(line.at)}`,
              fix: "keep the line of the one who stood in, if that was what it cost, and delete the other; if they were different hours, nothing to do",
            }),
          ];
        });
    }),
};
