import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import type { TestContext } from "vitest";
import { afterAll, describe, expect, it } from "vitest";
import { readWorkbook } from "../../src/ingest/workbook.js";
import { fitColumns } from "../../src/report/column-widths.js";
import { sayWhere } from "../../src/report/docx-plan.js";
import { renderDocx } from "../../src/report/docx.js";
import { renderHtml } from "../../src/report/html.js";
import { blockLabels } from "../../src/report/numbering.js";
import { keepSpaces, plainText } from "../../src/report/plain-text.js";
import { explainShorthand } from "../../src/report/shorthand.js";
import { renderXlsx } from "../../src/report/xlsx.js";
import { requireTool } from "../tools.js";
import { fixtureDocument, responseTable } from "./fixture.js";

describe("the three renderers", () => {
  it("give every table and figure the same number", async () => {
    const document = fixtureDocument();
    const html = renderHtml(document);
    const parts = unzipSync(await renderDocx(document));
    const docx = strFromU8(parts["word/document.xml"]!)
      .replace(/<[^>]+>/g, "")
      .replaceAll("&apos;", "'");
    const titles = (await readWorkbook(await renderXlsx(document))).map(
      (sheet) => sheet.rows[0]?.cells[0]?.value,
    );
    const blocks = document.sections.flatMap((section) => section.blocks);
    for (const [anchor, label] of blockLabels(document)) {
      const block = blocks.find((each) => "caption" in each && `${each.kind}-${each.id}` === anchor);
      if (block?.kind !== "table" && block?.kind !== "figure") throw new Error(anchor);
      expect(html.replace(/<[^>]+>/g, "")).toContain(`${label}: ${block.caption}`);
      if (block.kind === "figure" || !block.workbookOnly)
        expect(docx).toContain(`${label}: ${block.caption}`);
      expect(titles).toContain(`${label}: ${(block.kind === "figure" ? block.table : block).caption}`);
    }
  });

  it("leave the document as it was", async () => {
    const document = fixtureDocument();
    const before = JSON.stringify(document);
    renderHtml(document);
    await renderDocx(document);
    await renderXlsx(document);
    expect(JSON.stringify(document)).toBe(before);
  });

  it("render a report without sections", async () => {
    const document = { ...fixtureDocument(), sections: [] };
    expect(Object.keys(unzipSync(await renderDocx(document)))).toContain("word/document.xml");
    expect((await readWorkbook(await renderXlsx(document))).map((sheet) => sheet.name)).toEqual([
      "Cover",
      "Contents",
      "Notes",
    ]);
  });

  it("bring text in other scripts through whole", async () => {
    const name = "Ñandú Łukasz 王 😀 \u200fעברית";
    const document = { ...fixtureDocument(), title: name, subtitle: "half a \ud83d character" };
    expect(renderHtml(document)).toContain(`<h1>${name}</h1>`);
    const parts = unzipSync(await renderDocx(document));
    expect(strFromU8(parts["word/document.xml"]!)).toContain(name);
    expect(strFromU8(parts["word/document.xml"]!)).toContain("half a character");
    expect((await readWorkbook(await renderXlsx(document)))[0]?.rows[0]?.cells[0]?.value).toBe(name);
  });
});

describe("LibreOffice", () => {
  const folder = mkdtempSync(join(tmpdir(), "pilot-eval-office-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  async function toText(
    name: string,
    render: () => Promise<Uint8Array>,
    context: TestContext,
  ): Promise<string> {
    const soffice = requireTool("soffice", context);
    const pdftotext = requireTool("pdftotext", context);
    writeFileSync(join(folder, name), await render());
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    const args = [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, join(folder, name)];
    execFileSync(soffice, args, { stdio: "pipe", timeout: 90_000 });
    const pdf = join(folder, name.replace(/\.\w+$/, ".pdf"));
    expect(readFileSync(pdf).subarray(0, 4).toString()).toBe("%PDF");
    return execFileSync(pdftotext, ["-layout", pdf, "-"], { encoding: "utf8" });
  }

  it("opens the Word file: headings, contents, captions, repeated banner", async (context) => {
    const document = fixtureDocument();
    const text = await toText("report.docx", () => renderDocx(document), context);
    const pages = text.split("\f").slice(0, -1);
    for (const section of document.sections) {
      expect(pages[0]).toContain(section.heading);
      expect(pages.slice(1).join("\n")).toContain(section.heading);
    }
    expect(text).toContain("Table 3: Induction components received, by Trust group");
    expect(text).toContain("Figure 2: Doctors' own time is the largest cost");
    pages.forEach((page, index) => {
      expect(page).toContain("Synthetic data: not real people or Trusts");
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
    });
  });

  it("opens the workbook: every sheet with its title", async (context) => {
    const text = await toText("tables.xlsx", () => renderXlsx(fixtureDocument()), context);
    for (const title of [
      "Contents",
      "Notes",
      "Table 1: From eligible to linked, by Trust group",
      "Figure 2: Cost per IMG inducted by category",
      "Table 6: Findings of the checks, in full",
    ])
      expect(text).toContain(title);
    expect(text).toMatch(/Trust C\s+22\s+21\s+19\s+15\s+90%/);
    expect(text).toMatch(/Total\s+£637,900\s+£4,310\s+100%/);
    expect(text).not.toMatch(/#(REF|NAME|VALUE)|Err:/);
  });
});

describe("fitColumns", () => {
  const need = fc
    .tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 2000 }))
    .map(([least, more]) => ({ least, most: least + more }));

  it("shares out the whole width, and never cuts a word that could fit", () => {
    fc.assert(
      fc.property(fc.array(need, { minLength: 1, maxLength: 14 }), (needs) => {
        const widths = fitColumns(needs, 9412);
        expect(widths.reduce((sum, width) => sum + width, 0)).toBe(9412);
        const fits = needs.reduce((sum, { least }) => sum + least, 0) <= 9412;
        widths.forEach((width, index) => {
          expect(width).toBeGreaterThan(0);
          if (fits) expect(width).toBeGreaterThanOrEqual((needs[index]?.least ?? 0) - 1);
        });
      }),
    );
  });

  it("gives what is left to the column whose text would wrap", () => {
    expect(
      fitColumns(
        [
          { least: 10, most: 90 },
          { least: 10, most: 10 },
        ],
        60,
      ),
    ).toEqual([50, 10]);
  });
});

describe("words shared by the renderers", () => {
  it("plainText drops control characters and folds spaces; keepSpaces leaves a run's own", () => {
    expect(plainText("GP\u000b \u0000 registration\r\n")).toBe("GP registration");
    expect(keepSpaces(" of\n")).toBe(" of ");
  });

  it("explainShorthand gives each letter once, with each reason once", () => {
    const row = (reason: string) => [
      { kind: "text", text: "a" } as const,
      { kind: "unavailable", shorthand: "x", reason } as const,
    ];
    const table = {
      ...responseTable(),
      columns: responseTable().columns.slice(0, 2),
      rows: [row("not asked"), row("no answers"), row("not asked")],
    };
    expect(explainShorthand(table)).toEqual(["[x] means not available (not asked; no answers)."]);
    expect(
      explainShorthand({ ...table, rows: [[{ kind: "text", text: "[c]" }, { kind: "suppressed" }]] }),
    ).toEqual(["[c] means held back so that nobody can be recognised."]);
  });

  it("sayWhere names the table that the Word file leaves out", () => {
    expect(sayWhere("Table 4", "Questions as asked")).toBe(
      "Table 4: Questions as asked. It is too long for this document, and is in tables.xlsx.",
    );
  });
});
