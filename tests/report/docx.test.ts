import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import type { Document } from "../../src/report/document.js";
import { renderDocx } from "../../src/report/docx.js";
import { fixtureDocument, fixtureWithoutBanner, responseTable } from "./fixture.js";

let bytes: Uint8Array;
let parts: Readonly<Record<string, string>>;
let body: string;

function open(docx: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(docx)).map(([name, part]) => [name, strFromU8(part)]));
}

function all(pattern: RegExp, text: string): readonly string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[0]);
}

function words(xml: string): string {
  const text = all(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g, xml).join("");
  return text.replaceAll("&apos;", "'").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

function paragraphs(xml: string, style: string): readonly string[] {
  return all(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gs, xml).filter((p) =>
    p.includes(`<w:pStyle w:val="${style}"/>`),
  );
}

beforeAll(async () => {
  bytes = await renderDocx(fixtureDocument());
  parts = open(bytes);
  body = parts["word/document.xml"] ?? "";
});

describe("renderDocx", () => {
  it("has one title, and headings in order without a skipped level", () => {
    expect(paragraphs(body, "Title").map(words)).toEqual([
      "Evaluation of the induction pilot for International Medical Graduates",
    ]);
    const levels = all(/<w:pStyle w:val="Heading(\d)"\/>/g, body).map(Number);
    expect(levels).toEqual([1, 1, 2, 1, 2, 2, 1, 1, 1]);
    expect(paragraphs(body, "Heading1").map(words)).toEqual(
      fixtureDocument().sections.map((section) => section.heading),
    );
  });

  it("fills the contents in with links to the sections, and asks for no update", () => {
    const contents = /<w:sdt>.*?<\/w:sdt>/s.exec(body)?.[0] ?? "";
    const entries = paragraphs(contents, "TOC1");
    const headings = paragraphs(body, "Heading1").map(words);
    expect(entries.map(words)).toEqual(headings);
    const anchors = entries.map((entry) => /w:anchor="([^"]+)"/.exec(entry)?.[1]);
    for (const anchor of anchors) expect(body).toContain(`w:name="${anchor}"`);
    expect(contents).toContain("TOC \\h \\o &quot;1-2&quot;");
    expect(body).not.toContain("w:dirty");
    expect(parts["word/settings.xml"]).not.toContain("updateFields");
  });

  it("repeats the header row of every table and lets no row break", () => {
    const tables = all(/<w:tbl>.*?<\/w:tbl>/gs, body);
    expect(tables).toHaveLength(5);
    for (const table of tables) {
      const rows = all(/<w:tr>.*?<\/w:tr>/gs, table);
      expect(rows[0]).toContain("<w:tblHeader/>");
      for (const row of rows.slice(1)) expect(row).not.toContain("<w:tblHeader/>");
      for (const row of rows) expect(row).toContain("<w:cantSplit/>");
    }
  });

  it("keeps notes with the last rows of their table, and a table without notes apart from what follows", async () => {
    const [section] = fixtureDocument().sections;
    const written = async (notes: readonly string[]) => {
      const rows = responseTable().rows.filter((row) =>
        row.every(({ kind }) => kind === "text" || kind === "number"),
      );
      const table = { ...responseTable(), rows, notes };
      const document: Document = { ...fixtureDocument(), sections: [{ ...section!, blocks: [table] }] };
      const xml = open(await renderDocx(document))["word/document.xml"] ?? "";
      const last = all(/<w:tr>.*?<\/w:tr>/gs, xml).at(-1)!;
      return { last, notes: paragraphs(xml, "Note").map((note) => note.includes("<w:keepNext/>")) };
    };
    const few = await written(["One.", "Two.", "Three."]);
    expect(few.last).toContain("<w:keepNext/>");
    expect(few.notes).toEqual([true, true, false]);
    const many = await written(Array.from({ length: 20 }, (_, index) => `Source ${index}.`));
    expect(many.notes).toEqual([true, ...Array.from({ length: 19 }, () => false)]);
    expect((await written([])).last).not.toContain("<w:keepNext/>");
  });

  it("has tables as wide as the text, without merged or empty cells", () => {
    for (const table of all(/<w:tbl>.*?<\/w:tbl>/gs, body)) {
      const widths = all(/<w:gridCol w:w="(\d+)"\/>/g, table).map(Number);
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(11906 - 2 * 1247);
      for (const width of widths) expect(width).toBeGreaterThan(300);
      for (const cell of all(/<w:tc>.*?<\/w:tc>/gs, table)) expect(words(cell)).not.toBe("");
    }
    expect(body).not.toMatch(/gridSpan|vMerge/);
  });

  it("prints shorthand in cells and says under the table what it means", () => {
    expect(all(/<w:t xml:space="preserve">(\[[cxz]\])<\/w:t>/g, body)).toHaveLength(4);
    expect(paragraphs(body, "Note").map(words)).toContain(
      "[x] means not available (the Trust dropped this item).",
    );
  });

  it("gives every drawing its alt text", () => {
    const drawings = all(/<wp:docPr [^>]*>/g, body);
    expect(drawings).toHaveLength(2);
    expect(drawings[0]).toContain('descr="Dot plot of the change in settling-in score');
    expect(drawings[1]).toContain("£111 per IMG &quot;inducted&quot;.");
  });

  it("has captions whose numbers are fields with their value in them, above tables and below figures", () => {
    const captions = paragraphs(body, "Caption");
    expect(captions.map(words)).toEqual([
      "Table 1: From eligible to linked, by Trust group",
      "Figure 1: Settling in improved in every Trust group",
      "Table 2: Answers to the settling-in items at three months, three categories",
      "Table 3: Induction components received, by Trust group",
      "Table 4: How each component was delivered",
      "Figure 2: Doctors' own time is the largest cost",
      "Table 5: Cost by category",
    ]);
    for (const caption of captions)
      expect(caption).toMatch(/<w:fldSimple w:instr="SEQ (Table|Figure) \\\* ARABIC"/);
    expect(body.indexOf("SEQ Table")).toBeLessThan(body.indexOf("<w:tbl>"));
    expect(body.indexOf("SEQ Figure")).toBeGreaterThan(body.indexOf("<w:drawing>"));
  });

  it("leaves long tables to the workbook, says so in their place, and keeps the numbers of those that follow", async () => {
    expect(words(body)).toContain(
      "Table 6: Findings of the checks, in full. It is too long for this document, and is in tables.xlsx.",
    );
    expect(words(body)).not.toContain("mistyped link code");
    const base = fixtureDocument();
    const long = (id: string) => ({ ...responseTable(), id, workbookOnly: true });
    const blocks = [long("long-one"), long("long-two"), responseTable()];
    const document: Document = { ...base, sections: [{ id: "only", heading: "Only", blocks }] };
    const xml = open(await renderDocx(document))["word/document.xml"] ?? "";
    const caption = responseTable().caption;
    for (const table of ["Table 1", "Table 2"])
      expect(words(xml)).toContain(
        `${table}: ${caption}. It is too long for this document, and is in tables.xlsx.`,
      );
    expect(xml).toContain("SEQ Table \\* ARABIC \\r 3");
  });

  it("is in British English, in Arial, with the document's title and pilot-eval as its only author", () => {
    expect(parts["word/styles.xml"]).toContain('<w:lang w:val="en-GB"');
    expect(parts["word/styles.xml"]).toContain('w:ascii="Arial"');
    const core = parts["docProps/core.xml"] ?? "";
    expect(core).toContain(
      "<dc:title>Evaluation of the induction pilot for International Medical Graduates<",
    );
    expect(core).toContain("<dc:creator>pilot-eval</dc:creator>");
    expect(core).toContain("<cp:lastModifiedBy>pilot-eval<");
    expect(all(/<dcterms:\w+[^>]*>([^<]*)/g, core)).toEqual(["2000-01-01T00:00:00Z", "2000-01-01T00:00:00Z"]);
  });

  it("shows the banner on every page when the data are made up, and only then", async () => {
    expect(words(parts["word/header1.xml"] ?? "")).toBe("Synthetic data: not real people or Trusts");
    const real = open(await renderDocx(fixtureWithoutBanner()));
    expect(Object.values(real).join("")).not.toContain("Synthetic");
    expect(real["word/header1.xml"]).toBeUndefined();
  });

  it("has the imprint and the page number in its foot", () => {
    const foot = parts["word/footer1.xml"] ?? "";
    expect(words(foot)).toMatch(/^Study induction-pilot, edition 1, made with pilot-eval 0\.1\.0Page +of $/);
    expect(foot).toMatch(/PAGE</);
    expect(foot).toMatch(/NUMPAGES</);
  });

  it("points outside itself by links only, and every link inside finds its bookmark", () => {
    const rels = Object.entries(parts).filter(([name]) => name.endsWith(".rels"));
    const external = rels.flatMap(([, xml]) => all(/<Relationship\b[^>]*TargetMode="External"[^>]*>/g, xml));
    expect(external).toHaveLength(1);
    expect(external[0]).toContain('relationships/hyperlink" Target="https://analysisfunction');
    const bookmarks = all(/<w:bookmarkStart w:name="([^"]+)"/g, body);
    expect(new Set(bookmarks).size).toBe(bookmarks.length);
    for (const name of bookmarks) expect(name).toMatch(/^[A-Za-z_]\w{0,39}$/);
    for (const anchor of all(/w:anchor="([^"]+)"/g, body)) expect(bookmarks).toContain(anchor);
  });

  it("has no id made by chance, and each id once", () => {
    const rels = parts["word/_rels/document.xml.rels"] ?? "";
    const ids = all(/\sId="([^"]+)"/g, rels);
    expect(ids).toEqual(ids.map((_, index) => `rId${index + 1}`));
    for (const used of all(/\sr:(?:id|embed)="([^"]+)"/g, body)) expect(ids).toContain(used);
    const drawings = all(/<(?:wp:docPr|pic:cNvPr)[^>]*?\sid="([^"]+)"/g, body);
    expect(drawings).toEqual(drawings.map((_, index) => String(index + 1)));
    const starts = all(/<w:bookmarkStart [^>]*w:id="(\d+)"/g, body);
    expect(new Set(starts).size).toBe(starts.length);
    const ends = all(/<w:bookmarkEnd w:id="(\d+)"/g, body);
    expect([...ends].sort()).toEqual([...starts].sort());
  });

  it("holds pictures and words only: no workbook, no chart with data in it", () => {
    const names = Object.keys(parts).filter((name) => !/\.(xml|rels)$/.test(name));
    expect(names).toEqual(["word/media/image1.png", "word/media/image2.png"]);
    expect(Object.keys(parts).join(" ")).not.toMatch(/embeddings|charts|comments|people/);
  });

  it("drops control characters, which Word cannot open", () => {
    expect(words(body)).toContain("A housing officer met each doctor");
    for (const xml of Object.values(parts).filter((part) => part.startsWith("<?xml")))
      expect(/[^\P{Cc}\n\r\t]/u.test(xml)).toBe(false);
  });

  it("is the same bytes each time, and no part is dated", async () => {
    expect(await renderDocx(fixtureDocument())).toEqual(bytes);
    const dates = new DataView(bytes.buffer, bytes.byteOffset);
    expect(dates.getUint16(12, true)).toBe((1 << 5) | 1);
  });
});
