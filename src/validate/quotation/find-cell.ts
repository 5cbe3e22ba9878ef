import type { SurveyFile } from "../../ingest/answers.js";
import { listRows } from "../../ingest/identifiers/told.js";
import { nearest } from "../../study/nearest.js";
import type { Quotation } from "../../study/schema.js";
import type { Study } from "../../study/study.js";
import { variablesOf } from "../../study/study.js";
import { whyNotEligible } from "../eligibility.js";
import type { RuleContext } from "../rule.js";
import { standsIn, standsInWithOtherCapitals } from "./stands-in.js";
import type { Wrong } from "./wrong.js";

type Given = Pick<RuleContext, "study" | "tables" | "surveys" | "misplaced">;

/**
 * Why the words of a quotation cannot be traced to a cell: the file is no survey, the row no respondent who counts, the
 * variable no free text, or the words are not there; then the row where they are is told. Null when they stand there.
 */
export function whyNotThere(context: Given, quotation: Quotation): Wrong | null {
  return (
    wrongFile(context, quotation) ?? wrongVariable(context.study, quotation) ?? wrongCell(context, quotation)
  );
}

function wrongFile({ study, tables }: Given, { file }: Quotation): Wrong | null {
  const source = study.sources.find((each) => each.file === file);
  const surveys = study.sources.filter(({ kind }) => kind === "survey").map((each) => each.file);
  if (source?.kind !== "survey") {
    const near = nearest(file, surveys);
    return {
      key: "file",
      message: source ? "this file is no survey" : "study.yaml lists no such file",
      expected: "a survey file of the study",
      fix: near ? `did you mean ${near}?` : "name the survey file as it stands under sources",
    };
  }
  if (tables.some((table) => table.source.file === file)) return null;
  return {
    key: "file",
    message: "this file was not read, so its words cannot be looked up",
    expected: "a file that can be read",
    fix: "mend the file first",
  };
}

function wrongVariable(study: Study, { variable: name }: Quotation): Wrong | null {
  const variable = study.variables.find((each) => each.name === name);
  if (variable?.role === "text") return null;
  const texts = variablesOf(study, "text").map((each) => each.name);
  const near = nearest(name, texts);
  return {
    key: "variable",
    message: variable ? `${name} is of role ${variable.role}, not free text` : `codebook.csv has no ${name}`,
    expected: "a variable of role text",
    fix: near
      ? `did you mean ${near}?`
      : `name ${texts.length > 0 ? `one of ${texts.join(", ")}` : "one, once the codebook has it"}`,
  };
}

function wrongCell(context: Given, quotation: Quotation): Wrong | null {
  const { study, surveys, misplaced } = context;
  const { file, row, variable, words } = quotation;
  const cells = textsOf(study, [...surveys, ...misplaced.map((each) => each.survey)], file);
  const there = cells.filter((cell) => cell.row === row);
  const text = there.find((cell) => cell.variable === variable)?.text ?? null;
  if (there.length === 0) return noRespondent(context, quotation, elsewhere(cells, quotation));
  if (text !== null && standsIn(words, text)) return leftOut(study, surveys, quotation);
  const found = elsewhere(cells, quotation);
  if (text === null) {
    return {
      key: "row",
      message: `row ${row} holds no words under ${variable}`,
      expected,
      fix: found ?? lookUp,
    };
  }
  if (standsInWithOtherCapitals(words, text)) {
    return {
      key: "words",
      message: "the words stand there with other capitals",
      expected,
      fix: "write each capital as the respondent did",
    };
  }
  const marked = / removed\]/.test(text);
  return {
    key: "words",
    message: `the words do not stand in row ${row} under ${variable}${marked ? ", from which something that could tell a person was removed on reading" : ""}`,
    expected,
    fix:
      found ??
      (marked
        ? `${asWritten}; put [...] where the file names a person or a number`
        : `${asWritten}; else correct the row`),
  };
}

const expected = "the words letter for letter, [...] where some are left out";
const asWritten =
  "write the words as the respondent did, slips and full stops with them, and [...] where you leave some out";
const lookUp = "look up the row as a spreadsheet shows the file, header rows counted";

interface TextCell {
  readonly row: number;
  readonly variable: string;
  readonly text: string | null;
}

/** Every free-text cell of the respondents of a file who count. */
function textsOf(study: Study, surveys: readonly SurveyFile[], file: string): readonly TextCell[] {
  return surveys
    .filter(({ table }) => table.source.file === file)
    .flatMap(({ table, answers }) =>
      variablesOf(study, "text").flatMap(({ name }) =>
        table.rows.map((row, index): TextCell => {
          const answer = answers.get(name)?.[index];
          return { row, variable: name, text: answer?.kind === "text" ? answer.value : null };
        }),
      ),
    );
}

/** Where else in the file the words stand: in other rows under the same variable, else in the row under another. */
function elsewhere(cells: readonly TextCell[], { row, variable, words }: Quotation): string | null {
  const found = cells.filter(({ text }) => text !== null && standsIn(words, text));
  const rows = found.filter((cell) => cell.variable === variable).map((cell) => cell.row);
  if (rows.length > 0) return `the words stand in ${listRows(rows)}: correct the row`;
  const other = found.find((cell) => cell.row === row) ?? found[0];
  return other ? `the words stand in row ${other.row} under ${other.variable}: correct these two` : null;
}

function noRespondent({ tables }: Given, { file, row }: Quotation, found: string | null): Wrong {
  const own = tables.filter((table) => table.source.file === file);
  const left = own.flatMap((table) => table.leftOut).find(({ rows }) => rows.includes(row));
  const nowhere = own.some((table) => table.rows.includes(row));
  const why = left
    ? `row ${row} is left out of the evaluation (${left.reason})`
    : `row ${row} ${nowhere ? "is counted to no Trust and wave of the study" : "holds no respondent"}`;
  return { key: "row", message: why, expected: "the row of a respondent who counts", fix: found ?? lookUp };
}

/** Words of somebody who is left out as not eligible are not quoted either. */
function leftOut(study: Study, surveys: RuleContext["surveys"], { file, row }: Quotation): Wrong | null {
  if (study.eligibility?.ineligible !== "leave-out") return null;
  const out = surveys.some(
    (survey) =>
      survey.table.source.file === file &&
      survey.table.rows.includes(row) &&
      whyNotEligible(study, survey, survey.table.rows.indexOf(row)) !== null,
  );
  if (!out) return null;
  return {
    key: "row",
    message: `the respondent in row ${row} is left out of the evaluation as not eligible`,
    expected: "the row of a respondent who counts",
    fix: "choose the words of another respondent",
  };
}
