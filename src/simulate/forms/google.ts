import { csvText } from "../csv-text.js";
import { headingOn } from "../headings.js";
import type { Question } from "../question.js";
import type { Reply } from "../reply.js";
import { cellText, stamp, ukDay } from "./cell-text.js";
import type { CellStyle } from "./cell-text.js";

const style: CellStyle = {
  answers: "labels",
  day: ukDay,
  ticked: (parts) => parts.join(", "),
  typeset: false,
  reversed: [],
};

/** Rows as a Google Form's sheet saves them: UTF-8 without a byte-order mark, UK settings. */
export function googleCsv(asked: readonly Question[], replies: readonly Reply[]): Uint8Array {
  const rows = replies.map((reply) => [
    stamp(reply.ended, ukDay),
    ...asked.map((question) => cellText(question, reply.answers.get(question.name), style)),
  ]);
  const text = csvText([["Timestamp", ...asked.map(headingOn.google)], ...rows], {
    newline: "\r\n",
    quote: "needed",
  });
  return new TextEncoder().encode(text);
}
