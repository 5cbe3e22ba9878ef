import type { Column, Table } from "../../core/table.js";
import type { Study } from "../../study/study.js";
import type { Role, Variable } from "../../study/variable.js";
import { plainWords } from "../../study/wording.js";
import { isBlank } from "../grid.js";
import { identifierOfContent } from "../identifiers/column-content.js";
import { identifierOfHeading } from "../identifiers/heading.js";
import { oneLine } from "../lay-out.js";
import { matchColumns, suggestVariable } from "../match.js";
import type { Guess } from "./guess-answers.js";
import { guessAnswers } from "./guess-answers.js";
import { firstFree, nameVariable, shortLabel } from "./name-variable.js";
import type { Question } from "./questions.js";
import { findQuestions } from "./questions.js";

/** One row of a codebook, proposed; nothing of it counts until a person has confirmed it. */
export interface ProposedRow {
  readonly variable: Variable;
  /** What a person must look at, in words. */
  readonly confirm: readonly string[];
  /** Columns of the export that it was read from. */
  readonly columns: readonly string[];
}

/** What a codebook could say of one export. */
export interface Proposal {
  readonly rows: readonly ProposedRow[];
  /** Columns that the study's codebook holds already. */
  readonly matched: readonly { readonly column: string; readonly variable: string }[];
  /** Columns that are not proposed, because they say who people are. */
  readonly identifiers: readonly { readonly column: string; readonly kind: string }[];
}

/** The last year in which an adult who answers was born, as far as a year alone tells. */
const adultsBornBefore = 2008;

/**
 * Propose a row of a codebook for every question of an export that the study does not know yet.
 *
 * @param study whose codebook is looked at first; null when there is none
 * @param waves ids for the column `waves`
 */
export function proposeRows(table: Table, study: Study | null, waves: readonly string[]): Proposal {
  const matching = study && matchColumns(study, { ...table, source: { ...table.source, wave: undefined } });
  const matched = new Map<Column, string>();
  for (const [name, columns] of matching?.matched ?? []) {
    const held =
      columns.kind === "one"
        ? [columns.column]
        : [...columns.parts, ...columns.missing].map(({ column }) => column);
    for (const column of held) matched.set(column, name);
  }
  const left = table.columns.filter((column) => !column.name.startsWith("@") && !matched.has(column));
  const identifiers = new Map<Column, string>();
  for (const column of left) {
    const kind = identifierOf(column);
    if (kind !== null) identifiers.set(column, kind);
  }
  const questions = findQuestions(left.filter((column) => !identifiers.has(column)));
  const taken = new Set(study?.variables.map((variable) => variable.name));
  const repeated = repeatedTexts(questions);
  const rows = questions.map((question): ProposedRow => {
    const row = proposeRow(question, questions, { waves, taken, repeated });
    taken.add(row.variable.name);
    const near = study && suggestVariable(question.columns[0]!, study.variables);
    const meant = near
      ? [
          `did you mean ${near.variable.name} ("${near.heading}")? then write this heading into its row instead`,
        ]
      : [];
    return { ...row, confirm: [...meant, ...row.confirm] };
  });
  return {
    rows,
    matched: [...matched].map(([column, variable]) => ({ column: oneLine(column.name), variable })),
    identifiers: [...identifiers].map(([column, kind]) => ({ column: oneLine(column.name), kind })),
  };
}

function identifierOf(column: Column): string | null {
  const names = [column.name, ...column.aliases];
  const byHeading = names.map(identifierOfHeading).find((detector) => detector !== null);
  return (byHeading ?? identifierOfContent(column.values, adultsBornBefore))?.many ?? null;
}

function repeatedTexts(questions: readonly Question[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { text } of questions) {
    const words = plainWords(text);
    if (seen.has(words)) repeated.add(words);
    seen.add(words);
  }
  return repeated;
}

function proposeRow(
  question: Question,
  all: readonly Question[],
  given: {
    readonly waves: readonly string[];
    readonly taken: ReadonlySet<string>;
    readonly repeated: ReadonlySet<string>;
  },
): ProposedRow {
  const guess = question.options ? guessOptions(question.options) : guessGrid(question, all);
  const twice = given.repeated.has(plainWords(question.text));
  const text = twice ? (question.headings[0] ?? question.text) : question.text;
  const headings = question.headings.filter((heading) => heading !== text);
  const role = guessRole(guess, text);
  const name = nameVariable(question.text, given.taken);
  const variable: Variable = {
    name: firstFree(name, given.taken),
    label: shortLabel(question.text),
    question: text,
    headings,
    role,
    type: guess.type,
    waves: given.waves,
    scale: null,
    reverse: false,
    component: null,
    categories: guess.categories,
    minimum: guess.minimum,
    maximum: null,
    missing: guess.missing,
    notYet: guess.notYet,
    sensitivity: "personal",
    required: false,
  };
  const ordered = guess.type === "single" ? ["scale", "reverse"] : [];
  const confirm = [`role (${role} is a guess)`, "waves", "sensitivity", ...ordered, ...guess.confirm];
  return { variable, confirm, columns: question.columns.map((column) => oneLine(column.name)) };
}

/** Statements of one grid share their list of answers, whoever chose which. */
function guessGrid(question: Question, all: readonly Question[]): Guess {
  const grid =
    question.stem === null
      ? [question]
      : all.filter((other) => other.stem === question.stem && !other.options);
  const answers = (questions: readonly Question[]) => ({
    values: questions.flatMap(({ columns }) => columns.flatMap((column) => column.values)),
    question: `${question.text} ${question.headings.join(" ")}`,
    codes: new Map(
      questions.flatMap(({ columns }) => columns.flatMap((column) => [...(column.codes ?? [])])),
    ),
  });
  const own = guessAnswers(answers([question]));
  if (grid.length < 2) return own;
  const shared = guessAnswers(answers(grid));
  const empty = question.columns.every((column) => column.values.every((value) => isBlank(value)));
  return shared.type === own.type || shared.type === "single" || empty ? shared : own;
}

function guessOptions(options: readonly (string | null)[]): Guess {
  const coded = options.some((option) => option === null);
  return {
    type: "multiple",
    categories: options.map((option, index) => ({ code: index + 1, label: option ?? `Option ${index + 1}` })),
    missing: {},
    notYet: [],
    minimum: null,
    rates: false,
    confirm: coded
      ? [
          "labels: the export has numbers alone",
          "that these are options of one question, not yes/no questions",
        ]
      : ["that these are options of one question"],
  };
}

/** A role that shows nothing unless a person asks for it; a scale, a component or a milestone is theirs to name. */
function guessRole({ type, rates, notYet }: Guess, text: string): Role {
  if (type === "code") return "link";
  if (type === "date") return "start";
  if (type === "multiple") return "choice";
  if (type === "number") return notYet.length > 0 || /\bhow many days\b/i.test(text) ? "milestone" : "number";
  if (type === "text") return "text";
  return rates ? "outcome" : "group";
}
