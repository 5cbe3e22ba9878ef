import { headings } from "../../ingest/formats/cost-return-layout.js";
import { costFinding } from "../cost-finding.js";
import { cellOf, nameCells } from "../cost-place.js";
import type { Finding } from "../finding.js";
import { costLines } from "../looked-at.js";
import type { Rule } from "../rule.js";

/** A line of overheads beside own rates that hold overheads, or published ones, which hold them as a rule. */
export const costOverheadsTwice: Rule = {
  id: "cost-overheads-twice",
  label: "overheads that may be counted twice",
  severity: "warning",
  looksAt: costLines,
  check: ({ tables, returns }) =>
    returns.flatMap((read): readonly Finding[] => {
      const holding = read.staff.filter(
        ({ ownRate }) =>
          ownRate !== null && (ownRate.includesOverheads || ownRate.source === "published unit cost"),
      );
      if (holding.length === 0) return [];
      const rates = nameCells(holding.map((line) => cellOf(tables, line.at, headings.Staff.rateOverheads)));
      return read.other
        .filter((line) => line.category === "overhead" && line.amountPence > 0)
        .map((line) =>
          costFinding(
            costOverheadsTwice,
            read.trust,
            cellOf(tables, line.at, headings["Other costs"].amount),
            {
              message: `category: overhead, beside own rates that hold overheads (Staff!${rates}); are they counted twice?`,
              expected: "overheads once: in a line, or in the rates",
              found: `a line of overheads and ${holding.length === 1 ? "1 rate" : `${holding.length} rates`} with overheads`,
              fix: "take this line out, or give rates without overheads; if the line is for other overheads, nothing to do",
            },
          ),
        );
    }),
};
