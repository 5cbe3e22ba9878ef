import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Table } from "../../src/core/table.js";
import { readCostReturnTables } from "../../src/ingest/formats/cost-return.js";
import { headings } from "../../src/ingest/formats/cost-return-layout.js";
import { readWorkbook, writeWorkbook } from "../../src/ingest/workbook.js";
import { TEMPLATE_VERSION, writeCostReturnTemplate } from "../../src/template/cost-return.js";
import { readCostReturn } from "../../src/validate/cost-return.js";
import { costStudy } from "../costs/fixture.js";
import { requireTool } from "../tools.js";
import { filled, options, weeks } from "./fixture.js";

const source = { file: "costs/b.xlsx", trust: "B" };
const study = costStudy(["A", "B"]);

function withoutPlaces(lines: readonly { readonly at: unknown }[]): readonly object[] {
  return lines.map(({ at: _at, ...line }) => line);
}

function expectFilled(tables: readonly Table[]): void {
  const { value, findings } = readCostReturn(study, tables, weeks);
  expect(findings).toEqual([]);
  expect(value).toMatchObject({
    trust: "B",
    templateVersion: TEMPLATE_VERSION,
    from: filled.from,
    to: filled.to,
  });
  expect(withoutPlaces(value!.staff)).toEqual(filled.staff);
  expect(withoutPlaces(value!.other)).toEqual(filled.other);
  expect(withoutPlaces(value!.supernumerary)).toEqual(filled.supernumerary);
  expect(withoutPlaces(value!.components)).toEqual(filled.components);
  expect(value!.staff[1]!.at).toEqual({ file: "costs/b.xlsx", sheet: "Staff", cell: "A6" });
}

/** A workbook whose sheets are named and filled as given. */
function workbookOf(
  sheets: Readonly<Record<string, readonly (readonly (string | number)[])[]>>,
): Promise<Uint8Array> {
  return writeWorkbook(
    (workbook) => {
      for (const [name, rows] of Object.entries(sheets))
        workbook.addWorksheet(name).addRows(rows.map((row) => [...row]));
    },
    { title: "test" },
  );
}

describe("the cost-return template", () => {
  it("has visible sheets with one table each, and its lists last", async () => {
    const sheets = await readWorkbook(await writeCostReturnTemplate(options));
    expect(sheets.map(({ name }) => name)).toEqual([
      "Cover",
      "Guidance",
      "Example",
      "Staff",
      "Other costs",
      "IMG time",
      "Components",
      "Checks",
      "Totals",
      "Lists",
    ]);
    for (const sheet of sheets) {
      expect(sheet.rows.map(({ row }) => row).slice(0, 4)).toEqual([1, 2, 3, 4]);
      expect(sheet.rows[2]!.cells[0]!.value).toBe("Synthetic data");
    }
  });

  it("filled in and read back is what was filled in", async () => {
    const { tables, issues } = await readCostReturnTables(source, await writeCostReturnTemplate(options));
    expect(issues).toEqual([]);
    expect(tables.map((table) => table.source.sheet)).toEqual([
      "Cover",
      "Staff",
      "Other costs",
      "IMG time",
      "Components",
    ]);
    expectFilled(tables);
  });

  it("gives the same bytes twice", async () => {
    const [first, second] = [await writeCostReturnTemplate(options), await writeCostReturnTemplate(options)];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });

  it("empty, reads back as a return with nothing in it but what must be filled in", async () => {
    const { fill: _fill, ...empty } = options;
    const { tables, issues } = await readCostReturnTables(source, await writeCostReturnTemplate(empty));
    expect(issues).toEqual([]);
    const { value, findings } = readCostReturn(study, tables, weeks);
    expect(value).toBeNull();
    expect(findings.map(({ severity, message }) => `${severity}: ${message.slice(0, 40)}`)).toEqual([
      "error: first day covered: expected a date, got ",
      "error: last day covered: expected a date, got n",
      "error: the induction that every new doctor has ",
      "error: high-cost area: expected none, inner Lon",
      "warning: components: planned or delivered not ans",
      "error: cost return: no line is filled in on Sta",
    ]);
  });

  it("saved again by LibreOffice reads the same", async (context) => {
    const soffice = requireTool("soffice", context);
    const folder = mkdtempSync(join(tmpdir(), "pilot-eval-"));
    try {
      writeFileSync(join(folder, "b.xlsx"), await writeCostReturnTemplate(options));
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      const to = ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", join(folder, "out")];
      execFileSync(soffice, ["--headless", profile, ...to, join(folder, "b.xlsx")], { stdio: "ignore" });
      const bytes = new Uint8Array(readFileSync(join(folder, "out", "b.xlsx")));
      const { tables, issues } = await readCostReturnTables(source, bytes);
      expect(issues).toEqual([]);
      expectFilled(tables);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe("reading a cost return", () => {
  it("refuses another template version and names the cell", async () => {
    const bytes = await workbookOf({
      Cover: [
        ["Question", "Answer"],
        ["Trust", "B"],
        ["Template version", 3],
      ],
    });
    const { tables, issues } = await readCostReturnTables(source, bytes);
    expect(tables.map((table) => table.source.sheet)).toEqual(["Cover"]);
    expect(issues).toMatchObject([
      {
        code: "template-version",
        severity: "error",
        at: { file: "costs/b.xlsx", sheet: "Cover", cell: "B3" },
        expected: "2",
        found: "3",
      },
    ]);
  });

  it("says that no version stands on the Cover", async () => {
    const { issues } = await readCostReturnTables(source, await workbookOf({ Cover: [["Trust", "B"]] }));
    expect(issues).toMatchObject([{ code: "template-version", found: "none" }]);
  });

  it("tells missing sheets, headings and columns all at once", async () => {
    const bytes = await workbookOf({
      Cover: [
        ["Question", "Answer"],
        ["Template version", "2"],
      ],
      Staff: [Object.values(headings.Staff).filter((heading) => !/^One-off|^Recorded/.test(heading))],
      "Other costs": [["What we spent"]],
      Components: [["Component", "Planned", "Delivered"]],
    });
    const { issues } = await readCostReturnTables(source, bytes);
    expect(issues.map(({ code, at, message }) => [code, at.sheet, message])).toEqual([
      ["missing-column", "Staff", 'column "One-off or recurrent": not in row 1'],
      ["missing-column", "Staff", 'column "Recorded, estimated or guessed": not in row 1'],
      ["missing-header", "Other costs", "column headings: not found in the first 20 rows"],
      ["missing-sheet", "IMG time", 'sheet "IMG time": not in the workbook'],
    ]);
    expect(issues.every(({ fix }) => fix.length > 10)).toBe(true);
  });

  it("keeps the true rows and columns when somebody put in a line and a column of their own", async () => {
    const bytes = await workbookOf({
      Cover: [
        ["Question", "Answer"],
        ["Template version", "2"],
      ],
      Components: [
        ["our notes"],
        [],
        ["", "Ref", "COMPONENT ", "Planned", "Delivered"],
        ["", 1, "PAS-01", "yes", "no"],
      ],
    });
    const { tables } = await readCostReturnTables(source, bytes);
    const components = tables.find((table) => table.source.sheet === "Components")!;
    expect(components.rows).toEqual([4]);
    expect(components.columns.map(({ name, aliases, position }) => [name, aliases, position])).toEqual([
      ["Ref", [], 1],
      ["COMPONENT ", ["Component"], 2],
      ["Planned", [], 3],
      ["Delivered", [], 4],
    ]);
  });

  it("warns of values under no heading", async () => {
    const bytes = await workbookOf({
      Cover: [
        ["Question", "Answer"],
        ["Template version", "2", "", "typed here"],
      ],
    });
    const { issues } = await readCostReturnTables(source, bytes);
    expect(issues).toContainEqual(
      expect.objectContaining({
        code: "no-heading",
        severity: "warning",
        at: { ...at("Cover"), cell: "D2" },
      }),
    );
  });

  it("says what a file is that is no workbook", async () => {
    const { issues } = await readCostReturnTables(source, new TextEncoder().encode("Trust,Hours\nB,12\n"));
    expect(issues).toMatchObject([
      { code: "not-a-workbook", severity: "error", at: { file: "costs/b.xlsx" } },
    ]);
  });
});

function at(sheet: string) {
  return { file: "costs/b.xlsx", sheet };
}
