import { headings } from "../../ingest/formats/cost-return-layout.js";
import type { AnswerSheet } from "../answer-column.js";
import {
  componentColumn,
  evidenceColumn,
  extraColumn,
  noteColumn,
  paidByColumn,
  payPointColumn,
  recurrenceColumn,
  referenceColumn,
  shareColumn,
} from "./shared.js";

const heading = headings.Staff;

/** Staff time: one line for each role and component. */
export const staffSheet: AnswerSheet = {
  name: "Staff",
  title: "Staff time",
  hint: "One line for each role and component. The time of the IMGs themselves goes on the sheet IMG time.",
  lines: 80,
  columns: [
    { ...componentColumn, heading: heading.component },
    {
      heading: heading.role,
      kind: "text",
      need: "must",
      width: 24,
      words: "The role, never a name.",
      example: "Induction coordinator",
    },
    { ...payPointColumn, heading: heading.payPoint },
    {
      heading: heading.people,
      kind: "whole",
      need: "must",
      width: 9,
      words: "How many people gave these hours. A whole number; part of somebody's time goes in the hours.",
      example: "2",
    },
    {
      heading: heading.hours,
      kind: "hours",
      need: "must",
      or: heading.fullTime,
      width: 11,
      words:
        "Hours of one person, not of all together. A number: 112.5, not 3 weeks. For supervisors, only hours above their standard allowance.",
      example: "7.5",
    },
    {
      heading: heading.basis,
      kind: { list: "hoursBasis" },
      need: "must",
      width: 14,
      words:
        "Whole period: these hours happened once. Each cohort: again for every intake. Each week: in every week covered. Each IMG: for every IMG; we multiply.",
      example: "each IMG",
    },
    { ...recurrenceColumn, heading: heading.recurrence },
    { ...evidenceColumn, heading: heading.evidence },
    { ...extraColumn, heading: heading.extra },
    { ...paidByColumn, heading: heading.paidBy },
    {
      heading: heading.activity,
      kind: "text",
      need: "may",
      width: 26,
      words: "What they did, in a few words. Not published.",
      example: "Met each IMG once a week",
      blank: "Nothing is lost.",
    },
    {
      heading: heading.fullTime,
      kind: "fullTime",
      need: "may",
      width: 12,
      words:
        "For a post: the share of a full-time week of one person, in place of the hours. Then choose each week under Hours are for.",
      example: "0.5 is half of full time",
      blank: "The hours count.",
    },
    {
      heading: heading.usefulLife,
      kind: "years",
      need: "may",
      width: 10,
      words: "Only for a one-off: how many years it will be of use before it must be done again.",
      example: "3",
      blank: "The evaluators' usual number of years.",
    },
    {
      heading: heading.capacity,
      kind: "whole",
      need: "may",
      width: 10,
      words: "Only for time that is for each cohort: the most IMGs that one such session can take.",
      example: "12",
      blank: "One cohort is as large as yours were.",
    },
    {
      heading: heading.backfill,
      kind: { list: "yesNo" },
      need: "may",
      width: 12,
      words:
        "Yes, if this person stood in for somebody who was at the induction. Give the stand-in's time or the other person's, never both.",
      example: "yes",
      blank: "No.",
    },
    {
      heading: heading.paidTime,
      kind: { list: "yesNo" },
      need: "may",
      width: 9,
      words: "No, if it was goodwill: evenings or days off that nobody was paid for.",
      example: "no",
      blank: "Yes, it was paid time.",
    },
    { ...shareColumn, heading: heading.share },
    {
      heading: heading.ownRate,
      kind: "pounds",
      need: "may",
      width: 11,
      words:
        "Only where the pay point will not do: pounds for an hour. Never what one person earns: if it is one person's pay, leave it blank and choose the pay point.",
      example: "64.20, an agency's rate",
      blank: "We price the time at the pay point.",
    },
    {
      heading: heading.rateSource,
      kind: { list: "rateSource" },
      need: "may",
      width: 14,
      words: "Where your own rate comes from. Needed with an own rate, and only then.",
      example: "agency or bank",
      blank: "There is no own rate.",
    },
    {
      heading: heading.rateOnCosts,
      kind: { list: "yesNo" },
      need: "may",
      width: 12,
      words:
        "Whether employer's National Insurance and pension are in your own rate. If not, we add them. Needed with an own rate, and only then.",
      example: "yes",
      blank: "There is no own rate.",
    },
    {
      heading: heading.rateOverheads,
      kind: { list: "yesNo" },
      need: "may",
      width: 12,
      words:
        "Whether rooms, management and other overheads are in your own rate. Needed with an own rate, and only then.",
      example: "no",
      blank: "There is no own rate.",
    },
    {
      heading: heading.stated,
      kind: "pounds",
      need: "may",
      width: 13,
      words:
        "What your ledger says that this whole line cost. We compare it with our own price; we do not add it.",
      example: "9,123.45",
      blank: "Nothing is compared.",
    },
    { ...referenceColumn, heading: heading.reference },
    noteColumn,
  ],
};
