import type { Place, Severity } from "../core/issue.js";
import type { CellValue, Column, Table } from "../core/table.js";
import { columnLetters } from "../core/table.js";
import type { SurveyAnswers, SurveyFile } from "../ingest/answers.js";
import type { ReplacedFile } from "../ingest/replaced.js";
import { cellText } from "../ingest/grid.js";
import { looksLikeName } from "../ingest/identifiers/column-content.js";
import { oneLine } from "../ingest/lay-out.js";
import type { Study } from "../study/study.js";
import type { Variable } from "../study/variable.js";
import { plainWords } from "../study/wording.js";
import type { SameResponse } from "./copies/same-responses.js";
import type { Cohort, PartialReturn } from "./cost-return.js";
import type { Finding } from "./finding.js";
import type { HrRow } from "./hr.js";
import type { LookedAt } from "./looked-at.js";
import type { Misplaced } from "./misplaced.js";
import type { OtherYears, PricesOf } from "./prices.js";

/** What a rule may look at. */
export interface RuleContext {
  readonly study: Study;
  readonly tables: readonly Table[];
  /**
   * Survey files with every answer read, each once: for findings about a column or a cell. Those that look like another
   * wave's are left out here and in `surveys`.
   */
  readonly files: readonly SurveyFile[];
  /** The same answers by Trust and wave: a central survey's file is here once a Trust. For findings about people. */
  readonly surveys: readonly SurveyAnswers[];
  /** Survey tables that look like another wave's; nothing else is told of them. */
  readonly misplaced: readonly Misplaced[];
  /** Responses that stand in two files. */
  readonly sameResponses: readonly SameResponse[];
  readonly cohorts: readonly Cohort[];
  readonly hr: readonly HrRow[];
  /** Cost returns as far as they can be read, in the order of sources. */
  readonly returns: readonly PartialReturn[];
  /** Prices of a return by the days it covers and its high-cost area. */
  readonly pricesOf: PricesOf;
  /** Pounds an hour of pay and on-costs in other years than the price year. */
  readonly otherYears: OtherYears;
  /** Earlier files in whose place a Trust sent another. */
  readonly replaced: readonly ReplacedFile[];
  /** What was found when the tables that are not surveys were read, and when confirmed links were joined. */
  readonly readings: Readonly<Record<"cohort" | "hr" | "cost-return" | "link-confirmed", readonly Finding[]>>;
}

/** One rule: a file, and a line in `rules/index.ts`. */
export interface Rule {
  readonly id: string;
  /** What it looks for, in a sentence part. */
  readonly label: string;
  /** The most serious that its findings are when study.yaml says nothing of it under `checks`. */
  readonly severity: Severity;
  /**
   * Set when its errors keep numbers from being wrong, so that study.yaml cannot make less of them: all that it finds, or
   * those of its findings that are errors.
   */
  readonly protects?: "all" | "errors";
  /** What the share of its findings, which study.yaml may set its severity by, is a share of. */
  readonly looksAt: LookedAt;
  check(context: RuleContext): readonly Finding[];
}

/** Where a cell of a table stands: by row and heading, and in a workbook by sheet and cell too. */
export function placeOf(table: Table, row: number | null, column: Column | null): Place {
  const { file, sheet } = table.source;
  const fileRow = row === null ? undefined : table.rows[row];
  if (sheet === undefined && fileRow !== undefined && column !== null)
    return { file, row: fileRow, column: shortHeading(column) };
  const address =
    sheet !== undefined && fileRow !== undefined && column !== null && column.position >= 0
      ? { cell: `${columnLetters(column.position)}${fileRow}` }
      : {};
  return {
    file,
    ...(sheet === undefined ? {} : { sheet }),
    ...address,
    ...(fileRow === undefined ? {} : { row: fileRow }),
    ...(column === null ? {} : { column: shortHeading(column) }),
  };
}

/**
 * A heading as findings show it: on one line, and a long question only by its beginning, after the column's letter.
 *
 * @example shortHeading({ name: "Start date", aliases: [], position: 6, values: [] }) // => "Start date"
 */
export function shortHeading(column: Column): string {
  const known = shortHeadings.get(column);
  if (known !== undefined) return known;
  const heading = oneLine(column.name);
  const short =
    heading.length <= 60 || column.position < 0
      ? heading
      : `${columnLetters(column.position)}: ${heading.slice(0, 50).trimEnd()}…`;
  shortHeadings.set(column, short);
  return short;
}

/** Made once a column: a million findings may stand in one. */
const shortHeadings = new WeakMap<Column, string>();

/** Words longer than this may be somebody's own text, and are counted instead of shown. */
const longest = 40;

/**
 * A cell as it may be shown in a finding: in quotation marks; identifiers and free text not at all, long text only by
 * its length.
 */
export function showFound(variable: Variable, value: CellValue): { readonly found?: string } {
  if (variable.type === "code" || variable.type === "text") return {};
  const text = oneLine(cellText(value));
  if (text.length > longest) return { found: `${text.length} characters of text` };
  return { found: mayTellWho(variable, text) ? "what may be a person's name or number" : `"${text}"` };
}

/**
 * Whether words of their own may name a person: six digits and more together, or nine with blanks between, which may be a
 * number that only one person has, or the look of a full name without a word of the codebook's answers.
 */
function mayTellWho(variable: Variable, text: string): boolean {
  if (/\d{6}|\d(?: ?\d){8}/.test(text)) return true;
  if (!looksLikeName(text)) return false;
  const own = [
    ...variable.categories.map(({ label }) => label),
    ...Object.values(variable.missing).flat(),
    ...variable.notYet,
  ];
  const known = new Set(own.flatMap((words) => plainWords(words).split(/[\s,]+/)));
  return !plainWords(text)
    .split(/[\s,]+/)
    .some((word) => word.length > 2 && known.has(word));
}

/** The Trust and wave of a survey, for findings; without those that a question of the survey tells. */
export function sliceOf({ trust, wave }: SurveyFile): { readonly trust?: string; readonly wave?: string } {
  return { ...(trust === null ? {} : { trust }), ...(wave === null ? {} : { wave }) };
}
