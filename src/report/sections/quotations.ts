import { countOf, writeSpan } from "../../charts/wording.js";
import type { Inline } from "../document.js";
import type { ReportInput } from "../report-input.js";
import { paragraph, say } from "../say.js";
import { left, textCell } from "../tables/cells.js";
import type { ReportSection } from "./section.js";

/** Respondents' own words, as far as a named person approved each for print. */
export const quotations: ReportSection = {
  id: "quotations",
  heading: "In their own words",
  blocks(input) {
    const { quotations: approved = [] } = input.released;
    if (approved.length === 0) return [];
    return [
      ...paragraph(
        say`These are answers to open questions, as people wrote them; [...] stands for words left out.`,
        sayApproval(input),
        say`They were chosen, and are not representative: they do not tell how many people think alike.`,
        say`Neither the Trust nor the person is told.`,
      ),
      {
        kind: "table",
        id: "quotations-approved",
        caption: "Approved quotations",
        description: `${countOf(approved.length, "quotation")}, in the order of the alphabet.`,
        columns: ["Words", "Who wrote them"].map(left),
        rows: approved.map(({ words, attribution }) => [
          textCell(`\u201c${words}\u201d`),
          textCell(attribution),
        ]),
        notes: [],
        // However many they are: a reader of the Word file is to see them all.
        workbookOnly: false,
      },
    ];
  },
};

/** When a person approved them; all of those days together, so that no day tells which quotation it was. */
function sayApproval({ released }: ReportInput): readonly Inline[] {
  if (released.quotationsApproved === undefined) return [];
  const { from, to } = released.quotationsApproved;
  return from === to
    ? say`A named person read and approved each for print, on ${writeSpan({ from, to })}.`
    : say`A named person read and approved each for print, in the time from ${writeSpan({ from, to })}.`;
}
