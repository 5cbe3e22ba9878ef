import { invariant } from "../../../core/invariant.js";
import { costReturnSheets, type CostReturnSheet } from "../../../ingest/formats/cost-return-layout.js";
import type { TemplatePlaces } from "./template-places.js";

/** What to put in a row of a sheet, by heading. Null leaves the cell as it is. */
export type RowValues = Readonly<Record<string, string | number | null>>;

/** What to put in the cells of a cost return. */
export interface SheetValues {
  /** Rows from the first one to fill in. */
  readonly rows?: readonly RowValues[];
  /** Rows by what stands in their first column. */
  readonly named?: Readonly<Record<string, RowValues>>;
}

/**
 * Values by sheet and cell, to be typed into the template by `typeIn`. A value for a row or a heading that the template does
 * not have is a bug.
 */
export function placeValues(
  places: TemplatePlaces,
  values: Readonly<Record<CostReturnSheet, SheetValues>>,
): Readonly<Record<string, Readonly<Record<string, string | number>>>> {
  return Object.fromEntries(costReturnSheets.map((sheet) => [sheet, cellsOf(sheet, places, values[sheet])]));
}

function cellsOf(sheet: CostReturnSheet, places: TemplatePlaces, { rows = [], named = {} }: SheetValues) {
  const { columns, named: rowOf, firstRow, rows: most } = places[sheet];
  invariant(rows.length <= most, `cost return: ${rows.length} lines for ${most} rows on ${sheet}`);
  const placed = [
    ...rows.map((values, index) => [firstRow + index, values] as const),
    ...Object.entries(named).map(([name, values]) => {
      const row = rowOf[name];
      invariant(row !== undefined, `cost return: no row ${name} on ${sheet}`);
      return [row, values] as const;
    }),
  ];
  return Object.fromEntries(
    placed.flatMap(([row, values]) =>
      Object.entries(values).flatMap(([heading, value]) => {
        invariant(columns[heading] !== undefined, `cost return: no column ${heading} on ${sheet}`);
        return value === null ? [] : [[`${columns[heading]}${row}`, value] as const];
      }),
    ),
  );
}
