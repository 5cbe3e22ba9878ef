import { headings } from "../../ingest/formats/cost-return-layout.js";
import type { AnswerColumn } from "../answer-column.js";
import { noteColumn } from "./shared.js";

const heading = headings.Components;

/** What is given on the sheet Components. */
export const componentGiven = [
  { heading: heading.component, width: 13 },
  { heading: "What it is", width: 58 },
  { heading: "Strand", width: 28 },
] as const;

/** What is answered for each part of the induction. */
export const componentAnswers: readonly AnswerColumn[] = [
  {
    heading: heading.planned,
    kind: { list: "planned" },
    need: "must",
    width: 12,
    words: "Whether this part was meant to happen in the days covered.",
    example: "yes",
  },
  {
    heading: heading.delivered,
    kind: { list: "delivered" },
    need: "must",
    width: 12,
    words: "Whether it did. Partly: for some of the IMGs, or not in full. Nobody is judged by it.",
    example: "partly",
  },
  noteColumn,
];
