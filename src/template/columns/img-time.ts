import { headings } from "../../ingest/formats/cost-return-layout.js";
import type { AnswerSheet } from "../answer-column.js";
import {
  evidenceColumn,
  extraColumn,
  noteColumn,
  paidByColumn,
  payPointColumn,
  referenceColumn,
} from "./shared.js";

const heading = headings["IMG time"];

/** Paid time in which an IMG does not count in the rota. */
export const imgTimeSheet: AnswerSheet = {
  name: "IMG time",
  title: "Supernumerary time of IMGs",
  hint: "Paid hours of shadowing and teaching in which an IMG does not count in the rota. One line for each grade.",
  lines: 20,
  columns: [
    {
      heading: heading.grade,
      kind: "text",
      need: "must",
      width: 32,
      words: "The grade of these IMGs. No names.",
      example: "Trust doctor",
    },
    { ...payPointColumn, heading: heading.payPoint, example: "LED.MT03 Locally employed doctor, MT03" },
    {
      heading: heading.imgs,
      kind: "whole",
      need: "must",
      width: 9,
      words: "How many IMGs of this grade had such time.",
      example: "12",
    },
    {
      heading: heading.hoursEach,
      kind: "hours",
      need: "must",
      width: 16,
      words:
        "Hours of one IMG in all the days covered. Two weeks of 40 hours: 80. Give this time here only, never on Staff too.",
      example: "80",
    },
    { ...evidenceColumn, heading: heading.evidence },
    { ...extraColumn, heading: heading.extra },
    { ...paidByColumn, heading: heading.paidBy },
    {
      heading: heading.clinical,
      kind: "percentFromNought",
      need: "may",
      width: 14,
      words: "If they did some clinical work in these hours after all: the percent of the hours.",
      example: "25",
      blank: "0: no clinical work.",
    },
    { ...referenceColumn, heading: heading.reference },
    noteColumn,
  ],
};
