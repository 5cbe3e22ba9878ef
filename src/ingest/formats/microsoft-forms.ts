import { headingsOf, layOut, purposesBy } from "../lay-out.js";
import type { Heading, Purpose } from "../lay-out.js";
import { headOf, rowsFrom } from "../grid.js";
import type { Format } from "./format.js";
import { notDetected } from "./format.js";
import { findHeader } from "./header-row.js";

const markers = ["Start time", "Completion time"];
const named = purposesBy({
  "@id": ["ID"],
  "@started": ["Start time"],
  "@submitted": ["Completion time"],
  personal: ["Email", "Name"],
  platform: ["Last modified time", "Total points", "Quiz feedback", "Grade posted time", "Language"],
});

/** Microsoft Forms, as CSV or XLSX. */
export const microsoftForms: Format = {
  id: "microsoft-forms",
  label: "Microsoft Forms",
  evidence:
    "one header row (ID, Start time, Completion time, Email, Name, then the questions themselves), Last modified time, " +
    "anonymous for the e-mail, times such as 8/20/25 12:51:45, Total points, Quiz feedback, Points - and Feedback - in quiz " +
    "mode, and `;` after each choice of a tick-all question: seen in public code and tests that read such files, no whole " +
    "export seen. Words typed under Other in place of the choice, and that only submitted forms are exported: general " +
    "knowledge, not seen in writing",
  detect(rows) {
    const header = findHeader(rows, markers);
    if (header < 0) return notDetected("no row has the headings Start time and Completion time");
    const hasId = findHeader(rows, [...markers, "ID"]) === header;
    return {
      score: hasId ? 0.95 : 0.7,
      reasons: [
        `row ${rows[header]!.row} has the headings ${hasId ? "ID, " : ""}Start time and Completion time`,
      ],
    };
  },
  read(cells, source) {
    const head = headOf(cells);
    const at = Math.max(0, findHeader(head, markers));
    const headings = headingsOf(head[at]);
    const bodyAt = at + 1;
    return {
      ...layOut({ source, headings, body: rowsFrom(cells, bodyAt), purposeOf }),
      bodyAt,
      headerRows: 1,
    };
  },
};

function purposeOf(heading: Heading): Purpose | null {
  if (/^(?:points|feedback)\s*-\s/i.test(heading.name)) return "platform";
  return named(heading);
}
