import { percentNotes } from "../../charts/rounding-notes.js";
import { inSentence } from "../../charts/wording.js";
import type { Result } from "../../core/result.js";
import { findResult } from "../../disclosure/released.js";
import type { TableBlock, TableCell, TableColumn } from "../document.js";
import type { ReportInput } from "../report-input.js";
import {
  cautionNotes,
  explainCost,
  isWorthATable,
  left,
  notApplicable,
  peopleCell,
  resultCell,
  right,
  supportCells,
  supportColumns,
  textCell,
} from "./cells.js";

/** One column of numbers. */
export interface Measure {
  readonly heading: string;
  /** What stands beside each number: its interval and people, or the people alone, under this heading. */
  readonly beside?: "interval and n" | { readonly n: string };
}

/** One line: a label, text cells, and the id of a result for each measure; null where the measure does not apply. */
export interface MeasureLine {
  readonly label: string;
  readonly more?: readonly string[];
  readonly ids: readonly (string | null)[];
  /** Other results of the same people: their number is told from the first that is shown where a measure's own is not. */
  readonly people?: readonly string[];
}

export interface MeasureTable {
  readonly id: string;
  readonly caption: string;
  readonly description: string;
  /** Headings of the label and of the text cells after it. */
  readonly headings: readonly string[];
  readonly measures: readonly Measure[];
  readonly lines: readonly MeasureLine[];
  readonly notes?: readonly string[];
  /** Why a measure does not apply to a line, where any does not. */
  readonly blank?: string;
  /** False when the cautions of its results are told elsewhere. */
  readonly cautions?: boolean;
}

/**
 * A table of one column a measure. Lines and columns of which the release holds nothing are left out; no table when
 * nothing is left, or nothing but numbers that could not be worked out.
 */
export function measureTable(input: ReportInput, table: MeasureTable): readonly TableBlock[] {
  const find = (id: string | null | undefined) => (id ? findResult(input.released, id) : undefined);
  const lines = table.lines
    .map((line) => ({ ...line, results: line.ids.map(find) }))
    .filter((line) => line.results.some((result) => result !== undefined));
  const used = table.measures
    .map((measure, index) => ({ measure, index }))
    .filter(({ index }) => lines.some((line) => line.results[index] !== undefined));
  if (!isWorthATable(lines.flatMap((line) => line.results))) return [];
  const several = used.filter(({ measure }) => measure.beside === "interval and n").length > 1;
  return [
    {
      kind: "table",
      id: table.id,
      caption: table.caption,
      description: table.description,
      columns: [
        ...table.headings.map(left),
        ...used.flatMap(({ measure }): readonly TableColumn[] => [
          right(measure.heading),
          ...besideColumns(input, measure, several),
        ]),
      ],
      rows: lines.map((line): readonly TableCell[] => [
        textCell(line.label),
        ...(line.more ?? []).map(textCell),
        ...used.flatMap(({ measure, index }) =>
          line.ids[index] === null
            ? besideBlank(measure, table.blank ?? "")
            : [
                ...explainCost([resultCell(line.results[index])], line.results[index], input.study),
                ...besideCells(measure, line.results[index], (line.people ?? []).map(find)),
              ],
        ),
      ]),
      notes: [
        ...(table.notes ?? []),
        ...percentNotes(
          lines.flatMap((line) => line.results),
          input.study,
        ),
        ...cautionNotes(
          (table.cautions === false ? [] : lines).map((line) => ({
            label: [line.label, ...(line.more ?? [])].join(", "),
            result: line.results.find((result) => result?.kind === "estimate"),
          })),
        ),
      ],
    },
  ];
}

function besideColumns({ study }: ReportInput, measure: Measure, several: boolean): readonly TableColumn[] {
  if (measure.beside === undefined) return [];
  if (measure.beside !== "interval and n") return [right(measure.beside.n)];
  return supportColumns(study, several ? `, ${inSentence(measure.heading)}` : "");
}

function besideCells(
  measure: Measure,
  result: Result | undefined,
  samePeople: readonly (Result | undefined)[],
): readonly TableCell[] {
  if (measure.beside === undefined) return [];
  if (measure.beside === "interval and n") return supportCells(result);
  return [peopleCell([result, ...samePeople].find((one) => one?.kind === "estimate") ?? result)];
}

function besideBlank(measure: Measure, why: string): readonly TableCell[] {
  const cells = measure.beside === undefined ? 1 : measure.beside === "interval and n" ? 4 : 2;
  return Array.from({ length: cells }, () => notApplicable(why));
}
