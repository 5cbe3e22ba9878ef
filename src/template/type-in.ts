import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** What is typed into a cell: text, a number, or a formula with the result that a program stored beside it. */
export type Typed = string | number | { readonly formula: string; readonly result: string | number | null };

const workbookPart = "xl/workbook.xml";

/**
 * A template with answers typed into it by sheet and cell (`answerColumn` and `coverCell` of layout.ts say which). Days
 * are numbers of days since 30 December 1899. Nothing else changes, but that the results stored beside our formulas are
 * taken out and the workbook asks for it: they were those of the empty template, and the program that opens it next works them
 * out. The same answers give the same bytes. Runs in a browser too. A sheet or cell that the template does not have is a bug.
 */
export function typeIn(
  template: Uint8Array,
  answers: Readonly<Record<string, Readonly<Record<string, Typed>>>>,
): Uint8Array {
  const parts = unzipSync(template);
  const workbook = strFromU8(parts[workbookPart]!);
  const names = [...workbook.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name!);
  const unknown = Object.keys(answers).find((sheet) => !names.includes(sheet));
  if (unknown !== undefined) throw new Error(`${unknown}: no such sheet in the template`);
  names.forEach((name, position) => {
    const part = `xl/worksheets/sheet${position + 1}.xml`;
    const typed = new Map(Object.entries(answers[name] ?? {}));
    const xml = strFromU8(parts[part]!).replace(
      /<c r="([A-Z]+\d+)"( s="\d+")?([^>]*?)(?:\/>|>(.*?)<\/c>)/gs,
      (whole, cell: string, style = "", _type: string, inside = "") => {
        const value = typed.get(cell);
        typed.delete(cell);
        if (value !== undefined) return cellXml(cell, String(style), value);
        return String(inside).includes("<f") ? whole.replace(/<v>.*?<\/v>|<v\/>/s, "") : whole;
      },
    );
    const [left] = typed.keys();
    if (left !== undefined) throw new Error(`${name}!${left}: no such cell in the template`);
    parts[part] = strToU8(xml);
  });
  parts[workbookPart] = strToU8(workedOutOnOpening(workbook));
  // fflate writes the local reading of mtime: a local date gives the same bytes in every time zone.
  return zipSync(parts, { mtime: new Date(1980, 0, 1) });
}

function workedOutOnOpening(workbook: string): string {
  const without = workbook.replace(/<calcPr\b[^>]*?(?:\/>|>.*?<\/calcPr>)/s, "");
  const before = without.includes("</definedNames>") ? "</definedNames>" : "</sheets>";
  return without.replace(before, `${before}<calcPr calcId="171027" fullCalcOnLoad="1"/>`);
}

function cellXml(cell: string, style: string, value: Typed): string {
  const open = `<c r="${cell}"${style}`;
  if (typeof value === "number") return `${open}><v>${value}</v></c>`;
  if (typeof value === "string")
    return `${open} t="inlineStr"><is><t xml:space="preserve">${escape(value)}</t></is></c>`;
  const { formula, result } = value;
  const type = typeof result === "string" ? (result.startsWith("#") ? ' t="e"' : ' t="str"') : "";
  const stored = result === null ? "" : `<v>${escape(String(result))}</v>`;
  return `${open}${type}><f>${escape(formula)}</f>${stored}</c>`;
}

/** Text as XML may hold it: what XML forbids becomes a blank. */
function escape(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Surrogate}\ufffe\uffff]/gu, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
