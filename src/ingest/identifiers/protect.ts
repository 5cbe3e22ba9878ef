import type { Issue } from "../../core/issue.js";
import type { CellValue, Column, Table } from "../../core/table.js";
import type { Study } from "../../study/study.js";
import type { TableOfFormat } from "../formats/format.js";
import { cellText, isBlank } from "../grid.js";
import { oneLine, personalColumnsDropped } from "../lay-out.js";
import { unclaimed, usesOf } from "./column-use.js";
import type { Use } from "./column-use.js";
import { identifierOfContent } from "./column-content.js";
import type { Detector } from "./detector.js";
import { emailAddress } from "./email-address.js";
import { findIdentifiers, replaceFound } from "./find.js";
import type { Found } from "./find.js";
import { gmcNumber } from "./gmc-number.js";
import { identifierOfHeading } from "./heading.js";
import { detectors } from "./index.js";
import { detectNames, namesIn } from "./known-names.js";
import { personName } from "./person-name.js";
import { postcode } from "./postcode.js";
import type { ColumnFound } from "./told.js";
import { tellFound } from "./told.js";

/**
 * Take identifiers of people out of a table as it comes from its file, before anything else sees it. A column that its
 * heading or most of its values show to hold them, and that the study does not ask for, is dropped whole; in free text
 * the words themselves are replaced by a mark; any other cell that holds one is emptied. Answers that the codebook
 * allows are never touched. What was found is told by kind, count and place, as errors when study.yaml says
 * `identifiers: refuse`. The words of names that stood in columns of names are given back, in small letters, so that no
 * finding shows them.
 */
export function protectTable(
  study: Study,
  read: TableOfFormat,
): { readonly table: Table; readonly issues: readonly Issue[]; readonly names: ReadonlySet<string> } {
  const { table } = read;
  const personal = (read.personal ?? []).filter((column) => column.values.some(holdsSomething));
  const uses = usesOf(study, table);
  const whole = wholeColumns(table, uses, yearOf(study.period.from) - 16);
  const named = [...whole].filter(([, { detector }]) => detector === personName).map(([column]) => column);
  const names = namesIn([...personal.filter(isOfNames), ...named]);
  const known = detectNames(names);
  const among = known ? [...detectors, known] : detectors;
  const found: ColumnFound[] = [];
  const columns = table.columns.flatMap((column): readonly Column[] => {
    const use = uses.get(column) ?? unclaimed;
    const held = whole.get(column);
    if (held) {
      found.push(...tellWhole(table, column, held));
      return use.kind === "unclaimed" ? [] : [{ ...column, values: column.values.map(() => null) }];
    }
    const cells = protectColumn(table, column, use, among);
    found.push(...cells.found);
    return [cells.column];
  });
  const refuse = study.identifiers === "refuse";
  const platform = refuse
    ? read.issues.filter((issue) => issue.code !== personalColumnsDropped)
    : read.issues;
  if (refuse) found.unshift(...personal.flatMap((column) => tellWhole(table, column, byPlatform(column))));
  const tellPlace = new Set(
    [...uses].flatMap(([column, use]) => (use.kind === "answer" && use.tellsPlace ? [column.position] : [])),
  );
  const leftOut = table.leftOut.map((rows) => ({
    ...rows,
    columns: rows.columns.filter((column) => tellPlace.has(column.position)),
  }));
  const unchanged = leftOut.length === 0 && columns.every((column, index) => column === table.columns[index]);
  return {
    table: unchanged && columns.length === table.columns.length ? table : { ...table, columns, leftOut },
    issues: [...platform, ...found.map((each) => tellFound(each, refuse))],
    names,
  };
}

/** The kind a whole column holds, and whether its heading says so. */
interface Whole {
  readonly detector: Detector;
  readonly byHeading: boolean;
}

function isOfNames(column: Column): boolean {
  return identifierOfHeading(column.name) === personName;
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

function byPlatform(column: Column): Whole {
  return { detector: identifierOfHeading(column.name) ?? personName, byHeading: true };
}

function tellWhole(table: Table, column: Column, whole: Whole): readonly ColumnFound[] {
  const rows = table.rows.filter((_, row) => holdsSomething(column.values[row] ?? null));
  if (rows.length === 0) return [];
  return [{ ...whole, source: table.source, column, rows, count: rows.length, place: "whole column" }];
}

/** Platforms write this where a respondent is not named. */
function holdsSomething(value: CellValue): boolean {
  return !isBlank(value) && cellText(value).trim().toLowerCase() !== "anonymous";
}

function wholeColumns(
  table: Table,
  uses: ReadonlyMap<Column, Use>,
  youngest: number,
): ReadonlyMap<Column, Whole> {
  const whole = new Map<Column, Whole>();
  for (const column of table.columns) {
    const { kind } = uses.get(column) ?? unclaimed;
    const headed = [column.name, ...column.aliases].map(identifierOfHeading).find((each) => each !== null);
    if (headed && (kind === "unclaimed" || kind === "free text")) {
      whole.set(column, { detector: headed, byHeading: true });
    }
    if (headed || kind !== "unclaimed") continue;
    const detector = identifierOfContent(column.values, youngest);
    if (detector) whole.set(column, { detector, byHeading: false });
  }
  return whole;
}

function protectColumn(
  table: Table,
  column: Column,
  use: Use,
  among: readonly Detector[],
): { readonly column: Column; readonly found: readonly ColumnFound[] } {
  const about = oneLine([column.name, ...column.aliases].join(" "));
  const seen = new Map<string, readonly Found[]>();
  const places = new Map<Detector, { rows: number[]; count: number }>();
  let values: CellValue[] | null = null;
  for (let row = 0; row < column.values.length; row += 1) {
    const value = column.values[row] ?? null;
    if (value === null || typeof value === "boolean") continue;
    const text = cellText(value);
    if (text.length < 5) continue;
    let here = seen.get(text);
    if (here === undefined) seen.set(text, (here = findIn(text, about, use, among)));
    if (here.length === 0) continue;
    values ??= [...column.values];
    values[row] = keepsWords(use, here) ? replaceFound(text, here) : null;
    for (const { detector } of here) {
      const place = places.get(detector) ?? { rows: [], count: 0 };
      places.set(detector, place);
      place.count += 1;
      if (place.rows.at(-1) !== table.rows[row]) place.rows.push(table.rows[row]!);
    }
  }
  if (values === null) return { column, found: [] };
  return {
    column: { ...column, values },
    found: [...places].map(([detector, { rows, count }]) => ({
      source: table.source,
      column,
      detector,
      rows,
      count,
      place: placeOf(use, detector),
      byHeading: null,
    })),
  };
}

/** In free text the other words stay. So does an answer with a name in it, which is a finding of its own. */
function keepsWords(use: Use, found: readonly Found[]): boolean {
  return (
    use.kind === "free text" || (use.kind === "answer" && found.every(({ detector }) => isOfPerson(detector)))
  );
}

function placeOf(use: Use, detector: Detector): ColumnFound["place"] {
  if (use.kind === "answer" && isOfPerson(detector)) return "free text";
  return use.kind === "given" || use.kind === "platform" ? "answer" : use.kind;
}

function isOfPerson(detector: Detector): boolean {
  return detector.id === personName.id;
}

function findIn(text: string, about: string, use: Use, among: readonly Detector[]): readonly Found[] {
  switch (use.kind) {
    case "platform":
      return findIdentifiers(text, "", [emailAddress]);
    case "link code":
      return findInCode(text, about);
    case "answer": {
      const found = findIdentifiers(text, about, among);
      return found.length > 0 && use.allows(text) ? [] : found;
    }
    case "free text":
    case "given":
    case "unclaimed":
      return findIdentifiers(text, about, among);
  }
}

/** Link codes have shapes of their own, and some are a postcode's; seven digits alone are a GMC number in all likelihood. */
function findInCode(text: string, about: string): readonly Found[] {
  const trimmed = text.trim();
  if (/^\d{7}$/.test(trimmed)) return [{ from: 0, to: text.length, detector: gmcNumber }];
  return findIdentifiers(trimmed, about, inCodes);
}

const inCodes = detectors.filter((detector) => detector !== postcode);
