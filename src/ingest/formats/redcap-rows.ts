import type { Issue } from "../../core/issue.js";
import type { Source } from "../../core/table.js";
import { plainWords } from "../../study/wording.js";
import type { CellGrid, GridRow } from "../grid.js";
import { cellText, isBlank } from "../grid.js";
import type { RedcapColumns } from "./redcap-columns.js";

/** Which event of a longitudinal project is read: null for the only one. */
export interface EventChoice {
  readonly kept: string | null;
  readonly issues: readonly Issue[];
}

/**
 * The event whose name is the source's wave (`month3_arm_1` or `Month 3` for wave month3), when the file holds several.
 * Several of which none is the wave's is an error, but not where a question tells the wave.
 */
export function chooseEvent(
  source: Source,
  header: GridRow,
  eventAt: number | null,
  body: CellGrid,
): EventChoice {
  if (eventAt === null || source.wave === undefined) return { kept: null, issues: [] };
  const events = new Set<string>();
  for (let index = 0; index < body.height; index += 1) {
    const value = body.cell(index, eventAt);
    if (!isBlank(value)) events.add(plainWords(cellText(value)));
  }
  if (events.size < 2) return { kept: null, issues: [] };
  const matching = [...events].filter((event) => bareName(event) === bareName(source.wave!));
  if (matching.length === 1) return { kept: matching[0]!, issues: [] };
  return { kept: null, issues: [severalEvents(source, header, eventAt, events.size)] };
}

/** `month3_arm_1`, `Month 3` and `month-3` alike. */
function bareName(name: string): string {
  return name
    .toLowerCase()
    .replace(/_arm_\d+[a-z]?$|\s*\(arm \d+.*\)$/, "")
    .replace(/[^a-z0-9]/g, "");
}

function severalEvents(source: Source, header: GridRow, eventAt: number, count: number): Issue {
  return {
    code: "several-events",
    severity: "error",
    at: { file: source.file, row: header.row, column: cellText(header.cells[eventAt]) },
    message: `${cellText(header.cells[eventAt])}: ${count} events in one export, and none of them is named as the wave`,
    expected: `one event, or one that is named ${source.wave}`,
    found: `${count} events`,
    fix: "export one event a file, or give the wave in study.yaml the event's name",
  };
}

/** One row a person is expected: several rows of one record, as repeating forms give, are an error. */
export function repeatedRecords(
  source: Source,
  header: GridRow,
  { repeatAt, eventAt }: RedcapColumns,
  body: CellGrid,
  kept: readonly number[],
): readonly Issue[] {
  if (repeatAt === null) return [];
  const rows = new Set(kept);
  const seen = new Set<string>();
  const again: number[] = [];
  for (let index = 0; index < body.height; index += 1) {
    const row = body.rowNumber(index);
    if (!rows.has(row)) continue;
    const event = eventAt === null ? "" : cellText(body.cell(index, eventAt));
    const record = `${cellText(body.cell(index, 0))}\n${event}`;
    if (seen.has(record)) again.push(row);
    seen.add(record);
  }
  if (again.length === 0) return [];
  return [
    {
      code: "repeated-records",
      severity: "error",
      at: { file: source.file, row: again[0]!, column: cellText(header.cells[repeatAt]) },
      message: `record: ${again.length} more ${again.length === 1 ? "row" : "rows"} of records that stand higher up, as repeating forms give them`,
      expected: "one row a record",
      found: `${again.length} more`,
      fix: "export the survey's form alone, without repeating forms, or one instance of each record",
    },
  ];
}
