import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
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
 * The template with values in its cells, styles, checks and drop-downs as they were; every formula is worked out anew when
 * a spreadsheet opens it. The same values give the same bytes. A value for a cell that is not there is a bug.
 */
export function fillTemplate(
  template: Uint8Array,
  places: TemplatePlaces,
  values: Readonly<Record<CostReturnSheet, SheetValues>>,
): Uint8Array {
  const parts = unzipSync(template);
  for (const sheet of costReturnSheets) {
    const { part } = places[sheet];
    parts[part] = strToU8(fillSheet(strFromU8(parts[part]!), cellsOf(sheet, places, values[sheet])));
  }
  const workbook = "xl/workbook.xml";
  parts[workbook] = strToU8(recalculated(strFromU8(parts[workbook]!)));
  // fflate writes the local reading of mtime: a local date gives the same bytes in every time zone.
  return zipSync(parts, { mtime: new Date(1980, 0, 1), level: 6 });
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
  return new Map(
    placed.flatMap(([row, values]) =>
      Object.entries(values).flatMap(([heading, value]) => {
        invariant(columns[heading] !== undefined, `cost return: no column ${heading} on ${sheet}`);
        return value === null ? [] : [[`${columns[heading]}${row}`, value] as const];
      }),
    ),
  );
}

function fillSheet(xml: string, cells: ReadonlyMap<string, string | number>): string {
  let filled = 0;
  const text = xml.replace(
    /<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>[\s\S]*?<\/c>)/g,
    (whole, address: string, attributes: string) => {
      const value = cells.get(address);
      if (value === undefined) return whole;
      filled++;
      const style = attributes.replace(/ t="[^"]*"/, "");
      return typeof value === "number"
        ? `<c r="${address}"${style}><v>${value}</v></c>`
        : `<c r="${address}"${style} t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
    },
  );
  invariant(filled === cells.size, `cost return: ${cells.size - filled} cells are not in the template`);
  return text;
}

function recalculated(xml: string): string {
  const without = xml.replace(/<calcPr\b[^>]*?(?:\/>|>[\s\S]*?<\/calcPr>)/, "");
  const after = without.includes("</definedNames>") ? "</definedNames>" : "</sheets>";
  return without.replace(after, `${after}<calcPr calcId="171027" fullCalcOnLoad="1"/>`);
}

function escapeXml(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Surrogate}\ufffe\uffff]/gu, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
