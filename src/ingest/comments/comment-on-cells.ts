import { zipSync } from "fflate";
import { mayBeShownAs } from "../identifiers/hide.js";
import { openArchive } from "../unzip.js";
import { readSizes } from "./box-anchor.js";
import { withBoxes } from "./comment-boxes.js";
import { commentedCells, withComments } from "./comments-part.js";
import {
  addContentType,
  addRelationship,
  attributesOf,
  freePath,
  readPart,
  relationshipsOf,
  writePart,
} from "./package-parts.js";
import type { Parts, Relationship } from "./package-parts.js";

/** Words to be put beside one cell. */
export interface CellComment {
  /** Name of the sheet as findings show it; null for the first, which also stands for a sheet that is not there. */
  readonly sheet: string | null;
  /** Address of the cell: `F17`. */
  readonly cell: string;
  readonly text: string;
}

/**
 * The same workbook with comments on some of its cells. Only the parts that hold comments change: the comments and their
 * boxes, the links of each sheet that gets some and its mention of the boxes, and the list of content types. Every other
 * part keeps its content to the byte. A cell that has a comment keeps it, with the new words below.
 *
 * Throws a plain Error, with the reason, when the bytes are no workbook that can be marked.
 */
export function commentOnCells(bytes: Uint8Array, comments: readonly CellComment[]): Uint8Array {
  const archive = openArchive(bytes);
  const parts: Parts = new Map(archive.names.map((name) => [name, archive.part(name)!]));
  const sheets = readSheets(parts);
  if (!sheets[0]) throw new Error("the workbook has no sheet");
  const bySheet = new Map<Sheet, Map<string, string>>();
  for (const { sheet, cell, text } of comments) {
    const marked =
      sheets.find((one) => one.name === sheet) ??
      sheets.find((one) => sheet !== null && mayBeShownAs(one.name, sheet)) ??
      sheets[0];
    const cells = bySheet.get(marked) ?? new Map<string, string>();
    const earlier = cells.get(cell);
    bySheet.set(marked, cells.set(cell, earlier === undefined ? text : `${earlier}\n\n${text}`));
  }
  for (const [sheet, cells] of bySheet) markSheet(parts, sheet, sheets.indexOf(sheet) + 1, cells);
  // fflate writes the local reading of mtime: a local date gives the same bytes in every time zone.
  return zipSync(Object.fromEntries(parts), { mtime: new Date(1980, 0, 1), level: 6 });
}

interface Sheet {
  readonly name: string;
  readonly path: string;
  /** What the types of links begin with; not the same in all workbooks. */
  readonly linkType: string;
}

/** The worksheets in the workbook's order. */
function readSheets(parts: Parts): readonly Sheet[] {
  const path = "xl/workbook.xml";
  const links = relationshipsOf(parts, path);
  return [...readPart(parts, path).matchAll(/<(?:[\w.-]+:)?sheet\s([^>]*)>/g)].flatMap(([, inside]) => {
    const attributes = attributesOf(inside!);
    const id = Object.entries(attributes).find(([name]) => name.endsWith(":id"))?.[1];
    const link = links.find((one) => one.id === id);
    const name = attributes["name"];
    if (name === undefined || !link?.path || !link.type.endsWith("/worksheet")) return [];
    return [{ name, path: link.path, linkType: link.type.slice(0, -"worksheet".length) }];
  });
}

const contentTypes = {
  comments: "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml",
  boxes: "application/vnd.openxmlformats-officedocument.vmlDrawing",
} as const;

function markSheet(parts: Parts, sheet: Sheet, number: number, cells: ReadonlyMap<string, string>): void {
  const xml = readPart(parts, sheet.path);
  const links = relationshipsOf(parts, sheet.path);
  const known = pathOf(links.find((one) => one.type === `${sheet.linkType}comments`));
  const comments = known ?? freePath(parts, "xl/comments#.xml");
  const before = known === null ? null : readPart(parts, known);
  const commented = before === null ? new Set<string>() : commentedCells(before);
  const unboxed = new Map([...cells].filter(([cell]) => !commented.has(cell)));

  writePart(parts, comments, withComments(before, namespaceOf(xml), cells));
  if (known === null) {
    addContentType(parts, { path: comments }, contentTypes.comments);
    addRelationship(parts, sheet.path, `${sheet.linkType}comments`, comments);
  }
  const boxes = pathOf(links.find((one) => one.id === legacyDrawingOf(xml)));
  const path = boxes ?? freePath(parts, "xl/drawings/vmlDrawing#.vml");
  const drawn = boxes === null ? null : readPart(parts, boxes);
  writePart(parts, path, withBoxes(drawn, number, unboxed, readSizes(xml)));
  if (boxes === null) {
    addContentType(parts, { ending: "vml" }, contentTypes.boxes);
    const id = addRelationship(parts, sheet.path, `${sheet.linkType}vmlDrawing`, path);
    writePart(parts, sheet.path, withLegacyDrawing(xml, id, sheet.linkType));
  }
}

function pathOf(link: Relationship | undefined): string | null {
  return link?.path ?? null;
}

/** The namespace of the worksheet's own elements. */
function namespaceOf(sheet: string): string {
  const [, prefix, inside = ""] = /<([\w.-]+:)?worksheet\b([^>]*)>/.exec(sheet) ?? [];
  const name = prefix === undefined ? "xmlns" : `xmlns:${prefix.slice(0, -1)}`;
  return attributesOf(inside)[name] ?? "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
}

/** The link's id of the drawing that holds a worksheet's comment boxes; null when it has none. */
function legacyDrawingOf(sheet: string): string | null {
  return /<(?:[\w.-]+:)?legacyDrawing\s[^>]*?:id=["']([^"']+)["']/.exec(sheet)?.[1] ?? null;
}

/** What may stand in a worksheet after the mention of its comment boxes. */
const after =
  /<(?:[\w.-]+:)?(?:legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst|AlternateContent)\b/;

/** The worksheet with a mention of its comment boxes, in the one place that the standard allows. */
function withLegacyDrawing(sheet: string, id: string, linkType: string): string {
  const data = sheet.search(/<(?:[\w.-]+:)?sheetData\b/);
  const end = /<\/([\w.-]+:)?worksheet\s*>\s*$/.exec(sheet);
  if (data === -1 || !end) throw new Error("the workbook has a sheet that does not end");
  const next = sheet.slice(data).search(after);
  const at = next === -1 ? end.index : data + next;
  const mention = `<${end[1] ?? ""}legacyDrawing xmlns:r="${linkType.slice(0, -1)}" r:id="${id}"/>`;
  return `${sheet.slice(0, at)}${mention}${sheet.slice(at)}`;
}
