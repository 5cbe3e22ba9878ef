import { csvText } from "../csv-text.js";
import { headingOn } from "../headings.js";
import type { Question } from "../question.js";
import type { Reply, WaveId } from "../reply.js";
import { writeDay } from "../../core/day.js";
import { cellText, ukDay } from "./cell-text.js";
import type { CellStyle } from "./cell-text.js";

const style: CellStyle = {
  answers: "codes",
  day: ukDay,
  ticked: (parts) => parts.join(","),
  typeset: false,
  reversed: [],
};

/**
 * Rows as Jisc Online Surveys exports them with coded answers: every filled cell quoted, a column of 0 and 1 for each
 * answer that can be ticked, the day of completion last. At arrival the questions that stand alone show their text,
 * at month 3 every heading is a code.
 *
 * The shape follows a public export (Surveying Open Data Practices, 2020): `URN`, codes such as `Q9_1`, ticked answers
 * as 0 and 1, `CompletionDate` year-month-day. The byte-order mark and `Unique Response Number` as a heading follow
 * other descriptions of the platform.
 */
export function jiscCsv(asked: readonly Question[], replies: readonly Reply[], wave: WaveId): Uint8Array {
  const inWords = wave === "arrival";
  const header = asked.flatMap((question) => {
    if (question.type === "multiple") return question.categories.map((_, i) => `${question.number}_${i + 1}`);
    return [inWords && question.stem === "" ? question.question : headingOn.code(question)];
  });
  const rows = replies.map((reply, index) => [
    `100200-100200-${String(30400500 + index * 17)}`,
    ...asked.flatMap((question) => cells(question, reply)),
    writeDay(Math.floor(reply.ended / 86400)),
  ]);
  const first = inWords ? "Unique Response Number" : "URN";
  const text = csvText([[first, ...header, "CompletionDate"], ...rows], { newline: "\n", quote: "all" });
  return new TextEncoder().encode(`\ufeff${text}`);
}

function cells(question: Question, reply: Reply): readonly string[] {
  const answer = reply.answers.get(question.name);
  if (question.type !== "multiple") return [cellText(question, answer, style)];
  const chosen = answer?.kind === "chosen" ? answer.codes : [];
  return question.categories.map((category) => (chosen.includes(category.code) ? "1" : "0"));
}
