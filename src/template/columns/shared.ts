import type { AnswerColumn } from "../answer-column.js";

type SharedColumn = Omit<AnswerColumn, "heading">;

/** Columns that more than one sheet has; each sheet gives them its own heading. */
export const componentColumn: SharedColumn = {
  kind: { list: "component" },
  need: "must",
  width: 32,
  words: "The part of the induction that it was for. PROGRAMME is for what serves the whole of it.",
  example: "PROGRAMME Running the whole programme",
};

export const payPointColumn: SharedColumn = {
  kind: { list: "payPoint" },
  need: "must",
  width: 32,
  words: "The nearest pay point. We price the time from it, so nobody's own salary is needed.",
  example: "band6.top Agenda for Change band 6, top",
};

export const recurrenceColumn: SharedColumn = {
  kind: { list: "recurrence" },
  need: "must",
  width: 12,
  words:
    "One-off: setting it up, such as writing a handbook. Recurrent: it comes back with each intake or year.",
  example: "recurrent",
};

export const evidenceColumn: SharedColumn = {
  kind: { list: "evidence" },
  need: "must",
  width: 13,
  words:
    "Recorded: from a diary, rota or ledger. Estimated: somebody's judgement. Guessed: little to go by. A guess is better than no line.",
  example: "estimated",
};

export const extraColumn: SharedColumn = {
  kind: { list: "yesNo" },
  need: "must",
  width: 12,
  words:
    "Yes, if it would not have been spent without the induction. No, if it would have been spent anyway, such as a post that was there before.",
  example: "yes",
};

export const paidByColumn: SharedColumn = {
  kind: { list: "payer" },
  need: "must",
  width: 13,
  words:
    "Who bore the cost in the end. A post that NHS England funds: NHS England. Half and half: two lines, each with half.",
  example: "Trust",
};

export const shareColumn: SharedColumn = {
  kind: "percent",
  need: "may",
  width: 10,
  words: "If other staff had a part of it too: the percent that was for IMGs.",
  example: "40",
  blank: "100: all of it was for IMGs.",
};

export const referenceColumn: SharedColumn = {
  kind: "text",
  need: "may",
  width: 16,
  words: "Your own cost centre, order or line number, so that finance finds it again. Not published.",
  example: "CC 1234",
  blank: "Nothing is lost.",
};

export const noteColumn: AnswerColumn = {
  heading: "Note",
  kind: "text",
  need: "may",
  width: 24,
  words: "For you. We do not read this column. No names.",
  example: "From the March rota",
  blank: "Nothing is lost.",
};
