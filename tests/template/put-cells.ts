import { unzipSync, zipSync, strFromU8, strToU8 } from "fflate";

/** What to type into cells: text, a number, or a formula with the result that the program stored. */
export type Typed = string | number | { readonly formula: string; readonly result: string | number | null };

/** A workbook of ours with answers typed into it, as a program types them: the sheet's XML holds them, nothing else changes. */
export function putCells(
  bytes: Uint8Array,
  typed: Readonly<Record<string, Readonly<Record<string, Typed>>>>,
): Uint8Array {
  const parts = unzipSync(bytes);
  const names = [...strFromU8(parts["xl/workbook.xml"]!).matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(
    ([, name]) => name!,
  );
  for (const [sheet, cells] of Object.entries(typed)) {
    const part = `xl/worksheets/sheet${names.indexOf(sheet) + 1}.xml`;
    let xml = strFromU8(parts[part]!);
    for (const [cell, value] of Object.entries(cells)) {
      const before = xml;
      xml = xml.replace(
        new RegExp(`<c r="${cell}"( s="\\d+")?(?: t="\\w+")?(?:/>|>.*?</c>)`),
        (_, style = "") => cellXml(cell, String(style), value),
      );
      if (xml === before) throw new Error(`${sheet}!${cell}: no such cell`);
    }
    parts[part] = strToU8(xml);
  }
  return zipSync(parts);
}

function cellXml(cell: string, style: string, value: Typed): string {
  const open = `<c r="${cell}"${style}`;
  if (typeof value === "number") return `${open}><v>${value}</v></c>`;
  if (typeof value === "string") return `${open} t="inlineStr"><is><t>${escape(value)}</t></is></c>`;
  const { formula, result } = value;
  const type = typeof result === "string" ? (result.startsWith("#") ? ' t="e"' : ' t="str"') : "";
  const stored = result === null ? "" : `<v>${escape(String(result))}</v>`;
  return `${open}${type}><f>${escape(formula)}</f>${stored}</c>`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
