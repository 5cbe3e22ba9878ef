import type { Question } from "./question.js";

/** What a heading is made from. */
type Asked = Pick<Question, "number" | "stem" | "statement" | "question">;

/**
 * How each form of the example shows a question at the top of its column.
 *
 * - Google Forms puts the statements of a grid in square brackets after the stem.
 * - Microsoft Forms shows the statement alone; saved from Excel as Windows-1252, typed words carry curly quotes
 *   and dashes, and a question typed on two lines keeps its line break.
 * - Jisc Online Surveys and Qualtrics show question codes.
 */
export const headingOn = {
  google: (question: Asked): string =>
    question.stem === "" ? question.question : `${question.stem} [${question.statement}]`,
  microsoft: (question: Asked): string => question.question,
  typed: (question: Asked): string => typeset(question.question),
  code: (question: Asked): string => question.number,
} as const;

/** Headings in the exports that differ from the question text; line breaks count as one space. */
export function headingsOf(question: Asked): readonly string[] {
  const all = [headingOn.code, headingOn.google, headingOn.typed].map((heading) =>
    heading(question).replace(/\s+/g, " "),
  );
  return [...new Set(all)].filter((heading) => heading !== question.question);
}

/** As a word processor sets it: curly quotes, a dash, and the part in brackets on a line of its own. */
function typeset(text: string): string {
  return text
    .replace(/"([^"]*)"/g, "“$1”")
    .replace(/'/g, "’")
    .replace(/ - /g, " – ")
    .replace(/ \(/g, "\n(");
}
