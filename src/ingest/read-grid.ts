import type { Issue } from "../core/issue.js";
import { limits } from "../core/limits.js";
import { looksLike } from "./bytes.js";
import { readCsvGrid } from "./csv-grid.js";
import { delimiterNames } from "./delimiter.js";
import { encodeUtf8 } from "./encoding.js";
import * as issue from "./file-issues.js";
import type { CellGrid } from "./grid.js";
import { gridOfSheet } from "./grid.js";
import { readSav } from "./spss/read-sav.js";
import { SpssRefusal } from "./spss/refusal.js";
import { gridOfSav } from "./spss/sav-grid.js";
import type { SheetLayout } from "./sheet-layout.js";
import { readWorkbook } from "./workbook.js";

/** One grid of a file: the whole of a CSV file, or one sheet of a workbook. */
export interface Grid {
  readonly sheet?: string;
  readonly cells: CellGrid;
  /** How a worksheet shows its cells. */
  readonly layout?: SheetLayout;
  /** How the file was read, in words. */
  readonly reasons: readonly string[];
}

export interface GridsRead {
  readonly grids: readonly Grid[];
  readonly issues: readonly Issue[];
}

/**
 * Read a CSV file or a workbook into grids of cells; a file that is not what its name says is an issue, not a guess. A
 * file without a grid always has an issue.
 */
export async function readGrids(file: string, bytes: Uint8Array): Promise<GridsRead> {
  const wanted = wantedKind(file);
  if (/\.por$/i.test(file)) return { grids: [], issues: [issue.wrongKind(file, "spss", "portable spss")] };
  if (wanted === null) return { grids: [], issues: [issue.unknownEnding(file)] };
  const found = looksLike(bytes);
  if (found === "empty") return { grids: [], issues: [issue.emptyExport(file, "an empty file")] };
  if (found !== wanted) return { grids: [], issues: [issue.wrongKind(file, wanted, found)] };
  const read = withinLimits(file, await readers[wanted](file, bytes));
  if (read.grids.length > 0 || read.issues.length > 0) return read;
  return { grids: [], issues: [issue.emptyExport(file, wanted === "text" ? "no rows" : "no sheets")] };
}

/** Tables past the limits of rows and columns are refused, so that nothing after this walks over them. */
function withinLimits(file: string, { grids, issues }: GridsRead): GridsRead {
  const fits = ({ cells: { height, width } }: Grid) =>
    width <= limits.columns && height <= limits.rows && width * height <= limits.cells;
  const refused = grids.filter((grid) => !fits(grid));
  return {
    grids: grids.filter(fits),
    issues: [
      ...issues,
      ...refused.map(({ sheet, cells }) => issue.tooManyCells(file, sheet, cells.height, cells.width)),
    ],
  };
}

/**
 * What a file should be by the ending of its name; null for endings that cannot be read.
 *
 * @example wantedKind("survey/Trust A.XLSX") // => "workbook"
 */
export function wantedKind(file: string): issue.WantedKind | null {
  if (/\.(?:csv|tsv|txt)$/i.test(file)) return "text";
  if (/\.z?sav$/i.test(file)) return "spss";
  return /\.xlsx$/i.test(file) ? "workbook" : null;
}

const readers = { text: readText, workbook: readSheets, spss: readSpss } as const;

function readText(file: string, bytes: Uint8Array): GridsRead {
  const { utf8, reason } = encodeUtf8(bytes);
  const { cells, delimiter, issues } = readCsvGrid(utf8, file);
  const reasons = [reason, `cells are separated by ${delimiterNames[delimiter]}s`];
  return { grids: cells.height > 0 ? [{ cells, reasons }] : [], issues };
}

async function readSheets(file: string, bytes: Uint8Array): Promise<GridsRead> {
  try {
    const sheets = await readWorkbook(bytes);
    const grids = sheets.map((sheet) => ({
      sheet: sheet.name,
      cells: gridOfSheet(sheet),
      layout: sheet.layout,
      reasons: [],
    }));
    const issues = sheets.flatMap(({ name, unsolved }) =>
      unsolved ? [issue.formulasWithoutResult(file, name, unsolved.first, unsolved.count)] : [],
    );
    return { grids, issues };
  } catch (error) {
    const reason = error instanceof Error ? error.message : "the workbook cannot be read";
    return { grids: [], issues: [issue.brokenWorkbook(file, reason)] };
  }
}

function readSpss(file: string, bytes: Uint8Array): GridsRead {
  try {
    const sav = readSav(bytes);
    const reasons = ["the file is an SPSS data file", `text is ${sav.encoding}`];
    const issues = sav.weight === null ? [] : [issue.weightNotUsed(file, sav.weight)];
    return { grids: [{ cells: gridOfSav(sav), reasons }], issues };
  } catch (error) {
    if (!(error instanceof SpssRefusal)) throw error;
    return { grids: [], issues: [issue.brokenSpss(file, error.message)] };
  }
}
