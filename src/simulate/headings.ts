import { typesetText } from "./typeset-text.js";
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
  typed: (question: Asked): string => typesetText(question.question).replace(/ \(/g, "\n("),
  code: (question: Asked): string => question.number,
} as const;

/**
 * Headings in the exports that differ from the question text. Curly quotes, dashes and line breaks make no difference
 * to the reader, so they need no heading of their own.
 */
export function headingsOf(question: Asked): readonly string[] {
  const all = [headingOn.code, headingOn.google].map((heading) => heading(question));
  return all.filter((heading) => heading !== question.question);
}
