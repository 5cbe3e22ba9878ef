import { parse } from "csv-parse/sync";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import type { Issue } from "../../src/core/issue.js";
import { findingsCsv } from "../../src/run/findings-csv.js";
import { findingsJson } from "../../src/run/findings-json.js";
import { findingsWorkbook } from "../../src/run/findings-workbook.js";
import { bytesOfTexts } from "../../src/run/pieces.js";
import { whoseFindings } from "../../src/run/whose.js";
import type { Finding } from "../../src/validate/finding.js";
import { smallStudy, survey } from "../ingest/small-study.js";

const study = smallStudy([survey("survey/a.csv", { trust: "A", wave: "arrival" })]);

const note: Issue = {
  code: "platform-columns-dropped",
  severity: "note",
  at: { file: "survey/a.csv" },
  message: "Status: the platform's own column, not read",
  fix: "nothing to do",
};
const error: Finding = {
  rule: "answer-outside-list",
  code: "answer-outside-list",
  severity: "error",
  at: { file: "survey/a.csv", row: 7, column: '=HYPERLINK("x")' },
  message: '=1+1, "quoted"\u0007',
  expected: "@list",
  found: "-9",
  fix: "+correct",
  trust: "A",
  wave: "month3",
};

async function open(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  return workbook;
}

function texts(worksheet: ExcelJS.Worksheet): readonly (readonly string[])[] {
  return Array.from({ length: worksheet.rowCount }, (_, row) =>
    Array.from({ length: worksheet.columnCount }, (_, column) =>
      String(worksheet.getCell(row + 1, column + 1).value ?? ""),
    ),
  );
}

describe("findings.csv", () => {
  const rows = parse([...findingsCsv([note, error], whoseFindings(study))].join(""), {
    columns: true,
  }) as readonly Record<string, string>[];

  it("has a row for each finding, with the Trust and wave that study.yaml gives for the file", () => {
    expect(rows.map((row) => [row["severity"], row["trust"], row["wave"], row["row"]])).toEqual([
      ["note", "A", "arrival", ""],
      ["error", "A", "month3", "7"],
    ]);
  });

  it("begins no cell with what a spreadsheet would run", () => {
    const cells = rows.flatMap((row) => Object.values(row));
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(rows[1]!["found"]).toBe("'-9");
  });
});

describe("findings.json", () => {
  it("is one array, a finding a line, and parses back to the same", () => {
    const text = [...findingsJson([note, error])].join("");
    expect(JSON.parse(text)).toEqual([note, error]);
    expect(text.split("\n")).toHaveLength(5);
    expect(JSON.parse([...findingsJson([])].join(""))).toEqual([]);
  });

  it("is the same in bytes as in text, however many pieces it takes", () => {
    const many = Array.from({ length: 20_000 }, () => error);
    const text = [...findingsJson(many)].join("");
    expect(text.length).toBeGreaterThan(2_000_000);
    expect(new TextDecoder().decode(bytesOfTexts(findingsJson(many)))).toBe(text);
  });
});

describe("findings.xlsx", () => {
  it("counts by kind and Trust, then tells each, the worst first, as text below filters that stay in view", async () => {
    const workbook = await open(await findingsWorkbook([note, error, error], study));
    const [counts, findings] = workbook.worksheets as [ExcelJS.Worksheet, ExcelJS.Worksheet];
    expect(texts(counts).slice(-2)).toEqual([
      ["Error: stops a run", "A", "answer-outside-list", "an answer that is not in the codebook's list", "2"],
      ["Note: for information", "A", "platform-columns-dropped", "", "1"],
    ]);
    const lines = texts(findings);
    const header = lines.findIndex((line) => line[0] === "Severity") + 1;
    expect(lines.slice(header).map((line) => line[0])).toEqual([
      "Error: stops a run",
      "Error: stops a run",
      "Note: for information",
    ]);
    expect(lines[header]).toContain('=1+1, "quoted"');
    findings.eachRow((row) => row.eachCell((cell) => expect(cell.formula).toBeUndefined()));
    expect(findings.views[0]).toMatchObject({ state: "frozen", ySplit: header });
    expect(findings.autoFilter).toBe(`A${header}:M${header + 3}`);
  });

  it("says that the data are made up, and that it is not for release", async () => {
    const made = { ...study, study: { ...study.study, synthetic: true } };
    for (const worksheet of (await open(await findingsWorkbook([note], made))).worksheets) {
      const above = texts(worksheet).map((line) => line[0]);
      expect(above.some((line) => /synthetic data/i.test(line!))).toBe(true);
      expect(above).toContain("For internal use. Not for release.");
    }
  });

  it("says how many it shows when there are more than a person can look through", async () => {
    const many = [...Array.from({ length: 5_500 }, () => note), error];
    const [counts, findings] = (await open(await findingsWorkbook(many, study))).worksheets;
    const lines = texts(findings!);
    expect(lines[1]![0]).toBe("Showing 5,000 of 5,501, the worst first; all in findings.csv.");
    expect(lines.some((line) => line[0]!.startsWith("Error"))).toBe(true);
    expect(texts(counts!).slice(-1)[0]![4]).toBe("5500");
  });

  it("is the same to the byte each time", async () => {
    const once = await findingsWorkbook([note, error], study);
    expect(Buffer.from(await findingsWorkbook([note, error], study)).equals(once)).toBe(true);
  });
});
