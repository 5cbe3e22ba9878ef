import type { DateOrder } from "../core/day.js";
import { readDay } from "../core/day.js";
import type { MissingReason } from "../core/missing.js";
import { missingReasons } from "../core/missing.js";
import type { CellValue } from "../core/table.js";
import { normaliseCode } from "./link-code.js";
import type { Category, Variable } from "./variable.js";
import { plainWords } from "./wording.js";

/**
 * One answer, read by its codebook row. Missing answers keep their reason.
 * `not-yet` is a milestone not reached when the person answered (to be censored).
 */
export type Answer =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "text"; readonly value: string }
  /** Days since 1970-01-01. */
  | { readonly kind: "day"; readonly value: number }
  | { readonly kind: "chosen"; readonly codes: readonly number[] }
  | { readonly kind: "not-yet" }
  | { readonly kind: "missing"; readonly reason: MissingReason }
  /** Not an answer the codebook allows; a finding says so and the value is not used. */
  | { readonly kind: "invalid"; readonly expected: string };

/** One tick box of a question that an export spreads over several columns. */
export interface Tick {
  readonly code: number;
  readonly ticked: boolean;
}

export interface ReadingOptions {
  /** The form has this scale the other way round: numbers are turned, words are not. */
  readonly reversed: boolean;
  /** How the column writes its dates; null when undecided, and then a date such as 05/04/2026 is invalid. */
  readonly dateOrder: DateOrder | null;
}

const plain: ReadingOptions = { reversed: false, dateOrder: null };
const strictNumber = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/;

/**
 * Read one cell by its codebook row. A blank cell is missing as `blank`, a missing word as its reason, a "not yet" word
 * as `not-yet`. Words are compared without regard to case, white space, curly quotes or dashes. A single answer comes
 * back as the number of its category, as do words typed under an "Other" that the codebook marks as open, a date as days
 * since 1970-01-01, a code in capitals without spaces. What does not fit is `invalid` with what was expected; nothing is
 * guessed.
 */
export function readAnswer(
  variable: Variable,
  cell: CellValue | readonly Tick[],
  options: ReadingOptions = plain,
): Answer {
  if (isTicks(cell)) return chosen(cell.filter((tick) => tick.ticked).map((tick) => tick.code));
  const text = cell === null ? "" : String(cell).trim();
  if (text === "") return { kind: "missing", reason: "blank" };
  if (hasWordsOfItsOwn(variable)) {
    const words = plainWords(text);
    const reason = missingReason(variable, words);
    if (reason !== null) return { kind: "missing", reason };
    if (variable.notYet.some((word) => plainWords(word) === words)) return { kind: "not-yet" };
  }
  switch (variable.type) {
    case "single":
      return readSingle(variable, text, options.reversed);
    case "multiple":
      return readMultiple(variable, text);
    case "number":
      return readNumber(variable, text);
    case "date":
      return readDate(text, options.dateOrder);
    case "code":
      return readCode(text);
    case "text":
      return { kind: "text", value: text };
  }
}

/** Why an answer cannot be counted; null when it can. "Not yet" is no reason at a milestone, which counts it by its days. */
export function whyMissing(answer: Answer): MissingReason | null {
  if (answer.kind === "missing") return answer.reason;
  return answer.kind === "not-yet" ? "too early to tell" : null;
}

/** What a variable allows, in words for a person: `Yes, Partly or No`. */
export function allowedAnswers(variable: Variable): string {
  if (variable.categories.length > 0) {
    return variable.categories.map((category) => `${category.label} (${category.code})`).join(", ");
  }
  const { minimum, maximum } = variable;
  if (minimum !== null && maximum !== null) return `a number from ${minimum} to ${maximum}, without words`;
  if (minimum !== null) return `a number of at least ${minimum}, without words`;
  if (maximum !== null) return `a number of at most ${maximum}, without words`;
  return "a number without words, such as 15";
}

function isTicks(cell: CellValue | readonly Tick[]): cell is readonly Tick[] {
  return Array.isArray(cell);
}

/** Whether some words mean a missing answer or "not yet"; most codes and numbers have none, and are read the quicker. */
function hasWordsOfItsOwn({ missing, notYet }: Variable): boolean {
  if (notYet.length > 0) return true;
  for (const _reason in missing) return true;
  return false;
}

function missingReason(variable: Variable, words: string): MissingReason | null {
  for (const reason of missingReasons) {
    if (variable.missing[reason]?.some((word) => plainWords(word) === words)) return reason;
  }
  return null;
}

function chosen(codes: readonly number[]): Answer {
  if (codes.length === 0) return { kind: "missing", reason: "blank" };
  return { kind: "chosen", codes: [...new Set(codes)].sort((a, b) => a - b) };
}

function readSingle(variable: Variable, text: string, reversed: boolean): Answer {
  const category = findCategory(variable, text);
  if (category !== null) return { kind: "number", value: category.code };
  const code = readCategoryCode(text);
  const known = variable.categories.map((each) => each.code);
  if (code === null || !known.includes(code)) {
    const other = openCategory(variable, text);
    return other
      ? { kind: "number", value: other.code }
      : { kind: "invalid", expected: allowedAnswers(variable) };
  }
  return { kind: "number", value: reversed ? Math.min(...known) + Math.max(...known) - code : code };
}

/** A category by its words; a label that is only its own number is left to be read as a number. */
function findCategory(variable: Variable, text: string): Category | null {
  const words = plainWords(text);
  const numbered =
    /^\(?[+-]?\d+\)?\s*[-=.:)]\s*(.+)$/.exec(words)?.[1] ?? /^(.+?)\s*\([+-]?\d+\)$/.exec(words)?.[1];
  const named = variable.categories.filter(
    (category) => plainWords(category.label) !== String(category.code),
  );
  return (
    named.find((category) => plainWords(category.label) === words) ??
    named.find((category) => plainWords(category.label) === numbered) ??
    null
  );
}

/** The answer that takes words typed under "Other", where the codebook has one; a bare number is no such words. */
function openCategory(variable: Variable, text: string): Category | null {
  return /\p{L}/u.test(text) ? (variable.categories.find((category) => category.open) ?? null) : null;
}

function readCategoryCode(text: string): number | null {
  return /^[+-]?\d+(?:\.0+)?$/.test(text) ? Number(text) : null;
}

function readMultiple(variable: Variable, text: string): Answer {
  const parts = takeLabels(variable, text);
  const codes: number[] = [];
  let reason: MissingReason | null = null;
  for (const part of parts) {
    const trimmed = part.trim();
    if (trimmed === "") continue;
    const category = findCategory(variable, trimmed);
    const code = category?.code ?? readCategoryCode(trimmed);
    if (code !== null && variable.categories.some((each) => each.code === code)) codes.push(code);
    else if ((reason = missingReason(variable, plainWords(trimmed))) === null) {
      const other = openCategory(variable, trimmed);
      if (!other) return { kind: "invalid", expected: allowedAnswers(variable) };
      codes.push(other.code);
    }
  }
  return codes.length === 0 && reason !== null ? { kind: "missing", reason } : chosen(codes);
}

/**
 * Split at semicolons, or at commas where there is none, but keep labels whole that hold one themselves: the longest
 * label that fits is taken first.
 */
function takeLabels(variable: Variable, text: string): readonly string[] {
  const labels = variable.categories.map((category) => plainWords(category.label));
  const longestFirst = [...labels].sort((a, b) => b.length - a.length);
  const parts: string[] = [];
  let rest = plainWords(text);
  const mark = rest.includes(";") ? ";" : ",";
  while (rest !== "") {
    const label = longestFirst.find(
      (each) => rest === each || [",", ";"].includes(rest.startsWith(each) ? rest.charAt(each.length) : ""),
    );
    const comma = rest.indexOf(mark);
    const part = label ?? (comma < 0 ? rest : rest.slice(0, comma));
    parts.push(part);
    rest = rest.slice(part.length).replace(/^[,;]\s*/, "");
  }
  return parts;
}

function readNumber(variable: Variable, text: string): Answer {
  const expected = allowedAnswers(variable);
  if (!strictNumber.test(text)) return { kind: "invalid", expected };
  const value = Number(text.replaceAll(",", ""));
  const tooLow = variable.minimum !== null && value < variable.minimum;
  const tooHigh = variable.maximum !== null && value > variable.maximum;
  return tooLow || tooHigh ? { kind: "invalid", expected } : { kind: "number", value };
}

function readDate(text: string, order: DateOrder | null): Answer {
  const value = readDay(text, order);
  return value === null ? { kind: "invalid", expected: "a date such as 2026-04-05" } : { kind: "day", value };
}

function readCode(text: string): Answer {
  const value = normaliseCode(text);
  return value === null ? { kind: "missing", reason: "blank" } : { kind: "text", value };
}
