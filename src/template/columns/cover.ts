import { coverQuestions } from "../../ingest/formats/cost-return-layout.js";
import type { AnswerColumn } from "../answer-column.js";

/** A question on the Cover. */
export interface CoverQuestion {
  readonly question: string;
  readonly kind: AnswerColumn["kind"] | "day" | "version";
  readonly need: "must" | "may";
  readonly words: string;
  readonly example: string;
  readonly blank?: string;
}

/** What the Cover asks, in order. */
export const coverLines: readonly CoverQuestion[] = [
  {
    question: coverQuestions.trust,
    kind: "text",
    need: "must",
    words: "The code letter that the evaluators gave your Trust.",
    example: "B",
  },
  {
    question: coverQuestions.from,
    kind: "day",
    need: "must",
    words: "Day/month/year. Everything on this return happened between the two days.",
    example: "01/04/2026",
  },
  { question: coverQuestions.to, kind: "day", need: "must", words: "Day/month/year.", example: "30/09/2026" },
  {
    question: coverQuestions.priceYear,
    kind: "text",
    need: "must",
    words: "The financial year at whose prices the amounts in pounds are. Staff time is priced for you.",
    example: "2026/27",
  },
  {
    question: coverQuestions.recruited,
    kind: "whole",
    need: "may",
    words:
      "IMGs who took up a post in these days. The evaluators' table is what counts; we tell you of a difference.",
    example: "16",
    blank: "Nothing is compared.",
  },
  {
    question: coverQuestions.inducted,
    kind: "whole",
    need: "may",
    words: "IMGs who began the induction in these days.",
    example: "14",
    blank: "Nothing is compared.",
  },
  {
    question: coverQuestions.completed,
    kind: "whole",
    need: "may",
    words: "IMGs who finished all of it.",
    example: "13",
    blank: "Not known yet.",
  },
  {
    question: coverQuestions.highCost,
    kind: { list: "highCost" },
    need: "must",
    words: "Where staff get a high-cost area supplement, choose the zone; else none.",
    example: "none",
  },
  {
    question: coverQuestions.supplementAfc,
    kind: "pounds",
    need: "may",
    words:
      "Pounds a year for one full-time member of staff on Agenda for Change. Payroll knows it. 0 if they get none.",
    example: "5,123.45",
    blank: "Right, if the area is none.",
  },
  {
    question: coverQuestions.supplementMedical,
    kind: "pounds",
    need: "may",
    words: "Pounds a year for one full-time doctor. 0 if they get none.",
    example: "2,162",
    blank: "Right, if the area is none.",
  },
  {
    question: coverQuestions.corporate,
    kind: { list: "yesNo" },
    need: "must",
    words:
      "Yes, if only what IMGs have beyond the induction of every new doctor is on this return. It should be yes.",
    example: "yes",
  },
  {
    question: coverQuestions.version,
    kind: "version",
    need: "must",
    words: "Leave it as it is.",
    example: "2",
  },
];
