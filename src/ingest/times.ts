import { readDay, readTime, writeDay } from "../core/day.js";
import type { DateOrder } from "../core/day.js";
import type { Issue } from "../core/issue.js";
import type { CellValue, Table } from "../core/table.js";
import type { SurveySource } from "../study/schema.js";
import type { Study } from "../study/study.js";
import { decideDateOrder } from "./date-order.js";
import type { ExplainedDates } from "./explanation.js";
import { cellText, isBlank } from "./grid.js";

/**
 * Write the times of `@started` and `@submitted` as `2026-04-05T10:22:00` (or a day alone), whatever the platform's own
 * way. The order of day and month is decided by the wave's days; a column whose order cannot be told comes out empty,
 * with a warning. Times are as the platform shows them, in no particular time zone.
 */
export function settleTimes(
  study: Study,
  declared: SurveySource,
  table: Table,
): {
  readonly table: Table;
  readonly issues: readonly Issue[];
  /** How each of the two columns was read. */
  readonly dates: readonly ExplainedDates[];
} {
  const issues: Issue[] = [];
  const dates: ExplainedDates[] = [];
  const wave = study.waves.find((each) => each.id === declared.wave) ?? study.period;
  const from = readDay(wave.from, null);
  const to = readDay(wave.to, null);
  const period = from === null || to === null ? null : { from, to };
  const columns = table.columns.map((column) => {
    if (column.name !== "@started" && column.name !== "@submitted") return column;
    const decision = decideDateOrder(column.values, period, declared.date_order ?? null);
    const heading = column.aliases[0] ?? column.name;
    dates.push({ column: heading, decision });
    if (decision.kind === "undecided") issues.push(unreadableTimes(table, heading, decision));
    const order = decision.kind === "decided" ? decision.order : null;
    return { ...column, values: column.values.map((value) => writeTime(value, order)) };
  });
  return { table: { ...table, columns }, issues, dates };
}

function writeTime(value: CellValue, order: DateOrder | null): CellValue {
  if (isBlank(value)) return null;
  const text = cellText(value);
  const day = readDay(text, order);
  if (day === null) return null;
  const seconds = order === "serial" ? timeOfSerial(text) : readTime(text);
  if (seconds === null) return writeDay(day);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${writeDay(day)}T${parts.map((part) => String(part).padStart(2, "0")).join(":")}`;
}

/** The time of day in a spreadsheet's count of days, in whole seconds; null for a day alone. */
function timeOfSerial(text: string): number | null {
  const share = Number(text) % 1;
  return share === 0 ? null : Math.min(86_399, Math.round(share * 86_400));
}

function unreadableTimes(table: Table, column: string, decision: { readonly reason: string }): Issue {
  return {
    code: "submission-times",
    severity: "warning",
    at: { file: table.source.file, column },
    message: `${column}: day and month cannot be told apart (${decision.reason}); the order of rows is used instead`,
    expected: "dates that tell their own order, or date_order in study.yaml",
    found: "dates that can be read both ways",
    fix: "write date_order: dmy or mdy under this source in study.yaml",
  };
}
