import { headingsOf, layOut, purposesBy } from "../lay-out.js";
import { headOf, rowsFrom } from "../grid.js";
import type { Format } from "./format.js";
import { notDetected } from "./format.js";
import { findAnyHeader } from "./header-row.js";

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
    "seen in a public CSV export of 2020 (github.com/surveying-open-data-practices/Data-analysis, data/), in both of its " +
    "forms, with the key that Jisc exports beside it. Coded: URN, codes such as Q1 and Q9_2, and for a tick-all question one " +
    "column of 0 and 1 an option, all 0 also when the question was skipped. In words: Unique Response Number, `9. Question`, " +
    "ticked options in one cell joined by commas without a space. A grid whose statements can have several answers has a " +
    "column for each, Q17_1_a coded and `17.1.a. statement` in words, the words of the answer in its cell; the stem has an " +
    "empty column of its own. Both end with CompletionDate, year-month-day. That letters follow the order of the codebook's " +
    "list, the byte-order mark, and the headings of times and respondents other than these: not seen",
  detect(rows) {
    const header = findAnyHeader(
      rows,
      numberHeadings.map((heading) => [heading]),
    );
    if (header < 0) return notDetected("no row has the heading Unique Response Number or URN");
    return {
      score: 0.9,
      reasons: [`row ${rows[header]!.row} has the heading Unique Response Number or URN`],
    };
  },
  read(cells, source) {
    const head = headOf(cells);
    const at = Math.max(
      0,
      findAnyHeader(
        head,
        numberHeadings.map((heading) => [heading]),
      ),
    );
    const headings = headingsOf(head[at]);
    const bodyAt = at + 1;
    return {
      ...layOut({ source, headings, body: rowsFrom(cells, bodyAt), purposeOf }),
      bodyAt,
      headerRows: 1,
    };
  },
};
