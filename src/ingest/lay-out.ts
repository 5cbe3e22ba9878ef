import { formatNumber } from "../core/format.js";
import type { Issue } from "../core/issue.js";
import type { CellValue, Column, Source } from "../core/table.js";
import { columnLetters } from "../core/table.js";
import { plainWords } from "../study/wording.js";
import type { TableOfFormat } from "./formats/format.js";
import type { CellGrid, GridRow } from "./grid.js";
import { cellText, isBlank, isBlankRow } from "./grid.js";

/**
 * What a column of a platform's own is for. `@id`, `@started`, `@submitted` and `@complete` are kept under that name;
 * `personal` (names, addresses, places) and `platform` (durations, progress) are not kept.
 */
export type Purpose = "@id" | "@started" | "@submitted" | "@complete" | "personal" | "platform";

/** The heading of one column, before it is known what the column is for. */
export interface Heading {
  readonly position: number;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** Code of the note that tells them. */
export const personalColumnsDropped = "personal-columns-dropped";

export interface Layout {
  readonly source: Source;
  readonly headings: readonly Heading[];
  /** Rows below the header. */
  readonly body: CellGrid;
  /** Purpose of a heading, null for a question. */
  purposeOf(heading: Heading): Purpose | null;
  /** Why a row is left out, or null when it is kept; given what stands at a position of it. */
  leaveOut?(cell: (position: number) => CellValue): string | null;
  /** Whether a row that is kept was finished, where no column says so by itself. */
  isComplete?(cell: (position: number) => CellValue): boolean;
}

/**
 * Make a table of a grid whose header is known. Blank rows are skipped; columns without heading and values too. Personal
 * columns are dropped and told as notes, never with their values; `@complete` is true or false for every row.
 */
export function layOut(layout: Layout): TableOfFormat {
  const { source, body } = layout;
  const leftOut = new Map<string, number[]>();
  const makeAll = (named: readonly Heading[], indexes: readonly number[]) =>
    named.map((heading) => makeColumn(heading, layout.purposeOf(heading), body, indexes));
  const filled: number[] = [];
  const kept: number[] = [];
  for (let index = 0; index < body.height; index += 1) {
    if (isBlankRow(body, index)) continue;
    filled.push(index);
    const reason = layout.leaveOut?.((position) => body.cell(index, position)) ?? null;
    if (reason === null) kept.push(index);
    else {
      const indexes = leftOut.get(reason);
      if (indexes) indexes.push(index);
      else leftOut.set(reason, [index]);
    }
  }
  const issues: Issue[] = [];
  const told: Heading[] = [];
  const personal: Heading[] = [];
  const dropped: string[] = [];
  for (const heading of nameAll(layout.headings, body, filled)) {
    const purpose = layout.purposeOf(heading);
    if (purpose === "personal") personal.push(heading);
    else if (purpose === "platform") dropped.push(oneLine(heading.name));
    else told.push(heading);
  }
  const columns = makeAll(told, kept);
  if (!columns.some((column) => column.name === "@complete")) {
    const values = kept.map((index) => layout.isComplete?.((position) => body.cell(index, position)) ?? true);
    columns.push({ name: "@complete", aliases: [], position: -1, values });
  }
  if (personal.length > 0) issues.push(droppedPersonal(source, personal, body, kept));
  if (dropped.length > 0) issues.push(droppedPlatform(source, dropped));
  for (const ragged of raggedRows(source, layout.headings, body, kept)) issues.push(ragged);
  return {
    table: {
      source,
      columns,
      rows: kept.map((index) => body.rowNumber(index)),
      leftOut: [...leftOut].map(([reason, indexes]) => ({
        reason,
        rows: indexes.map((index) => body.rowNumber(index)),
        columns: makeAll(told, indexes),
      })),
    },
    issues,
    personal: personal.map((heading) => makeColumn(heading, null, body, kept)),
  };
}

/** Headings of one header row; those further right that hold values but no heading are named when laid out. */
export function headingsOf(header: GridRow | undefined): readonly Heading[] {
  return (header?.cells ?? []).map((cell, position) => ({ position, name: cellText(cell), aliases: [] }));
}

/**
 * A heading on one line, for messages.
 *
 * @example oneLine("Who helped?\n(tick all)") // => "Who helped? (tick all)"
 */
export function oneLine(heading: string): string {
  return heading.replace(/\s+/g, " ").trim();
}

/**
 * Purposes by heading, compared as plain words.
 *
 * @example purposesBy({ "@id": ["ID"], personal: ["Email", "Name"] })({ position: 3, name: "E-mail", aliases: [] }) // => null
 */
export function purposesBy(
  named: Readonly<Partial<Record<Purpose, readonly string[]>>>,
): (heading: Heading) => Purpose | null {
  const purposes = new Map<string, Purpose>();
  for (const [purpose, names] of Object.entries(named)) {
    for (const name of names) purposes.set(plainWords(name), purpose as Purpose);
  }
  return (heading) => purposes.get(plainWords(heading.name)) ?? null;
}

function nameAll(
  headings: readonly Heading[],
  body: CellGrid,
  filled: readonly number[],
): readonly Heading[] {
  const known = new Map(headings.map((heading) => [heading.position, heading]));
  const width = Math.max(body.width, headings.length);
  return Array.from({ length: width }, (_, position): readonly Heading[] => {
    const heading = known.get(position);
    if (heading && !isBlank(heading.name)) return [heading];
    if (filled.every((index) => isBlank(body.cell(index, position)))) return [];
    return [
      { position, name: `(no heading, column ${columnLetters(position)})`, aliases: heading?.aliases ?? [] },
    ];
  }).flat();
}

function makeColumn(
  heading: Heading,
  purpose: Purpose | null,
  body: CellGrid,
  kept: readonly number[],
): Column {
  const coded = body.coded?.(heading.position) ?? null;
  const values = kept.map((index): CellValue => {
    return coded ? coded.texts[coded.codes[index]!]! : body.cell(index, heading.position);
  });
  const { position, name, aliases } = heading;
  if (purpose === null) return { name, aliases, position, values };
  return {
    name: purpose,
    aliases: [name, ...aliases],
    position,
    values: purpose === "@complete" ? values.map(isYes) : values,
  };
}

function isYes(value: CellValue): boolean {
  return ["true", "1", "yes", "complete", "completed"].includes(cellText(value).trim().toLowerCase());
}

function droppedPersonal(
  source: Source,
  headings: readonly Heading[],
  body: CellGrid,
  kept: readonly number[],
): Issue {
  const counted = headings.map(({ name, position }) => {
    const count = kept.filter((index) => !isBlank(body.cell(index, position))).length;
    return `${oneLine(name)} (${count} ${count === 1 ? "value" : "values"})`;
  });
  return {
    code: personalColumnsDropped,
    severity: "note",
    at: placeOf(source, {}),
    message: `${counted.join(", ")}: dropped on reading; names, addresses and places are never kept`,
    fix: "nothing to do; better still, export without these columns",
  };
}

function droppedPlatform(source: Source, names: readonly string[]): Issue {
  return {
    code: "platform-columns-dropped",
    severity: "note",
    at: placeOf(source, {}),
    message: `${names.join(", ")}: the platform's own ${names.length === 1 ? "column" : "columns"}, not read`,
    fix: "nothing to do",
  };
}

/** Ragged rows past which the file is broken as a whole, and told as that. */
const mostRagged = 10_000;

function raggedThroughout(source: Source, width: number, first: Issue): Issue {
  return {
    ...first,
    severity: "error",
    at: placeOf(source, { row: first.at.row! }),
    message: `rows: more than ${formatNumber(mostRagged)} have not the ${width} cells of the header, from this one on`,
    found: "rows of other lengths",
    fix: "export the file again; look for a wrong delimiter, or for rows of another table",
  };
}

/** Rows that are longer or shorter than the header. In cohort and HR tables the cells that a short row lacks are told as such. */
function raggedRows(
  source: Source,
  headings: readonly Heading[],
  body: CellGrid,
  kept: readonly number[],
): readonly Issue[] {
  const issues: Issue[] = [];
  const width = headings.reduce((most, heading) => (isBlank(heading.name) ? most : heading.position + 1), 0);
  for (const index of kept) {
    const cells = body.widthOf(index);
    let extra = 0;
    for (let at = headings.length; at < cells; at += 1) if (!isBlank(body.cell(index, at))) extra += 1;
    const short = cells < width && source.kind === "survey";
    if (extra === 0 && !short) continue;
    const count = `${cells} ${cells === 1 ? "cell" : "cells"}`;
    issues.push({
      code: "ragged-row",
      severity: extra > 0 ? "error" : "warning",
      at: placeOf(source, { row: body.rowNumber(index) }),
      message: `row: ${count} under ${width} headings`,
      expected: `${width} cells`,
      found: count,
      fix: "export the file again; if it was edited by hand, look for a lost quotation mark or line break in this row",
    });
    if (issues.length > mostRagged) return [raggedThroughout(source, width, issues[0]!)];
  }
  return issues;
}

function placeOf(source: Source, more: { row?: number; column?: string }) {
  return { file: source.file, ...(source.sheet === undefined ? {} : { sheet: source.sheet }), ...more };
}
