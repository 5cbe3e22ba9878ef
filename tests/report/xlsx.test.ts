import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import type { Sheet } from "../../src/ingest/workbook.js";
import { readWorkbook } from "../../src/ingest/workbook.js";
import type { TableBlock, TableCell } from "../../src/report/document.js";
import { sheetNames } from "../../src/report/sheet-names.js";
import { renderXlsx } from "../../src/report/xlsx.js";
import { fixtureDocument, fixtureWithoutBanner } from "./fixture.js";

let bytes: Uint8Array;
let parts: Readonly<Record<string, string>>;
let sheets: readonly Sheet[];

function all(pattern: RegExp, text: string): readonly string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[0]);
}

function rowsOf(name: string) {
  return sheets.find((sheet) => sheet.name === name)?.rows.map((row) => row.cells.map((cell) => cell.value));
}

function sheetXml(name: string): string {
  return parts[`xl/worksheets/sheet${sheets.findIndex((sheet) => sheet.name === name) + 1}.xml`] ?? "";
}

beforeAll(async () => {
  bytes = await renderXlsx(fixtureDocument());
  parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
  sheets = await readWorkbook(bytes);
});

describe("renderXlsx", () => {
  it("has cover, contents, notes, then one sheet a table in the order of the report", () => {
    expect(sheets.map((sheet) => sheet.name)).toEqual([
      "Cover",
      "Contents",
      "Notes",
      "response-flow",
      "change-by-trust-numbers",
      "settling-items",
      "coverage-by-trust",
      "plan",
      "cost-by-category-numbers",
      "cost-summary",
      "findings-in-full-with-a-very-lo",
    ]);
  });

  it("writes title, description, banner, shorthand, notes, then one header row and the numbers", () => {
    expect(rowsOf("response-flow")).toEqual([
      ["Table 1: From eligible to linked, by Trust group"],
      ["IMGs in six Trusts, April to September 2026; response to the nearest 5%."],
      ["Synthetic data: not real people or Trusts"],
      ["[c] means held back so that nobody can be recognised."],
      ["Notes to this table, on the Notes sheet: [note 1]"],
      ["Back to the contents"],
      ["Trust group", "Eligible", "Inducted", "Answered at arrival", "Linked", "Response"],
      ["Trust A and Trust B", 22, 21, 20, 14, 0.85],
      ["Trust C", 22, 21, 19, 15, 0.9],
      ["Trust D", 28, 28, 25, 20, 0.9],
      ["Trust E", 36, 35, 29, "[c]", 0.85],
      ["Trust F", 44, 43, 36, 28, 0.85],
      ["All Trusts", 152, 148, 129, 98, 0.85],
    ]);
  });

  it("says in the heading what numbers of people are rounded to, where the report says about", async () => {
    const [first, ...rest] = fixtureDocument().sections;
    const about = (value: number, peopleTo?: number): TableCell => ({
      kind: "number",
      value,
      text: `about ${value}`,
      format: "#,##0",
      ...(peopleTo === undefined ? {} : { peopleTo }),
    });
    const table: TableBlock = {
      kind: "table",
      id: "rounded",
      caption: "Rounded",
      description: "People.",
      columns: ["Who", "n", "Counted", "People"].map((heading) => ({ heading, align: "right" })),
      rows: [
        [{ kind: "text", text: "A" }, about(35, 5), about(7), about(20, 10)],
        [{ kind: "text", text: "B" }, about(40, 5), about(8), about(45, 5)],
      ],
      notes: [],
    };
    const document = { ...fixtureDocument(), sections: [{ ...first!, blocks: [table] }, ...rest] };
    const written = (await readWorkbook(await renderXlsx(document))).find(({ name }) => name === "rounded")!;
    const rows = written.rows.map((row) => row.cells.map((cell) => cell.value));
    expect(rows).toContainEqual([
      "Who",
      "n (to the nearest 5)",
      "Counted",
      "People (to the nearest 5 or 10)",
    ]);
    expect(rows).toContainEqual(["A", 35, 7, 20]);
  });

  it("gives numbers their formats", () => {
    const styles = parts["xl/styles.xml"] ?? "";
    expect(styles).toContain('formatCode="&quot;£&quot;#,##0"');
    const formats = all(/<xf numFmtId="(\d+)"[^>]*applyNumberFormat|<xf numFmtId="(\d+)"/g, styles);
    expect(formats).toContain("9");
    expect(sheetXml("cost-summary")).toMatch(/<c r="B7" s="\d+"><v>218400<\/v>/);
  });

  it("keeps text that looks like a formula as text, and drops control characters", () => {
    const rows = rowsOf("plan") ?? [];
    expect(rows.at(-2)?.[1]).toMatch(/^=SUM of two weeks/);
    expect(rows.at(-1)?.[1]).toBe("A housing officer met each doctor within a week of arrival");
    for (const [name, xml] of Object.entries(parts))
      if (name.startsWith("xl/worksheets/")) expect(xml).not.toContain("<f>");
  });

  it("tags one table on every sheet but the cover, named once, whose headings are the header row", () => {
    const tables = Object.entries(parts).filter(([name]) => name.startsWith("xl/tables/"));
    expect(tables).toHaveLength(10);
    const names = tables.map(([, xml]) => /displayName="([^"]+)"/.exec(xml)?.[1] ?? "");
    expect(new Set(names).size).toBe(10);
    for (const name of names) expect(name).toMatch(/^table_[a-z0-9_]+$/);
    expect(names).toContain("table_response_flow");
    const flow = tables.find(([, xml]) => xml.includes('displayName="table_response_flow"'))?.[1] ?? "";
    expect(flow).toContain('ref="A7:F13"');
    expect(all(/<tableColumn [^>]*name="([^"]+)"/g, flow)).toEqual([
      "Trust group",
      "Eligible",
      "Inducted",
      "Answered at arrival",
      "Linked",
      "Response",
    ]);
    for (const [index, sheet] of sheets.entries()) {
      const count = all(/<tablePart /g, parts[`xl/worksheets/sheet${index + 1}.xml`] ?? "").length;
      expect(`${sheet.name} ${count}`).toBe(`${sheet.name} ${index === 0 ? 0 : 1}`);
    }
  });

  it("leaves no cell of a table empty, and nothing below it", () => {
    for (const sheet of sheets.slice(1)) {
      const header = sheet.rows.findIndex((row) => row.cells.length > 1);
      const width = sheet.rows[header]?.cells.length ?? 0;
      expect(width).toBeGreaterThan(1);
      sheet.rows.forEach((row, index) => {
        expect(row.row).toBe(index + 1);
        expect(row.cells.length).toBe(index < header ? 1 : width);
      });
    }
  });

  it("has no merged cells, hidden rows, filters, frozen panes, pictures, comments or macros", () => {
    for (const [name, xml] of Object.entries(parts)) {
      if (name.startsWith("xl/worksheets/sheet"))
        expect(xml).not.toMatch(/<mergeCell|hidden="1"|<pane |<drawing|<legacyDrawing|<headerFooter/);
      expect(name).not.toMatch(/media|comments|vba|printerSettings/);
    }
  });

  it("prints each sheet at the width of its table, with rows as high as their text", () => {
    const workbook = parts["xl/workbook.xml"] ?? "";
    expect(all(/<definedName name="_xlnm.Print_Area"/g, workbook)).toHaveLength(sheets.length);
    expect(workbook).toMatch(/response-flow[^<]{0,8}!\$A\$1:\$/);
    for (const sheet of sheets) {
      const xml = sheetXml(sheet.name);
      const heights = new Map(
        [...xml.matchAll(/<row r="(\d+)"[^>]*? ht="([\d.]+)"/g)].map((match) => [
          Number(match[1]),
          Number(match[2]),
        ]),
      );
      const widths = [...xml.matchAll(/<col min="(\d+)" max="(\d+)" width="([\d.]+)"/g)].flatMap(
        ([, from, to, width]) => Array.from({ length: Number(to) - Number(from) + 1 }, () => Number(width)),
      );
      const page = widths.reduce((sum, width) => sum + width, 0);
      for (const { row, cells } of sheet.rows) {
        const alone = cells.length === 1;
        for (const { column, value } of cells) {
          const narrow = 0.6 * String(value).length;
          if (alone) expect(narrow, `${sheet.name} row ${row}`).toBeLessThan(page);
          else
            expect(heights.get(row)! / 15, `${sheet.name} row ${row}`).toBeGreaterThanOrEqual(
              Math.floor(narrow / widths[column]!),
            );
        }
      }
    }
  });

  it("opens on the first sheet with the cursor in A1 of each", () => {
    expect(parts["xl/workbook.xml"]).toMatch(/<workbookView[^>]*(activeTab="0")?/);
    expect(parts["xl/workbook.xml"]).not.toMatch(/activeTab="[1-9]/);
    for (const [name, xml] of Object.entries(parts))
      if (name.startsWith("xl/worksheets/sheet")) expect(xml).toContain('activeCell="A1" sqref="A1"');
  });

  it("links each row of the contents to its sheet", () => {
    const rels = parts["xl/worksheets/_rels/sheet2.xml.rels"] ?? "";
    const targets = all(/Target="#&apos;([^&]+)&apos;!A1"/g, rels);
    expect(targets).toEqual(sheets.slice(2).map((sheet) => sheet.name));
    const outside = Object.entries(parts)
      .filter(([name]) => name.endsWith(".rels"))
      .flatMap(([, xml]) => all(/Target="([^"]+)" TargetMode="External"/g, xml))
      .filter((target) => !target.startsWith("#"));
    expect(outside).toEqual([]);
  });

  it("collects every note and the meaning of every letter on the Notes sheet", () => {
    const rows = rowsOf("Notes") ?? [];
    expect(rows.slice(4)).toEqual([
      ["Mark", "Table", "Meaning"],
      [
        "[c]",
        "All tables",
        "Held back so that nobody can be recognised, unless the sheet gives another reason",
      ],
      ["[x]", "All tables", "Not available"],
      ["[z]", "All tables", "Does not apply"],
      ["[note 1]", "Table 1", "Trust A and Trust B are shown together because Trust A is small."],
      ["[note 2]", "Figure 1", "Pooled by random effects (REML), modified Knapp-Hartung interval."],
      ["[note 3]", "Table 3", "Received in part counts as not received."],
      ["[note 4]", "Table 3", "Planned in: number of the six Trusts' plans."],
      ["[note 5]", "Table 5", "Priced from national pay points plus employer on-costs."],
    ]);
  });

  it("says on every sheet that the data are made up, and nowhere when they are not", async () => {
    for (const sheet of sheets)
      expect(sheet.rows.flatMap((row) => row.cells.map((cell) => cell.value))).toContain(
        "Synthetic data: not real people or Trusts",
      );
    const real = unzipSync(await renderXlsx(fixtureWithoutBanner()));
    for (const part of Object.values(real)) expect(strFromU8(part)).not.toContain("Synthetic");
  });

  it("carries the title and names pilot-eval as its only author", () => {
    const core = parts["docProps/core.xml"] ?? "";
    expect(core).toContain(
      "<dc:title>Evaluation of the induction pilot for International Medical Graduates<",
    );
    expect(core).toContain("<dc:creator>pilot-eval<");
    expect(core).toContain("<cp:lastModifiedBy>pilot-eval<");
  });

  it("is the same bytes each time", async () => {
    expect(await renderXlsx(fixtureDocument())).toEqual(bytes);
  });
});

describe("sheetNames", () => {
  it("shortens to 31 characters and keeps names apart, capitals aside", () => {
    const long = "a-very-long-table-name-about-cost-by-category";
    const names = sheetNames([long, `${long}-2`, "Cover", "history", "plan", "PLAN"]);
    expect(names).toEqual([
      "a-very-long-table-name-about-co",
      "a-very-long-table-name-about-2",
      "Cover-2",
      "history-2",
      "plan",
      "PLAN-2",
    ]);
  });
});
