import { headingsOf, layOut, purposesBy } from "../lay-out.js";
import type { GridRow } from "../grid.js";
import type { Format } from "./format.js";
import { notDetected } from "./format.js";
import { findHeader } from "./header-row.js";

const numberHeadings = ["Unique Response Number", "URN"];
const purposeOf = purposesBy({
  "@id": numberHeadings,
  "@started": ["StartDate", "Start date", "Date started", "Started"],
  "@submitted": ["CompletionDate", "Completion date", "Date completed", "Date submitted", "Submission date"],
  personal: ["Username", "User name", "Email", "Email address", "Token", "Respondent name"],
});

/** Jisc Online Surveys (once Bristol Online Surveys), as CSV or XLSX. */
export const jisc: Format = {
  id: "jisc",
  label: "Jisc Online Surveys",
  evidence:
    "first column Unique Response Number or URN; question codes as headings (Q1, Q3_1) with labels such as " +
    "`PetLikes - Dogs`, and one column for each option of a tick-all question: seen in the public R package bossier, " +
    "which reads the SPSS export. Headings with numbers before the question (`9.b. ...`): seen in public code that " +
    "reads a CSV export. The headings of times and respondents in the CSV export: not seen",
  detect(rows) {
    const header = headerOf(rows);
    if (header < 0) return notDetected;
    return {
      score: 0.9,
      reasons: [`row ${rows[header]!.row} has the heading Unique Response Number or URN`],
    };
  },
  read(rows, source) {
    const at = Math.max(0, headerOf(rows));
    const headings = headingsOf(rows[at]);
    return layOut({ source, headings, rows: rows.slice(at + 1), purposeOf });
  },
};

function headerOf(rows: readonly GridRow[]): number {
  const found = numberHeadings.map((heading) => findHeader(rows, [heading])).filter((index) => index >= 0);
  return found.length > 0 ? Math.min(...found) : -1;
}
