import { readDay } from "../core/day.js";
import type { CellValue, Column, Table } from "../core/table.js";
import type { Answer } from "../study/answer.js";
import type { SurveySource } from "../study/schema.js";
import { tellsPlace } from "../study/place-names.js";
import type { Study } from "../study/study.js";
import type { Variable } from "../study/variable.js";
import type { OrderDecision } from "./date-order.js";
import { decideDateOrder } from "./date-order.js";
import { readEqualOnce } from "./equal-cells.js";
import type { MatchedColumns, Matching } from "./match.js";
import { matchColumns } from "./match.js";
import { readPlace } from "./place-answer.js";
import { columnsOf, readColumns, wrongColumn } from "./read-columns.js";

/** A whole survey file with each answer read by its codebook row. */
export interface SurveyFile {
  readonly table: Table;
  /** What study.yaml says of the file. */
  readonly declared: SurveySource;
  /** Code of the Trust whose people answered; null when a question of the survey tells it. */
  readonly trust: string | null;
  /** Id of the wave; null when a question of the survey tells it. */
  readonly wave: string | null;
  readonly matching: Matching;
  /**
   * By variable name, for every variable of the codebook: one answer for each row of the table. A variable that the wave
   * does not ask, the form declares as not asked, or no column holds, is missing as `not asked` throughout. Rows that
   * share an invalid answer hold the same cells.
   */
  readonly answers: ReadonlyMap<string, readonly Answer[]>;
  /** How each date column was read, by variable name. */
  readonly dateOrders: ReadonlyMap<string, OrderDecision>;
}

/** The answers of one Trust's people at one wave: a survey file, or those rows of one that a question tells apart. */
export interface SurveyAnswers extends SurveyFile {
  readonly trust: string;
  readonly wave: string;
}

/** Read every survey table by the codebook; the one reading that checks and dataset both use. */
export function readAnswers(study: Study, tables: readonly Table[]): readonly SurveyFile[] {
  return tables.flatMap((table) => {
    const declared = findDeclared(study, table);
    return declared ? [readTable(study, table, declared)] : [];
  });
}

/**
 * The cell that made an answer invalid: the column's own, or of a question spread over several columns the one that is
 * wrong. Null when no column holds the variable.
 */
export function cellBehind(
  survey: SurveyFile,
  variable: Variable,
  row: number,
): { readonly column: Column; readonly value: CellValue } | null {
  const columns = survey.matching.matched.get(variable.name);
  if (!columns) return null;
  const column = wrongColumn(variable, columns, row);
  return column && { column, value: column.values[row] ?? null };
}

function findDeclared(study: Study, table: Table): SurveySource | null {
  for (const source of study.sources) {
    if (source.kind !== "survey" || table.source.kind !== "survey") continue;
    const same = source.file === table.source.file && source.wave === table.source.wave;
    const sameSheet = source.sheet === undefined || source.sheet === table.source.sheet;
    if (same && sameSheet && source.trust === table.source.trust) return source;
  }
  return null;
}

function readTable(study: Study, table: Table, declared: SurveySource): SurveyFile {
  const matching = matchColumns(study, table);
  const answers = new Map<string, readonly Answer[]>();
  const dateOrders = new Map<string, OrderDecision>();
  for (const variable of study.variables) {
    const columns = matching.matched.get(variable.name);
    if (!columns || declared.not_asked.includes(variable.name)) {
      const notAsked: Answer = { kind: "missing", reason: "not asked" };
      answers.set(
        variable.name,
        table.rows.map(() => notAsked),
      );
      continue;
    }
    const decision =
      variable.type === "date" && columns.kind === "one" ? decide(study, declared, columns) : null;
    if (decision) dateOrders.set(variable.name, decision);
    const reversed = variable.scale !== null && declared.reversed.includes(variable.scale);
    const dateOrder = decision?.kind === "decided" ? decision.order : null;
    const read =
      tellsPlace(variable) && columns.kind === "one"
        ? (row: number) => readPlace(study, variable, columns.column.values[row] ?? null)
        : (row: number) => readColumns(variable, columns, row, { reversed, dateOrder });
    const mostlyDiffer = variable.type === "code" || variable.type === "text";
    answers.set(
      variable.name,
      mostlyDiffer && columns.kind === "one"
        ? table.rows.map((_, row) => read(row))
        : readEqualOnce(columnsOf(columns), table.rows.length, read),
    );
  }
  const { trust = null, wave = null } = declared;
  return { table, declared, trust, wave, matching, answers, dateOrders };
}

function decide(
  study: Study,
  declared: SurveySource,
  columns: MatchedColumns & { kind: "one" },
): OrderDecision {
  const from = readDay(study.period.from, null);
  const to = readDay(study.period.to, null);
  const period = from === null || to === null ? null : { from, to };
  return decideDateOrder(columns.column.values, period, declared.date_order ?? null);
}
