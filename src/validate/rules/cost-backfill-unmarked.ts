import { headings } from "../../ingest/formats/cost-return-layout.js";
import { costFinding } from "../cost-finding.js";
import { cellOf } from "../cost-place.js";
import { costLines } from "../looked-at.js";
import type { Rule } from "../rule.js";

const backfillWords = /\bback-?\s?fill|\blocums?\b|\bbank\b|\bagency\b/i;

/** Staff whose role reads like somebody who stood in for another, without saying so. The words are not told on. */
export const costBackfillUnmarked: Rule = {
  id: "cost-backfill-unmarked",
  label: "staff who may have stood in for others, not marked",
  severity: "warning",
  looksAt: costLines,
  check: ({ tables, returns }) =>
    returns.flatMap((read) =>
      read.staff
        .filter(
          ({ backfill, role, activity }) => !backfill && backfillWords.test(`${role} ${activity ?? ""}`),
        )
        .map((line) =>
          costFinding(costBackfillUnmarked, read.trust, cellOf(tables, line.at, headings.Staff.backfill), {
            message:
              "stands in for someone else: no, but the role reads like it; did they stand in for staff of the induction?",
            expected: "yes, where they did the work of staff who were at the induction",
            found: "no",
            fix: "choose yes, so that the same hours are not counted twice; if they gave the induction, nothing to do",
          }),
        ),
    ),
};
