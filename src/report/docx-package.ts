import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { invariant } from "../core/invariant.js";

/**
 * The same Word file with nothing left to chance: relationships, drawings and bookmarks numbered in the order they
 * stand, fixed dates, parts in a fixed order, zip dates of 1980.
 */
export function settleDocx(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const texts = new Map<string, string>();
  for (const [name, content] of Object.entries(parts)) {
    if (/\.(xml|rels)$/.test(name)) texts.set(name, strFromU8(content));
  }
  for (const name of [...texts.keys()].sort()) {
    if (name.endsWith(".rels") && name !== "_rels/.rels") renumberRelationships(texts, name);
  }
  const body = texts.get("word/document.xml");
  invariant(body !== undefined, "docx: no word/document.xml");
  texts.set("word/document.xml", settleContents(renumberDrawings(renumberBookmarks(body))));
  const core = texts.get("docProps/core.xml");
  if (core !== undefined) {
    const fixed = core.replace(/(<dcterms:(created|modified)\b[^>]*>)[^<]*/g, "$12000-01-01T00:00:00Z");
    texts.set("docProps/core.xml", fixed);
  }
  const names = Object.keys(parts)
    .filter((name) => !name.endsWith("/"))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const settled = names.map((name) => {
    const text = texts.get(name);
    return [name, text === undefined ? parts[name]! : strToU8(text)] as const;
  });
  // fflate writes the local reading of mtime: a local date gives the same bytes in every time zone.
  return zipSync(Object.fromEntries(settled), { mtime: new Date(1980, 0, 1), level: 6 });
}

function renumberRelationships(texts: Map<string, string>, relsName: string): void {
  const partName = relsName.replace(/_rels\/([^/]+)\.rels$/, "$1");
  const ids = new Map<string, string>();
  const rels = (texts.get(relsName) ?? "").replace(
    /(<Relationship\b[^>]*\bId=")([^"]+)"/g,
    (_, start, id) => {
      const own = `rId${ids.size + 1}`;
      ids.set(String(id), own);
      return `${String(start)}${own}"`;
    },
  );
  texts.set(relsName, rels);
  const part = texts.get(partName);
  if (part === undefined) return;
  const replaced = part.replace(/(\sr:[a-zA-Z]+=")([^"]+)"/g, (_, start, id) => {
    const own = ids.get(String(id));
    invariant(own !== undefined, `docx: ${partName} names relationship ${String(id)}, which is not there`);
    return `${String(start)}${own}"`;
  });
  texts.set(partName, replaced);
}

/** Drawings are numbered by a counter of the whole process. */
function renumberDrawings(body: string): string {
  let count = 0;
  return body.replace(/(<(?:wp:docPr|pic:cNvPr)\b[^>]*?\sid=")[^"]*"/g, (_, start) => {
    count += 1;
    return `${String(start)}${count}"`;
  });
}

/** So are bookmarks, and the names of those that the contents point to. */
function renumberBookmarks(body: string): string {
  const ids = new Map<string, number>();
  const names = new Map<string, string>();
  const named = body.replace(/\b_Toc\d+\b/g, (name) => {
    if (!names.has(name)) names.set(name, `_Toc${String(names.size + 1).padStart(9, "0")}`);
    return names.get(name) ?? name;
  });
  return named.replace(/(<w:bookmark(?:Start|End)\b[^>]*?\sw:id=")([^"]*)"/g, (_, start, id) => {
    const key = String(id);
    if (!ids.has(key)) ids.set(key, ids.size + 1);
    return `${String(start)}${ids.get(key)}"`;
  });
}

/**
 * Contents that open without a question. Only a word processor knows on which page a heading falls: the contents link
 * to each section and print no page number until a person updates them, which also adds the sub-headings.
 */
function settleContents(body: string): string {
  return body
    .replace(/(<w:fldChar\b[^>]*?) w:dirty="true"/g, "$1")
    .replace(/TOC \\h \\n &quot;1-1&quot; \\o &quot;1-1&quot;/, "TOC \\h \\o &quot;1-2&quot;");
}

function rank(name: string): number {
  return name === "[Content_Types].xml" ? 0 : name.startsWith("_rels/") ? 1 : 2;
}
