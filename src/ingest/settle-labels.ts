import type { Issue } from "../core/issue.js";
import type { CellValue, CodeBehind, Column, Table } from "../core/table.js";
import type { SurveySource } from "../study/schema.js";
import type { Study } from "../study/study.js";
import type { Variable } from "../study/variable.js";
import { plainWords } from "../study/wording.js";
import { matchColumns } from "./match.js";

/**
 * Decide for each column of a file that keeps a code behind each label (SPSS) which of the two is read. A label that the
 * codebook knows is. One that it does not know gives way to its code, told in a note, where that is safe: all other
 * labels of the column have the codes that the codebook gives them, and the code is an answer the codebook lists. A code
 * that the file marks as missing is read only where the codebook lists it as a missing word. A number without a label in
 * a column whose labels have other codes than the codebook's is never read as the codebook's number.
 */
export function settleLabels(
  study: Study,
  declared: SurveySource,
  table: Table,
): { readonly table: Table; readonly issues: readonly Issue[] } {
  if (!table.columns.some((column) => column.codes)) return { table, issues: [] };
  const issues: Issue[] = [];
  const settled = new Map<Column, Column>();
  const { matched } = matchColumns(study, table);
  for (const variable of study.variables) {
    const columns = matched.get(variable.name);
    const reversed = variable.scale !== null && declared.reversed.includes(variable.scale);
    if (columns?.kind === "one") {
      const { column } = columns;
      const { values, byCode } = settleAnswers(variable, column, reversed);
      settled.set(column, { ...column, values });
      if (byCode.length > 0) issues.push(readByCode(table, column, byCode));
    } else if (columns) {
      for (const { column } of columns.parts) settled.set(column, { ...column, values: settleTicks(column) });
    }
  }
  return { table: { ...table, columns: table.columns.map((each) => settled.get(each) ?? each) }, issues };
}

interface ByCode {
  readonly label: string;
  readonly code: number | string;
}

function settleAnswers(
  variable: Variable,
  column: Column,
  reversed: boolean,
): { readonly values: readonly CellValue[]; readonly byCode: readonly ByCode[] } {
  const codes = column.codes ?? new Map<string, CodeBehind>();
  const known = knownCodes(variable, reversed);
  const agrees = [...codes].every(([label, { code }]) => {
    const expected = known.categories.get(plainWords(label));
    return expected === undefined || expected === code;
  });
  const byCode = new Map<string, ByCode>();
  const settle = (text: string): CellValue => {
    const behind = codes.get(text);
    if (!behind) return text;
    const words = plainWords(text);
    if (known.categories.has(words) || known.words.has(words)) return text;
    const { code, missing } = behind;
    const listed =
      known.words.has(plainWords(String(code))) ||
      (!missing && typeof code === "number" && agrees && known.accepts(code));
    if (!listed) return text;
    byCode.set(text, { label: text, code });
    return code;
  };
  const values = column.values.map((value): CellValue => {
    if (typeof value === "number" && !agrees && known.categories.size > 0) return `${value} (no label)`;
    if (typeof value !== "string" || codes.size === 0) return value;
    if (variable.type !== "multiple" || codes.has(value)) return settle(value);
    return value
      .split("; ")
      .map((part) => settle(part) ?? "")
      .join("; ");
  });
  return { values, byCode: [...byCode.values()] };
}

/** What the codebook knows of a question: its answers with the code each has on this form, and its other words. */
function knownCodes(variable: Variable, reversed: boolean) {
  const numbers = variable.categories.map((category) => category.code);
  const turned = (code: number) => (reversed ? Math.min(...numbers) + Math.max(...numbers) - code : code);
  const missing = Object.values(variable.missing).flat();
  return {
    categories: new Map(
      variable.categories.map((category) => [plainWords(category.label), turned(category.code)] as const),
    ),
    words: new Set([...missing, ...variable.notYet].map(plainWords)),
    accepts: (code: number) => variable.type === "number" || numbers.includes(code),
  };
}

/** Ticks: a label that is no plain yes or no gives way to its code where that is 0 or 1. */
function settleTicks({ values, codes }: Column): readonly CellValue[] {
  if (!codes) return values;
  const numbers = [...codes.values()].filter(({ missing }) => !missing).map(({ code }) => code);
  if (!numbers.every((code) => code === 0 || code === 1) || numbers.length < 2) return values;
  return values.map((value) => {
    const behind = typeof value === "string" ? codes.get(value) : undefined;
    return behind && !behind.missing ? behind.code : value;
  });
}

function readByCode({ source }: Table, column: Column, labels: readonly ByCode[]): Issue {
  const told = labels.map(({ label, code }) => `"${label}" (${code})`).join(", ");
  const one = labels.length === 1;
  return {
    code: "label-not-in-codebook",
    severity: "note",
    at: { file: source.file, column: column.name },
    message: `${column.name}: ${told} ${one ? "is a label" : "are labels"} that the codebook does not list; read by ${one ? "its code" : "their codes"}`,
    expected: "the labels of codebook.csv",
    found: told,
    fix: "check that the code means the same in codebook.csv, and write the label there as the form has it",
  };
}
