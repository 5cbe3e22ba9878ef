import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** A workbook with some cells changed, as a person would: `Inputs!B5`. Cached results elsewhere stay as they were. */
export function patchWorkbook(
  bytes: Uint8Array,
  changes: Readonly<Record<string, string | number | null>>,
): Uint8Array {
  const parts = { ...unzipSync(bytes) };
  const names = [...strFromU8(parts["xl/workbook.xml"]!).matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(
    (match) => match[1]!,
  );
  for (const [address, value] of Object.entries(changes)) {
    const [sheet, cell] = address.split("!") as [string, string];
    const part = `xl/worksheets/sheet${names.indexOf(sheet) + 1}.xml`;
    const xml = strFromU8(parts[part]!);
    const found = new RegExp(`<c r="${cell}"([^>]*?)(/>|>.*?</c>)`).exec(xml);
    if (!found) throw new Error(`no cell ${address}`);
    const style = /s="\d+"/.exec(found[1]!)?.[0] ?? "";
    const put =
      value === null
        ? `<c r="${cell}" ${style}/>`
        : typeof value === "number"
          ? `<c r="${cell}" ${style}><v>${value}</v></c>`
          : `<c r="${cell}" ${style} t="inlineStr"><is><t>${value.replace(/&/g, "&amp;")}</t></is></c>`;
    parts[part] = strToU8(xml.replace(found[0], put));
  }
  return zipSync(parts);
}
