import type { Constraint, System, Term } from "../../../src/disclosure/attack/system.js";

/** A two-way table of counts with its margins released, and some of its cells: null is a cell held back. */
export function tableSystem(
  cells: readonly (readonly (number | null)[])[],
  rows: readonly (number | null)[],
  columns: readonly (number | null)[],
): System {
  const width = columns.length;
  const at = (row: number, column: number): Term => ({ unknown: row * width + column, times: 1 });
  const fixed = (id: string, terms: readonly Term[], value: number | null): readonly Constraint[] =>
    value === null ? [] : [{ terms, low: value, high: value, from: [id] }];
  return {
    unknowns: cells.flatMap((line, row) =>
      line.map((_, column) => ({ name: `cell ${row} ${column}`, whole: true, low: 0, high: null })),
    ),
    constraints: [
      ...cells.flatMap((line, row) =>
        line.flatMap((value, column) => fixed(`cell/${row}/${column}`, [at(row, column)], value)),
      ),
      ...rows.flatMap((value, row) =>
        fixed(
          `row/${row}`,
          [...columns.keys()].map((column) => at(row, column)),
          value,
        ),
      ),
      ...columns.flatMap((value, column) =>
        fixed(
          `column/${column}`,
          [...rows.keys()].map((row) => at(row, column)),
          value,
        ),
      ),
    ],
  };
}
