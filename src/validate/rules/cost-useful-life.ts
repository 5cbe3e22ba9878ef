import { headings } from "../../ingest/formats/cost-return-layout.js";
import { costFinding } from "../cost-finding.js";
import { cellOf } from "../cost-place.js";
import { costLines } from "../looked-at.js";
import type { Rule } from "../rule.js";

/** A useful life on a recurrent line: only what is spent once is spread over years. A note. */
export const costUsefulLife: Rule = {
  id: "cost-useful-life",
  label: "a useful life of what comes back each time",
  severity: "note",
  looksAt: costLines,
  check: ({ tables, returns }) =>
    returns.flatMap((read) =>
      [
        ...read.staff.map((line) => ({ line, heading: headings.Staff.usefulLife as string })),
        ...read.other.map((line) => ({ line, heading: headings["Other costs"].usefulLife as string })),
      ]
        .filter(({ line }) => line.recurrence === "recurrent" && line.usefulLife !== null)
        .map(({ line, heading }) =>
          costFinding(costUsefulLife, read.trust, cellOf(tables, line.at, heading), {
            message: `useful life in years: ${line.usefulLife}, on a recurrent line; it is not used`,
            expected: "nothing",
            found: String(line.usefulLife),
            fix: "choose one-off if it was bought or written once; else clear the cell",
          }),
        ),
    ),
};
