import { columnLetters, type CellValue, type Table } from "../../src/core/table.js";
import { readCostReturnTables } from "../../src/ingest/formats/cost-return.js";
import { writeCostReturnTemplate } from "../../src/template/cost-return.js";
import { options } from "../template/fixture.js";

/** What stands in some cells, by their address: `Staff!E5`. */
export type Cells = Readonly<Record<string, CellValue>>;

/** The tables of a filled return of Trust B without a fault, `costs/b.xlsx`. */
export async function filledReturn(): Promise<readonly Table[]> {
  const bytes = await writeCostReturnTemplate(options);
  return (await readCostReturnTables({ file: "costs/b.xlsx", trust: "B" }, bytes)).tables;
}

/** The same tables with some cells changed. */
export function withCells(tables: readonly Table[], changes: Cells): readonly Table[] {
  return tables.map((table) => ({
    ...table,
    columns: table.columns.map((column) => ({
      ...column,
      values: column.values.map((value, index) => {
        const address = `${table.source.sheet}!${columnLetters(column.position)}${table.rows[index]}`;
        return address in changes ? changes[address]! : value;
      }),
    })),
  }));
}
