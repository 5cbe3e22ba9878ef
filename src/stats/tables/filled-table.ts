import { checkCounts, checkLength } from "../check-values.js";
import { sumOf } from "../numeric/sum.js";

/** A table of counts as rows. */
export type CountTable = readonly (readonly number[])[];

/** A table of counts without its empty rows and columns. */
export interface FilledTable {
  readonly counts: CountTable;
  readonly rowTotals: readonly number[];
  readonly columnTotals: readonly number[];
  readonly n: number;
  /** Places of the rows and columns that were empty, from 0. */
  readonly droppedRows: readonly number[];
  readonly droppedColumns: readonly number[];
}

/**
 * Leaves the empty rows and columns out of a table of counts, and says which.
 *
 * @param table rows of whole counts, all of one length
 * @param where the function asking, for the error message
 * @returns the counts that are left, with their totals
 * @throws RangeError when a count is not a whole number, 0 or more, or the rows differ in length
 * @see {@link checkCounts} for the words
 * @example
 * filledTable([[1, 0, 2], [0, 0, 0]], "chiSquaredTest") // => { counts: [[1, 2]], rowTotals: [3], columnTotals: [1, 2], n: 3, droppedRows: [1], droppedColumns: [1] }
 */
export function filledTable(table: CountTable, where: string): FilledTable {
  const width = table[0]?.length ?? 0;
  table.forEach((row, index) => {
    checkLength(row.length, width, `${where}: table[${index}]`);
    checkCounts(row, `${where}: table[${index}]`);
  });
  const rowSums = table.map(sumOf);
  const columnSums = Array.from({ length: width }, (_, column) => sumOf(table.map((row) => row[column]!)));
  const isFilled = (total: number) => total > 0;
  const places = (totals: readonly number[]) => totals.flatMap((total, place) => (total > 0 ? [] : [place]));
  return {
    counts: table
      .filter((_, row) => isFilled(rowSums[row]!))
      .map((row) => row.filter((_, column) => isFilled(columnSums[column]!))),
    rowTotals: rowSums.filter(isFilled),
    columnTotals: columnSums.filter(isFilled),
    n: sumOf(rowSums),
    droppedRows: places(rowSums),
    droppedColumns: places(columnSums),
  };
}
