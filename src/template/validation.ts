import type { DataValidation } from "exceljs";
import type { AnswerColumn, AnswerKind } from "./answer-column.js";
import type { Lists } from "./lists.js";

/** Longest input message that Excel shows. */
const longestPrompt = 255;

/** What a cell to fill in accepts, and what it says when a person stands on it. */
export function validationOf(
  { kind, heading, words, blank }: Pick<AnswerColumn, "kind" | "heading" | "words" | "blank">,
  lists: Lists,
): DataValidation {
  return { ...acceptable(kind, lists), ...prompt(heading, words, blank) } as DataValidation;
}

/** A message beside the cell while a person stands on it. */
export function prompt(
  heading: string,
  words: string,
  blank?: string,
): Pick<DataValidation, "showInputMessage" | "promptTitle" | "prompt"> {
  const whole = blank === undefined ? words : `${words} Blank: ${lower(blank)}`;
  return {
    showInputMessage: true,
    promptTitle: heading.slice(0, 32),
    prompt: whole.length <= longestPrompt ? whole : words,
  };
}

/** What a spreadsheet says to an answer that does not fit. */
export function alert(expected: string): Pick<DataValidation, "showErrorMessage" | "errorTitle" | "error"> {
  return { showErrorMessage: true, errorTitle: "Please check", error: `Expected ${expected}.` };
}

/** A day of this century. */
export const day: DataValidation = {
  type: "date",
  operator: "greaterThan",
  formulae: [new Date("2000-01-01T00:00:00Z")],
  allowBlank: true,
  ...alert("a date such as 01/04/2026"),
};

/** Number format of a kind of answer. */
export function formatOf(kind: AnswerKind): string | undefined {
  if (kind === "text") return "@";
  return typeof kind === "string" ? formats[kind] : undefined;
}

type NumberKind = Exclude<AnswerKind, "text" | object>;

const formats: Readonly<Partial<Record<NumberKind, string>>> = {
  hours: "#,##0.0##",
  pounds: "#,##0.00",
  fullTime: "0.00##",
};

function acceptable(kind: AnswerKind, lists: Lists): Partial<DataValidation> {
  if (kind === "text") return anything;
  return typeof kind === "string" ? numbers[kind] : lists[kind.list];
}

/** Text is not checked while it is typed; the length is a limit that nobody meets. */
const anything: DataValidation = {
  type: "textLength",
  operator: "lessThanOrEqual",
  formulae: [5000],
  allowBlank: true,
  ...alert("at most 5,000 characters"),
};

function atLeast(least: number, expected: string): DataValidation {
  const type = "decimal";
  return { type, operator: "greaterThanOrEqual", formulae: [least], allowBlank: true, ...alert(expected) };
}

function between(low: number, high: number, expected: string): DataValidation {
  return {
    type: "decimal",
    operator: "between",
    formulae: [low, high],
    allowBlank: true,
    ...alert(expected),
  };
}

const numbers: Readonly<Record<NumberKind, DataValidation>> = {
  whole: {
    type: "whole",
    operator: "greaterThanOrEqual",
    formulae: [1],
    allowBlank: true,
    ...alert("a whole number from 1"),
  },
  hours: atLeast(0, "hours as a number, such as 112.5"),
  amount: { ...atLeast(0, "a number above 0"), operator: "greaterThan" },
  pounds: atLeast(0, "pounds as a number, such as 1200.50"),
  percent: between(0.0001, 100, "a percent above 0 and at most 100"),
  percentFromNought: between(0, 100, "a percent from 0 to 100"),
  years: between(0.5, 60, "a number of years"),
  fullTime: between(0.001, 1, "a share of full time, such as 0.5"),
};

function lower(text: string): string {
  return `${text[0]!.toLowerCase()}${text.slice(1)}`;
}
