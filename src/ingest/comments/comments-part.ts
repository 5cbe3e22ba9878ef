import { encodeXml } from "./package-parts.js";

/** Who the comments are from, as spreadsheet programs show it. */
const author = "Data check";

/**
 * A comments part with comments on more cells. A cell that has one keeps it, with the new words below.
 *
 * @param xml the part as it is; null for a new one
 * @param namespace the workbook's main namespace, for a new part
 * @param cells words by address of the cell
 */
export function withComments(
  xml: string | null,
  namespace: string,
  cells: ReadonlyMap<string, string>,
): string {
  let text =
    xml ??
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${namespace}"><authors></authors><commentList></commentList></comments>`;
  const prefix = /<([\w.-]+:)?comments\b/.exec(text)?.[1] ?? "";
  text = unfold(unfold(text, prefix, "authors"), prefix, "commentList");
  const authors = [...text.matchAll(new RegExp(`<${prefix}author\\b`, "g"))].length;
  text = insertBefore(text, `</${prefix}authors>`, `<${prefix}author>${author}</${prefix}author>`);
  const commented = commentedCells(text);
  const added: string[] = [];
  for (const [cell, words] of cells) {
    const run = runOf(prefix, words);
    if (commented.has(cell)) text = addBelow(text, prefix, cell, runOf(prefix, `\n\n${words}`));
    else
      added.push(
        `<${prefix}comment ref="${cell}" authorId="${authors}"><${prefix}text>${run}</${prefix}text></${prefix}comment>`,
      );
  }
  return insertBefore(text, `</${prefix}commentList>`, added.join(""));
}

/** Addresses of the cells that a comments part speaks of. */
export function commentedCells(xml: string): ReadonlySet<string> {
  return new Set([...xml.matchAll(/<(?:[\w.-]+:)?comment\s[^>]*?\bref="([^"]+)"/g)].map(([, cell]) => cell!));
}

function runOf(prefix: string, words: string): string {
  const style = `<${prefix}rPr><${prefix}sz val="9"/><${prefix}color indexed="81"/><${prefix}rFont val="Tahoma"/><${prefix}family val="2"/></${prefix}rPr>`;
  return `<${prefix}r>${style}<${prefix}t xml:space="preserve">${encodeXml(words)}</${prefix}t></${prefix}r>`;
}

/** New words below those of a comment that is there: its text becomes runs, ours the last of them. */
function addBelow(xml: string, prefix: string, cell: string, run: string): string {
  const start = xml.search(new RegExp(`<${prefix}comment\\s[^>]*?\\bref="${cell}"`));
  const end = xml.indexOf(`</${prefix}comment>`, start);
  const comment = xml.slice(start, end);
  const plain = new RegExp(`(<${prefix}text>\\s*)(<${prefix}t\\b[^>]*>[^<]*</${prefix}t>)`);
  const inRuns = unfold(comment, prefix, "text").replace(
    plain,
    (_, open: string, text: string) => `${open}<${prefix}r>${text}</${prefix}r>`,
  );
  const runs = inRuns.lastIndexOf(`</${prefix}r>`);
  const at =
    runs === -1 ? inRuns.indexOf(">", inRuns.indexOf(`<${prefix}text`)) + 1 : runs + `</${prefix}r>`.length;
  return `${xml.slice(0, start)}${inRuns.slice(0, at)}${run}${inRuns.slice(at)}${xml.slice(end)}`;
}

/** `<x/>` as `<x></x>`. */
function unfold(xml: string, prefix: string, name: string): string {
  return xml.replace(new RegExp(`<${prefix}${name}\\s*/>`), () => `<${prefix}${name}></${prefix}${name}>`);
}

function insertBefore(xml: string, tag: string, addition: string): string {
  const at = xml.lastIndexOf(tag);
  if (at === -1) throw new Error(`the workbook's comments have no ${tag}`);
  return `${xml.slice(0, at)}${addition}${xml.slice(at)}`;
}
