import { formatNumber } from "../../core/format.js";
import type { ReportInput } from "../report-input.js";
import { bullets, paragraph, say } from "../say.js";
import { left, right, textCell } from "../tables/cells.js";
import type { Block } from "../document.js";
import { listWords } from "../../charts/wording.js";
import type { ReportSection } from "./section.js";

/** The disclosure rules, and how many numbers were held back for which reason. */
export const heldBack: ReportSection = {
  id: "held-back",
  heading: "Appendix D. What is not shown, and why",
  blocks: (input) => [
    ...paragraph(
      say`These rules decide what may be shown. Profile: ${input.disclosure.profile} (${input.disclosure.source}).`,
    ),
    ...bullets(input.disclosure.rules.map((rule) => say`${rule}`)),
    ...joined(input),
    ...heldBackTable(input),
  ],
};

function joined({ disclosure }: ReportInput): readonly Block[] {
  if (disclosure.joined.length === 0) return [];
  return paragraph(
    say`Shown together in every table and chart, because one alone had too few people: ${listWords(disclosure.joined)}.`,
  );
}

function heldBackTable({ disclosure }: ReportInput): readonly Block[] {
  if (disclosure.heldBack.length === 0) return paragraph(say`No number was held back.`);
  return [
    {
      kind: "table",
      id: "numbers-held-back",
      caption: "Numbers held back, by reason",
      description: "Marked [c] in the tables and charts.",
      columns: [left("Reason"), right("Numbers")],
      rows: disclosure.heldBack.map(({ reason, count }) => [
        textCell(reason.charAt(0).toUpperCase() + reason.slice(1)),
        { kind: "number", value: count, text: formatNumber(count), format: "0" },
      ]),
      notes: [],
    },
  ];
}
