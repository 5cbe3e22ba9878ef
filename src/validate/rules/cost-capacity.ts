import { headings } from "../../ingest/formats/cost-return-layout.js";
import { costFinding, withCohorts } from "../cost-finding.js";
import { cellOf } from "../cost-place.js";
import type { Finding } from "../finding.js";
import { costLines } from "../looked-at.js";
import type { Rule } from "../rule.js";

/** Room for more IMGs at once than were recruited in all, and room on a line that grows with each IMG anyway. Notes. */
export const costCapacity: Rule = {
  id: "cost-capacity",
  label: "room for more IMGs than there were",
  severity: "note",
  looksAt: costLines,
  check: ({ tables, ...context }) =>
    withCohorts(context).flatMap(({ read, cohort }) =>
      [
        ...read.staff.map((line) => ({ line, heading: headings.Staff.capacity as string })),
        ...read.other.map((line) => ({ line, heading: headings["Other costs"].capacity as string })),
      ].flatMap(({ line: { capacity, basis, at }, heading }): readonly Finding[] => {
        if (capacity === null) return [];
        const tell = (message: string, expected: string, fix: string) => [
          costFinding(costCapacity, read.trust, cellOf(tables, at, heading), {
            message: `most IMGs at once: ${message}`,
            expected,
            found: String(capacity),
            fix,
          }),
        ];
        if (basis === "each IMG")
          return tell(
            `${capacity}, on a line that is for each IMG and grows with every one; it is not used`,
            "nothing",
            "clear the cell, or choose each cohort if the line serves several IMGs at once",
          );
        if (capacity <= cohort.recruited) return [];
        return tell(
          `${capacity}, but ${cohort.recruited} were recruited in all`,
          `up to ${cohort.recruited}`,
          "nothing to do if there was room for so many; else correct it",
        );
      }),
    ),
};
