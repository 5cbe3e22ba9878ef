import { headings } from "../../ingest/formats/cost-return-layout.js";
import type { AnswerSheet } from "../answer-column.js";
import {
  componentColumn,
  evidenceColumn,
  extraColumn,
  noteColumn,
  paidByColumn,
  recurrenceColumn,
  referenceColumn,
  shareColumn,
} from "./shared.js";

const heading = headings["Other costs"];

/** Rooms, material, travel, food, licences. */
export const otherSheet: AnswerSheet = {
  name: "Other costs",
  title: "Other costs",
  hint: "Rooms, material, travel, food, licences. In pounds of the price year on the Cover. No pay: that goes on Staff.",
  lines: 40,
  columns: [
    { ...componentColumn, heading: heading.component },
    {
      heading: heading.item,
      kind: "text",
      need: "must",
      width: 28,
      words:
        "What was bought. Not visas, flights, recruitment or registration: they are no part of the induction.",
      example: "Printed handbook",
    },
    {
      heading: heading.category,
      kind: { list: "category" },
      need: "must",
      width: 20,
      words: "The kind of cost. Overhead: a share of what the Trust spends on running itself.",
      example: "materials",
    },
    {
      heading: heading.amount,
      kind: "pounds",
      need: "must",
      width: 12,
      words:
        "Pounds at the prices of the year on the Cover, with VAT that the Trust cannot get back. Of a yearly bill, only the part for the days covered.",
      example: "420.55",
    },
    {
      heading: heading.basis,
      kind: { list: "amountBasis" },
      need: "must",
      width: 14,
      words:
        "Whole period: the amount was spent once. Each cohort: again for every intake. Each IMG: for every IMG; we multiply.",
      example: "whole period",
    },
    { ...recurrenceColumn, heading: heading.recurrence },
    { ...evidenceColumn, heading: heading.evidence },
    { ...extraColumn, heading: heading.extra },
    { ...paidByColumn, heading: heading.paidBy },
    {
      heading: heading.vat,
      kind: { list: "vat" },
      need: "must",
      width: 12,
      words:
        "In the amount: VAT that the Trust cannot get back is in it. Left out: the Trust gets it back. No VAT: none was charged.",
      example: "in the amount",
    },
    {
      heading: heading.quantity,
      kind: "amount",
      need: "may",
      width: 10,
      words: "How many the amount bought, if it can be counted.",
      example: "14",
      blank: "Only the amount counts.",
    },
    {
      heading: heading.unitPrice,
      kind: "pounds",
      need: "may",
      width: 11,
      words: "What one cost. Quantity times this should be the amount.",
      example: "30.04",
      blank: "Only the amount counts.",
    },
    {
      heading: heading.usefulLife,
      kind: "years",
      need: "may",
      width: 10,
      words: "Only for a one-off: how many years it will be of use before it must be bought again.",
      example: "3",
      blank: "The evaluators' usual number of years.",
    },
    {
      heading: heading.capacity,
      kind: "whole",
      need: "may",
      width: 10,
      words:
        "Only for what is for each cohort: the most IMGs that it serves at once, such as the seats of a room.",
      example: "12",
      blank: "One cohort is as large as yours were.",
    },
    { ...shareColumn, heading: heading.share },
    { ...referenceColumn, heading: heading.reference },
    noteColumn,
  ],
};
