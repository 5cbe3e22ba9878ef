import type { Issue } from "../core/issue.js";
import type { Source } from "../core/table.js";
import type { SurveySource } from "../study/schema.js";
import type { Study } from "../study/study.js";
import * as issue from "./file-issues.js";
import * as formatIssue from "./format-issues.js";
import type { Format } from "./formats/index.js";
import { formats } from "./formats/index.js";
import { plain } from "./formats/plain.js";
import { spss } from "./formats/spss.js";
import { headOf, isBlankRow } from "./grid.js";
import { matchColumns } from "./match.js";
import type { Grid } from "./read-grid.js";

/** How sure one format was of a file, and why. */
export interface Candidate {
  readonly format: Format;
  readonly score: number;
  readonly reasons: readonly string[];
}

/** The sheet and the format a survey file is read by. */
export interface Choice extends Candidate {
  readonly grid: Grid;
  /** Named in study.yaml, not found from the content. */
  readonly named: boolean;
  /** Every other format, the surest first. */
  readonly others: readonly Candidate[];
  /** Sheets that are not read. */
  readonly passedOver: readonly string[];
}

/** From this score on a format is taken. */
const taken = 0.5;
/** Two formats whose scores are nearer than this cannot be told apart. */
const near = 0.1;

/**
 * Choose the sheet and the format of a survey file: as study.yaml names them, else by content. Two that are equally
 * likely, and none at all, are errors; nothing is guessed.
 */
export function chooseFormat(study: Study, declared: SurveySource, grids: readonly Grid[]): Choice | Issue {
  const filled = grids.filter(({ cells }) => !isEmpty(cells));
  if (filled.length === 0) return issue.emptyExport(declared.file, "no cells");
  const grid = chooseSheet(study, declared, grids, filled);
  if ("code" in grid) return grid;
  if (isEmpty(grid.cells)) return issue.emptyExport(declared.file, "no cells");
  const clash = dialectClash(declared, grid);
  if (clash) return clash;
  const passedOver = filled.flatMap(({ sheet }) =>
    sheet === undefined || sheet === grid.sheet ? [] : [sheet],
  );
  const candidates = scoreFormats(grid);
  if (grid.cells.columns) {
    const own = candidates.find(({ format }) => format === spss)!;
    return {
      ...own,
      score: 1,
      grid,
      named: declared.dialect !== undefined,
      reasons: [],
      others: [],
      passedOver,
    };
  }
  const named = candidates.find(({ format }) => format.id === declared.dialect);
  if (named) {
    const others = candidates.filter((each) => each !== named);
    return { ...named, grid, named: true, reasons: ["dialect named in study.yaml"], others, passedOver };
  }
  const [best, second] = candidates as readonly [Candidate, Candidate];
  if (best.score >= taken) {
    if (second.score >= taken && best.score - second.score < near)
      return formatIssue.ambiguousFormat(declared.file, best.format, second.format);
    return { ...best, grid, named: false, others: candidates.slice(1), passedOver };
  }
  if (!fitsCodebook(study, declared, grid)) return unknown(declared, grid);
  return {
    format: plain,
    score: taken,
    grid,
    named: false,
    reasons: ["no platform's headings, but at least half of them are in the codebook"],
    others: candidates.filter(({ format }) => format !== plain),
    passedOver,
  };
}

/** Every format with how sure it is of a grid, the surest first. */
export function scoreFormats(grid: Grid): readonly Candidate[] {
  const head = headOf(grid.cells);
  return formats.map((format) => ({ format, ...format.detect(head) })).sort((a, b) => b.score - a.score);
}

/** The sheet that study.yaml names, else the only one that looks like a survey. */
function chooseSheet(
  study: Study,
  declared: SurveySource,
  grids: readonly Grid[],
  filled: readonly Grid[],
): Grid | Issue {
  const { sheet } = declared;
  if (sheet !== undefined && grids[0]?.sheet !== undefined) {
    const names = grids.map((grid) => grid.sheet ?? "");
    return (
      grids.find((grid) => grid.sheet === sheet) ?? formatIssue.missingSheet(declared.file, sheet, names)
    );
  }
  if (filled.length === 1) return filled[0]!;
  const likely = filled.filter((grid) =>
    scoreFormats(grid).some(
      (each) =>
        each.score >= taken && (declared.dialect === undefined || each.format.id === declared.dialect),
    ),
  );
  const chosen = likely.length > 0 ? likely : filled.filter((grid) => fitsCodebook(study, declared, grid));
  if (chosen.length > 1)
    return formatIssue.severalSheets(
      declared.file,
      chosen.map((grid) => grid.sheet ?? ""),
    );
  return chosen[0] ?? filled[0]!;
}

/** An SPSS file says what its columns are; no platform's headings are looked for in it, nor SPSS's in another file. */
function dialectClash({ file, dialect }: SurveySource, { cells }: Grid): Issue | null {
  if (dialect === undefined || (dialect === spss.id) === (cells.columns !== undefined)) return null;
  return formatIssue.wrongDialect(file, dialect, cells.columns ? "an SPSS data file" : "no SPSS data file");
}

/** Whether the codebook knows at least half of the headings, at whatever wave: another wave's export is told as that. */
function fitsCodebook(study: Study, declared: SurveySource, grid: Grid): boolean {
  const source: Source = { file: declared.file, kind: "survey", format: plain.id, reasons: [] };
  const { table } = plain.read(grid.cells, source);
  const asked = table.columns.filter((column) => !column.name.startsWith("@"));
  const { unclaimed } = matchColumns(study, table);
  return asked.length > 0 && unclaimed.length <= asked.length / 2;
}

function unknown(declared: SurveySource, { cells }: Grid): Issue {
  const labels = formats
    .filter((format) => format !== plain && format !== spss)
    .map((format) => format.label);
  return formatIssue.unknownFormat(declared.file, cells.height > 0 ? cells.rowNumber(0) : 1, labels);
}

function isEmpty(cells: Grid["cells"]): boolean {
  for (let index = 0; index < cells.height; index += 1) if (!isBlankRow(cells, index)) return false;
  return true;
}
