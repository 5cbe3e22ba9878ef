import { needsOrder, readDay } from "../../core/day.js";
import type { MissingReason } from "../../core/missing.js";
import type { CellValue, CodeBehind } from "../../core/table.js";
import type { Category, VariableType } from "../../study/variable.js";
import { plainWords } from "../../study/wording.js";
import { cellText, isBlank } from "../grid.js";
import { findIdentifiers } from "../identifiers/find.js";
import { findAnswerList } from "./answer-lists.js";
import { missingWord } from "./missing-words.js";

/** What the answers of a question look like, and what a person must look at before it is believed. */
export interface Guess {
  readonly type: VariableType;
  readonly categories: readonly Category[];
  readonly missing: Readonly<Partial<Record<MissingReason, readonly string[]>>>;
  readonly notYet: readonly string[];
  readonly minimum: number | null;
  /** Whether the answers rate something. */
  readonly rates: boolean;
  readonly confirm: readonly string[];
}

/** What is looked at: answers of one question, or of all statements of a grid, which share a list. */
export interface Answers {
  readonly values: readonly CellValue[];
  /** The question's own words. */
  readonly question: string;
  /** Codes behind labels, where the file keeps them. */
  readonly codes: ReadonlyMap<string, CodeBehind>;
}

/** Most answers that a list has. */
const mostCategories = 15;
const mostCharacters = 70;
/** Numbers that forms give to answers such as "prefer not to say". */
const spareCodes = /^(?:-?9|-?[789][789]|-?999|-?99)$/;

/**
 * Guess the type of a question from its answers. An answer is shown in a list only where the questionnaire's own words
 * are sure: it is of a known list, the file labels it, or several people gave it and it is short. Free text, codes and
 * answers that one person gave are never shown.
 */
export function guessAnswers({ values, question, codes }: Answers): Guess {
  const texts = values.filter((value) => !isBlank(value)).map((value) => cellText(value).trim());
  const missing: Partial<Record<MissingReason, string[]>> = {};
  const notYet: string[] = [];
  for (const text of new Set([...texts, ...codes.keys()])) {
    const reason = missingWord(text);
    const list = reason === null ? null : reason === "not yet" ? notYet : (missing[reason] ??= []);
    if (list && !list.some((word) => plainWords(word) === plainWords(text))) list.push(text);
  }
  const answers = texts.filter((text) => missingWord(text) === null);
  const found = { missing, notYet, minimum: null, rates: false, categories: [] };
  const fromCodes = labelledByFile(codes);
  if (fromCodes) return { ...found, ...fromCodes };
  if (answers.length === 0) return { ...found, type: "text", confirm: ["type: nobody gave an answer"] };
  const distinct = [...new Set(answers)];
  if (asksForCode(question) || looksLikeCode(distinct, answers.length)) {
    return { ...found, type: "code", confirm: [] };
  }
  if (distinct.every((text) => readDay(text, "dmy") !== null || readDay(text, "mdy") !== null)) {
    const ordered = distinct.some(needsOrder) ? ["order of day and month: date_order in study.yaml"] : [];
    return { ...found, type: "date", confirm: ordered };
  }
  if (answers.every((text) => /^[+-]?\d+(?:\.\d+)?$/.test(text))) {
    return { ...found, ...guessNumbers(distinct, question) };
  }
  const list = findAnswerList(distinct);
  if (list) {
    const { categories, rates } = list;
    const given = new Set(distinct.map(plainWords));
    const unseen = categories.filter(({ label }) => !given.has(plainWords(label))).map(({ label }) => label);
    const confirm = unseen.length > 0 ? [`that the form also offers ${unseen.join(", ")}`] : [];
    return { ...found, type: "single", categories, rates, confirm };
  }
  const guessed = guessMultiple(answers, question) ?? guessSingle(answers);
  return { ...found, ...guessed };
}

/** The list that a file gives with its data: by code, those marked as missing left aside. */
function labelledByFile(
  codes: ReadonlyMap<string, CodeBehind>,
): Pick<Guess, "type" | "categories" | "rates" | "confirm"> | null {
  const given = [...codes].filter(([label, { missing }]) => !missing && missingWord(label) === null);
  if (given.length < 2) return null;
  const whole = given.every(([, { code }]) => Number.isInteger(code));
  const categories = given.map(([label, { code }], index) => ({
    code: whole ? Number(code) : index + 1,
    label,
  }));
  categories.sort((a, b) => a.code - b.code);
  const rates = findAnswerList(categories.map(({ label }) => label))?.rates ?? false;
  return { type: "single", categories, rates, confirm: ["that the file lists every answer"] };
}

function asksForCode(question: string): boolean {
  return /\b(?:link|linking|personal|unique|own|anonymous|study|participant)\s+(?:code|id|identifier)\b/i.test(
    question,
  );
}

/** Letters and digits together, without blanks, most of them given once. */
function looksLikeCode(distinct: readonly string[], count: number): boolean {
  const form = (text: string) => /^(?=.*\p{L})(?=.*\d)[\p{L}\d-]{4,20}$/u.test(text);
  return (
    count >= 3 && distinct.length * 10 >= count * 7 && distinct.filter(form).length * 5 >= distinct.length * 4
  );
}

function guessNumbers(
  distinct: readonly string[],
  question: string,
): Pick<Guess, "type" | "categories" | "minimum" | "confirm"> {
  const counted = /\bhow (?:many|long|much|old)\b|\bnumber of\b/i.test(question);
  const spare = distinct.filter((text) => spareCodes.test(text));
  const numbers = distinct.filter((text) => !spare.includes(text)).map(Number);
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  const listed =
    !counted && numbers.every(Number.isInteger) && least >= 0 && most <= 7 && numbers.length >= 2;
  if (!listed) {
    const minimum = least >= 0 ? 0 : null;
    return { type: "number", categories: [], minimum, confirm: ["least and most that is possible"] };
  }
  const from = Math.min(1, least);
  const codes = Array.from({ length: most - from + 1 }, (_, index) => from + index);
  const unknown = spare.length > 0 ? [`what ${spare.sort().join(", ")} stands for`] : [];
  return {
    type: "single",
    categories: codes.map((code) => ({ code, label: String(code) })),
    minimum: null,
    confirm: ["codes and labels: the export has numbers alone", ...unknown],
  };
}

/** Several answers in one cell, parted by `;`, or by a comma where the question or its answers say that they are a list. */
function guessMultiple(
  answers: readonly string[],
  question: string,
): Pick<Guess, "type" | "categories" | "confirm"> | null {
  const separated =
    answers.some((text) => /;\s*\S/.test(text.replace(/;\s*$/, ""))) ||
    answers.every((text) => text.endsWith(";"));
  const asked = /\b(?:tick|select|choose|mark|check) (?:all|any|as many)|all that apply|more than one/i.test(
    question,
  );
  if (!separated && !(asked && answers.some((text) => text.includes(",")))) return null;
  const parts = answers.flatMap((text) => (separated ? text.split(";") : splitAtCommas(text)));
  const counts = countOf(
    parts.map((part) => part.trim()).filter((part) => part !== "" && missingWord(part) === null),
  );
  const often = [...counts.values()].filter((count) => count > 1).reduce((sum, count) => sum + count, 0);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  // Sentences with a semicolon in them are no list: options are short, and nearly all are ticked by several people.
  if (counts.size > mostCategories || often * 3 < total * 2 || ![...counts.keys()].every(isShowable))
    return null;
  const shown = [...counts].filter(([, count]) => count > 1).map(([part]) => part);
  if (shown.length < 2) return null;
  if (shown.every((part) => /^\d{1,2}$/.test(part))) {
    const most = Math.max(...shown.map(Number));
    const categories = Array.from({ length: most }, (_, index) => ({
      code: index + 1,
      label: String(index + 1),
    }));
    return { type: "multiple", categories, confirm: ["codes and labels: the export has numbers alone"] };
  }
  const categories = shown.map((label, index) => ({ code: index + 1, label }));
  return {
    type: "multiple",
    categories,
    confirm: ["order of the options, and any that nobody ticked", ...untold(counts.size - shown.length)],
  };
}

/** Options start with a capital: a part that does not belongs to the one before it. */
function splitAtCommas(text: string): readonly string[] {
  return text.split(/,\s*(?=\p{Lu}|\d)/u);
}

function guessSingle(answers: readonly string[]): Pick<Guess, "type" | "categories" | "confirm"> {
  const counts = countOf(answers);
  const shown = [...counts].filter(([text, count]) => count > 1 && isShowable(text)).map(([text]) => text);
  const often = answers.filter((text) => (counts.get(text) ?? 0) > 1).length;
  const repeated =
    answers.length >= 5 && counts.size * 5 <= answers.length * 2 && often * 5 >= answers.length * 4;
  const isList =
    repeated && shown.length >= 2 && counts.size <= mostCategories && [...counts.keys()].every(isShowable);
  if (!isList) return { type: "text", categories: [], confirm: ["type: text, or a list of answers"] };
  const categories = shown.map((label, index) => ({ code: index + 1, label }));
  return {
    type: "single",
    categories,
    confirm: ["order of the answers", ...untold(counts.size - shown.length)],
  };
}

function countOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

/** Short, without the marks of a sentence, of a list or of a formula, and without anything that tells who a person is. */
function isShowable(text: string): boolean {
  return (
    text.length <= mostCharacters &&
    !/[.!?]\s|[!?|\n\r\t]|^[=+@-]/.test(text) &&
    text.split(/\s+/).length <= 9 &&
    findIdentifiers(text).length === 0
  );
}

function untold(count: number): readonly string[] {
  if (count === 0) return [];
  return [`${count} more ${count === 1 ? "answer" : "answers"} that only one person gave, not shown`];
}
