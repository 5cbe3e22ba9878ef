import { strFromU8, unzipSync } from "fflate";
import { readPng } from "./read-png.js";
import { attributesOf, readText } from "./said.js";
import type { FileRead, Foreign, Said } from "./said.js";

/** The parts that a Word file and a workbook of a release have; another one could hold what no reader sees. */
const known = {
  docx: /^(\[Content_Types\]\.xml|_rels\/\.rels|docProps\/(app|core|custom)\.xml|word\/(_rels\/\w+\.xml\.rels|document\.xml|endnotes\.xml|fontTable\.xml|footer\d+\.xml|footnotes\.xml|header\d+\.xml|media\/[\w.-]+\.png|numbering\.xml|settings\.xml|styles\.xml|theme\/theme1\.xml))$/,
  xlsx: /^(\[Content_Types\]\.xml|_rels\/\.rels|docProps\/(app|core)\.xml|xl\/(_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|tables\/table\d+\.xml|theme\/theme1\.xml|workbook\.xml|worksheets\/(_rels\/)?sheet\d+\.xml(\.rels)?))$/,
};

/** What hides words from a reader, or keeps more than it shows. */
const hiding = {
  docx: [
    [/<w:vanish\b/, "hidden text"],
    [/<w:(ins|del|moveFrom|moveTo)\b/, "a tracked change"],
    [/<w:comment/, "a comment"],
    [/<w:docVar\b/, "a document variable"],
    [/<property\b/, "a custom property"],
    [/ w:rsid\w*="/, "a mark of an editing session"],
  ],
  xlsx: [
    [/ state="(very)?[hH]idden"/, "a hidden sheet"],
    [/ hidden="(1|true)"/, "a hidden row or column"],
    [/<definedName name="(?!_xlnm\.Print_(Area|Titles)")/, "a defined name"],
    [/<f\b[^>]*>/, "a formula"],
  ],
} as const;

/** The only authors and times that the properties of a released file name. */
const properties = [
  [/<(dc:creator|cp:lastModifiedBy)>(?!pilot-eval<)[^<]+</, "an author"],
  [/<dcterms:(created|modified)[^>]*>(?!2000-01-01T00:00:00Z<)[^<]+</, "a time"],
  [/<(Company|Manager)>[^<]+</, "a company or a manager"],
  [/<(Template|TotalTime|HyperlinkBase)>[^<]+</, "a trace of the machine that wrote it"],
] as const;

/** What a Word file or a workbook says and hides, part by part. */
export function readOffice(file: string, bytes: Uint8Array): FileRead {
  const kind = file.endsWith(".docx") ? "docx" : "xlsx";
  const parts = partsOf(bytes);
  if (parts === null) return { said: [], foreign: [{ file, what: "a file that cannot be opened" }] };
  const foreign: Foreign[] = [];
  const said: Said[] = [];
  const strings = stringsOf(parts.find(([name]) => name === "xl/sharedStrings.xml")?.[1]);
  for (const [name, content] of parts) {
    if (!known[kind].test(name)) foreign.push({ file, what: `the part ${name}` });
    if (name.endsWith(".png")) {
      foreign.push(...readPng(`${file}, ${name}`, content).foreign);
      continue;
    }
    const xml = strFromU8(content);
    for (const [pattern, what] of [...hiding[kind], ...properties])
      if (pattern.test(xml)) foreign.push({ file, what: `${what}, in ${name}` });
    if (xml.includes("<!--")) foreign.push({ file, what: `a comment, in ${name}` });
    if (/^word\/(document|header|footer|footnotes|endnotes)/.test(name))
      said.push(...paragraphsOf(file, name, xml));
    else if (name.startsWith("xl/worksheets/sheet")) said.push(...cellsOf(file, name, xml, strings));
    else if (name.startsWith("docProps/")) said.push(...valuesOf(file, name, xml));
    else if (name === "xl/workbook.xml" || name.startsWith("xl/tables/"))
      for (const text of attributesOf(xml, "(?:name|displayName)")) said.push(one(file, name, text, false));
  }
  return { said: said.filter(({ text }) => /\d/.test(text)), foreign };
}

function partsOf(bytes: Uint8Array): readonly (readonly [string, Uint8Array])[] | null {
  try {
    return Object.entries(unzipSync(bytes));
  } catch {
    return null;
  }
}

function one(file: string, place: string, text: string, isCell: boolean): Said {
  return { file, place, text, isCell, result: null };
}

function paragraphsOf(file: string, name: string, xml: string): readonly Said[] {
  const alternatives = [...attributesOf(xml, "descr"), ...attributesOf(xml, "title")];
  const said = alternatives.map((text) => one(file, "alternative text", text, false));
  let cells = 0;
  for (const [piece] of xml.matchAll(/<w:tc>|<\/w:tc>|<w:p[ >][\s\S]*?<\/w:p>/g)) {
    if (piece === "<w:tc>") cells += 1;
    else if (piece === "</w:tc>") cells -= 1;
    else {
      const words = [...piece.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(?:tab|br)\/>/g)];
      const text = words.map((match) => readText(match[1] ?? " ")).join("");
      said.push(one(file, cells > 0 ? "table cell" : name, text, cells > 0));
    }
  }
  return said;
}

function stringsOf(bytes: Uint8Array | undefined): readonly string[] {
  const xml = bytes === undefined ? "" : strFromU8(bytes);
  return [...xml.matchAll(/<si>([\s\S]*?)<\/si>/g)].map((match) =>
    [...match[1]!.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map((text) => readText(text[1]!)).join(""),
  );
}

function cellsOf(file: string, name: string, xml: string, strings: readonly string[]): readonly Said[] {
  const sheet = name.slice("xl/worksheets/".length, -".xml".length);
  return [...xml.matchAll(/<c r="([A-Z]+\d+)"([^>]*)>(?:<v>([^<]*)<\/v>)?/g)].map((match) => {
    const [, cell, attributes, value = ""] = match;
    const text = / t="s"/.test(attributes!) ? (strings[Number(value)] ?? "") : readText(value);
    return one(file, `${sheet}, cell ${cell!}`, text, true);
  });
}

function valuesOf(file: string, name: string, xml: string): readonly Said[] {
  return [...xml.matchAll(/<([\w:]+)[^>]*>([^<]+)<\/\1>/g)]
    .filter((match) => !/^(dcterms:|AppVersion|vt:i4|cp:revision)/.test(match[1]!))
    .map((match) => one(file, name, readText(match[2]!), false));
}
