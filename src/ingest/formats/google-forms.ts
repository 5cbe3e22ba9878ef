import { headingsOf, layOut, purposesBy } from "../lay-out.js";
import { plainWords } from "../../study/wording.js";
import { cellText, headOf, rowsFrom } from "../grid.js";
import type { Format } from "./format.js";
import { notDetected } from "./format.js";
import { findHeader } from "./header-row.js";

const purposeOf = purposesBy({
  "@submitted": ["Timestamp"],
  personal: ["Email Address", "Username"],
  platform: ["Score"],
});

/** Google Forms, as CSV or as the sheet it is linked to. */
export const googleForms: Format = {
  id: "google-forms",
  label: "Google Forms",
  evidence:
    "one header row that starts with Timestamp, Email Address and Score beside it, and times such as 2026/09/20 10:00:00 AM " +
    "or with GMT+3 behind them: seen in public code and tests that read such files, no whole export seen. Choices of a " +
    "tick-all question joined by a comma and a space, statements of a grid in square brackets after the question, words " +
    "typed under Other in place of the choice, times in the order of the owner's country: general knowledge, not seen in " +
    "writing",
  detect(rows) {
    const header = findHeader(rows, ["Timestamp"]);
    if (header < 0) return notDetected("no row has the heading Timestamp");
    const first = plainWords(cellText(rows[header]!.cells[0])) === "timestamp";
    return {
      score: first ? 0.85 : 0.4,
      reasons: [`row ${rows[header]!.row} ${first ? "starts with" : "has"} the heading Timestamp`],
    };
  },
  read(cells, source) {
    const head = headOf(cells);
    const at = Math.max(0, findHeader(head, ["Timestamp"]));
    const headings = headingsOf(head[at]);
    const bodyAt = at + 1;
    return {
      ...layOut({ source, headings, body: rowsFrom(cells, bodyAt), purposeOf }),
      bodyAt,
      headerRows: 1,
    };
  },
};
