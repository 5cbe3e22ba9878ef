import { attributesOf, readText } from "./said.js";
import type { FileRead, Foreign, Said } from "./said.js";

/** Elements that could hold or fetch more than a reader sees. */
const foreignElements = [
  "script",
  "iframe",
  "object",
  "embed",
  "form",
  "input",
  "link",
  "metadata",
  "foreignobject",
  "image",
];
const wordsInAttributes = ["alt", "title", "aria-label", "content", "summary", "label"];
const withoutEnd = new Set([
  "meta",
  "br",
  "hr",
  "img",
  "col",
  "wbr",
  "rect",
  "path",
  "line",
  "circle",
  "stop",
  "use",
]);

/**
 * What a web page or an SVG file says and hides: every text with the result that a mark names around it, words in attributes,
 * and what no release has: scripts, comments, data attributes, things fetched from elsewhere.
 */
export function readMarkup(file: string, markup: string): FileRead {
  const said: Said[] = [];
  const foreign: Foreign[] = [];
  const open: { readonly name: string; readonly result: string | null }[] = [];
  let drawings = 0;
  const say = (text: string, place: string, isCell: boolean, result: string | null) => {
    if (!/\d/.test(text)) return;
    const where = open.some(({ name }) => name === "svg") ? { drawing: drawings } : {};
    said.push({ file, place, text: readText(text), isCell, result, ...where });
  };
  for (const [piece] of markup.matchAll(/<!--[\s\S]*?-->|<[^>]+>|[^<]+/g)) {
    const names = open.map(({ name }) => name);
    if (piece.startsWith("<!--")) foreign.push({ file, what: "a comment" });
    else if (!piece.startsWith("<")) {
      if (names.includes("style")) continue;
      const isCell = names.includes("td") || names.includes("th");
      const result = open.findLast((one) => one.result !== null)?.result ?? null;
      say(piece, isCell ? "table cell" : (names.at(-1) ?? "text"), isCell, result);
    } else if (piece.startsWith("</")) {
      const name = piece.slice(2, -1).trim().toLowerCase();
      const at = open.findLastIndex((one) => one.name === name);
      if (at !== -1) open.length = at;
    } else if (!piece.startsWith("<!")) {
      const name = /^<([\w:-]+)/.exec(piece)?.[1]?.toLowerCase() ?? "";
      foreign.push(...foreignOf(file, name, piece));
      for (const attribute of wordsInAttributes)
        for (const text of attributesOf(piece, attribute)) say(text, `attribute ${attribute}`, false, null);
      const result = attributesOf(piece, "data-result")[0] ?? null;
      if (name === "svg") drawings += 1;
      if (!piece.endsWith("/>") && !withoutEnd.has(name)) open.push({ name, result });
    }
  }
  return { said, foreign };
}

function foreignOf(file: string, name: string, tag: string): readonly Foreign[] {
  const found: Foreign[] = [];
  if (foreignElements.includes(name)) found.push({ file, what: `the element <${name}>` });
  for (const [, attribute] of tag.matchAll(/\s(data-[\w-]+|on\w+)=/g))
    if (attribute !== "data-result") found.push({ file, what: `the attribute ${attribute}` });
  for (const address of [...attributesOf(tag, "src"), ...attributesOf(tag, "xlink:href")])
    if (!address.startsWith("#")) found.push({ file, what: "something fetched from elsewhere" });
  return found;
}
