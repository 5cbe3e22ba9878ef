import { limits } from "../core/limits.js";
import { formatNumber } from "../core/format.js";
import type { NumberKind } from "./cell-date.js";
import { kindOfFormat } from "./cell-date.js";
import type { Archive } from "./unzip.js";
import { attribute, damaged, walkXml, xmlText } from "./xml.js";

/** What the parts of a workbook say beside the sheets themselves. */
export interface WorkbookParts {
  /** Worksheets in the workbook's order, with the part that holds each. */
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  /** Texts that cells point at by their position. */
  readonly strings: readonly string[];
  /** How a cell's style shows numbers, by the style's position. */
  readonly numberKinds: readonly NumberKind[];
  /** The year in which the workbook's days begin. */
  readonly calendar: 1900 | 1904;
}

/** Read the list of sheets, the shared texts and the number formats of a workbook. Throws a plain Error when they do not hold together. */
export function readWorkbookParts(archive: Archive): WorkbookParts {
  const main = mainPart(archive);
  const bytes = main === null ? null : archive.part(main);
  if (main === null || bytes === null) throw new Error("a zip file, but not an .xlsx workbook");
  const related = relationsOf(archive, main);
  const links = new Map(related.map((link) => [link.id, link]));
  const sheets: { name: string; part: string }[] = [];
  let calendar: 1900 | 1904 = 1900;
  walkXml(xmlText(bytes), {
    open(name, attributes) {
      if (name === "workbookPr" && /^(?:1|true)$/.test(attribute(attributes, "date1904") ?? ""))
        calendar = 1904;
      if (name !== "sheet") return;
      const link = links.get(attribute(attributes, "id") ?? "");
      if (link?.kind === "worksheet")
        sheets.push({ name: attribute(attributes, "name") ?? "", part: link.part });
    },
    close: () => undefined,
    text: () => undefined,
  });
  if (sheets.length > limits.sheets)
    throw new Error(`the workbook has more than ${formatNumber(limits.sheets)} sheets`);
  const partOf = (kind: string) => {
    const link = related.find((each) => each.kind === kind);
    return link ? archive.part(link.part) : null;
  };
  const strings = partOf("sharedStrings");
  const styles = partOf("styles");
  return {
    sheets,
    calendar,
    strings: strings ? readStrings(xmlText(strings)) : [],
    numberKinds: styles ? readNumberKinds(xmlText(styles)) : [],
  };
}

interface Relation {
  readonly id: string;
  /** Last part of the relation's type: `worksheet`, `styles`, `sharedStrings`. */
  readonly kind: string;
  readonly part: string;
}

function mainPart(archive: Archive): string | null {
  const usual = "xl/workbook.xml";
  if (archive.has(usual)) return usual;
  return relationsOf(archive, "").find((link) => link.kind === "officeDocument")?.part ?? null;
}

function relationsOf(archive: Archive, part: string): readonly Relation[] {
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  const bytes = archive.part(`${folder}_rels/${part.slice(folder.length)}.rels`);
  const relations: Relation[] = [];
  if (!bytes) return relations;
  walkXml(xmlText(bytes), {
    open(name, attributes) {
      if (name !== "Relationship" || attribute(attributes, "TargetMode") === "External") return;
      const type = attribute(attributes, "Type") ?? "";
      const target = attribute(attributes, "Target") ?? "";
      relations.push({
        id: attribute(attributes, "Id") ?? "",
        kind: type.slice(type.lastIndexOf("/") + 1),
        part: target.startsWith("/") ? target.slice(1) : fromFolder(folder, target),
      });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return relations;
}

/** A path inside the archive, `./` and `../` resolved. */
function fromFolder(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of `${folder}${target}`.split("/")) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return path.join("/");
}

/** Shared texts: all runs of rich text joined, without the reading aids of East Asian words. */
function readStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  let text = "";
  let reading = false;
  let aside = false;
  walkXml(xml, {
    open(name) {
      if (name === "si") text = "";
      else if (name === "rPh") aside = true;
      else if (name === "t") reading = !aside;
    },
    close(name) {
      if (name === "si") strings.push(unescapeText(text));
      else if (name === "rPh") aside = false;
      else if (name === "t") reading = false;
    },
    text(more) {
      if (reading) text += more;
    },
  });
  return strings;
}

/**
 * Text of a cell with the characters that spreadsheets write as `_x000D_`.
 *
 * Source: ECMA-376 part 1, section 22.9.2.19 (ST_Xstring).
 *
 * @example unescapeText("a_x000A_b") // => "a\nb"
 */
export function unescapeText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function readNumberKinds(xml: string): readonly NumberKind[] {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let inCells = false;
  walkXml(xml, {
    open(name, attributes) {
      if (name === "cellXfs") inCells = true;
      if (name === "numFmt")
        codes.set(numberOf(attribute(attributes, "numFmtId")), attribute(attributes, "formatCode") ?? "");
      if (name === "xf" && inCells) formats.push(numberOf(attribute(attributes, "numFmtId") ?? "0"));
    },
    close(name) {
      if (name === "cellXfs") inCells = false;
    },
    text: () => undefined,
  });
  return formats.map((id) => kindOfFormat(id, codes.get(id)));
}

function numberOf(text: string | null): number {
  if (text === null || !/^\d{1,9}$/.test(text)) throw damaged();
  return Number(text);
}
