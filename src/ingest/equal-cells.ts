import type { CellValue, Column } from "../core/table.js";

/**
 * Read each row by its cells in some columns, but rows whose cells are all equal only once: they share one value. A
 * survey's column has a handful of different cells, however many people answered.
 *
 * @param read what a row's cells say; it must depend on nothing else
 */
export function readEqualOnce<T>(
  columns: readonly Column[],
  rows: number,
  read: (row: number) => T,
): readonly T[] {
  const alike = numberAlike(columns, rows);
  const known: T[] = [];
  return Array.from(alike, (number, row) => {
    if (number === known.length) known.push(read(row));
    return known[number]!;
  });
}

/** Rows numbered from 0 in the order in which a new combination of cells first appears. */
function numberAlike(columns: readonly Column[], rows: number): Int32Array {
  const numbers = new Int32Array(rows);
  for (const { values } of columns) {
    const cells = new Map<CellValue, number>();
    const pairs = new Map<number, number>();
    for (let row = 0; row < rows; row += 1) {
      const cell = numberOf(cells, values[row] ?? null);
      numbers[row] = numberOf(pairs, numbers[row]! * rows + cell);
    }
  }
  return numbers;
}

function numberOf<T>(known: Map<T, number>, key: T): number {
  const found = known.get(key);
  if (found !== undefined) return found;
  known.set(key, known.size);
  return known.size - 1;
}
