import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ExcelJS from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Issue } from "../../src/core/issue.js";
import { copyOfExample } from "../temporary.js";
import { runCli } from "./run-cli.js";

/** One study with every mistake of the list in it, so that one `check` must tell them all. */
let study: string;
let findings: readonly Issue[];
let exitCode: number;

async function editWorkbook(path: string, edit: (workbook: ExcelJS.Workbook) => void): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  edit(workbook);
  await workbook.xlsx.writeFile(path);
}

function edit(file: string, change: (text: string) => string): void {
  const path = join(study, file);
  writeFileSync(path, change(readFileSync(path, "utf8")));
}

/** The column of a header in the row that has it, counted from 1. */
function columnOf(sheet: ExcelJS.Worksheet, row: number, heading: RegExp): number {
  const values = sheet.getRow(row).values as unknown[];
  return values.findIndex((value) => typeof value === "string" && heading.test(value));
}

beforeAll(async () => {
  study = copyOfExample();
  rmSync(join(study, "survey/trust-b-month3.xlsx"));
  writeFileSync(join(study, "survey/trust-b-late.csv"), "a,b\r\n1,2\r\n");
  writeFileSync(join(study, "survey/trust-a-arrival.csv"), "%PDF-1.7\n%not a table\n");
  writeFileSync(join(study, "survey/trust-a-month3.csv"), "");
  edit("survey/trust-c-arrival.csv", (text) =>
    text.replace(/^([^\r\n]*)(\r?\n[^\r\n]*)/, "$1,Favourite colour$2,blue"),
  );
  edit("cohort.csv", (text) => text.replace(/^F,/m, "G,"));
  edit("survey/trust-f-arrival.csv", (text) => {
    const lines = text.split("\n");
    const cells = lines.at(-2)!.split(",");
    const position = lines[0]!.replace("\uFEFF", "").split(",").indexOf("Q5_1");
    cells[position] = "9";
    return [...lines.slice(0, -2), cells.join(","), ""].join("\n");
  });
  await editWorkbook(join(study, "costs/trust-d.xlsx"), (workbook) => {
    const staff = workbook.getWorksheet("Staff")!;
    staff.getRow(5).getCell(columnOf(staff, 4, /hours/i)).value = "3 weeks";
    const other = workbook.getWorksheet("Other costs")!;
    other.getRow(5).getCell(columnOf(other, 4, /amount/i)).value = "£1,2OO";
  });
  await editWorkbook(join(study, "costs/trust-e.xlsx"), (workbook) => {
    const cover = workbook.getWorksheet("Cover")!;
    cover.eachRow((row) => {
      const at = (row.values as unknown[]).findIndex((value) => /template version/i.test(String(value)));
      if (at > 0) row.getCell(at + 1).value = "0";
    });
  });
  const run = await runCli("check", study, "--json");
  exitCode = run.exitCode;
  findings = JSON.parse(run.out) as readonly Issue[];
});

function errorAt(match: Partial<Issue["at"]>, words: RegExp): Issue | undefined {
  return findings.find(
    (one) =>
      one.severity === "error" &&
      Object.entries(match).every(([key, value]) => one.at[key as keyof Issue["at"]] === value) &&
      words.test(`${one.message} ${one.expected} ${one.found}`),
  );
}

describe("check on a study full of mistakes", () => {
  it("exits 1", () => {
    expect(exitCode).toBe(1);
  });

  it.each([
    ["a missing file", { file: "survey/trust-b-month3.xlsx" }, /./],
    ["a file not listed in sources", { file: "survey/trust-b-late.csv" }, /./],
    ["a file that is not what its name says", { file: "survey/trust-a-arrival.csv" }, /PDF/i],
    ["an empty export", { file: "survey/trust-a-month3.csv" }, /empty|no /i],
    [
      "a column that no codebook row claims",
      { file: "survey/trust-c-arrival.csv", column: "Favourite colour" },
      /codebook/,
    ],
    ["an unknown Trust", { file: "cohort.csv" }, /"?G"?/],
    ["a code outside its list", { file: "survey/trust-f-arrival.csv" }, /9/],
    ["hours in words", { file: "costs/trust-d.xlsx", sheet: "Staff" }, /3 weeks/],
    ["a letter O in an amount", { file: "costs/trust-d.xlsx", sheet: "Other costs" }, /1,2OO/],
    ["another template version", { file: "costs/trust-e.xlsx", sheet: "Cover" }, /version/i],
  ])("tells %s, with place and fix", (_what, place, words) => {
    const found = errorAt(place, words);
    expect(
      found,
      JSON.stringify(
        findings.filter((one) => one.severity === "error").map((one) => [one.at, one.message]),
        null,
        1,
      ),
    ).toBeDefined();
    expect(found!.fix.length).toBeGreaterThan(5);
    expect(found!.expected?.length).toBeGreaterThan(0);
  });

  it("gives the cell of a workbook's mistake", () => {
    expect(errorAt({ file: "costs/trust-d.xlsx", sheet: "Staff" }, /3 weeks/)?.at.cell).toMatch(/^[A-Z]+5$/);
  });

  it("run refuses, and leaves no folder and nothing half written", async () => {
    const out = join(dirname(study), "report");
    const run = await runCli("run", study, "--out", out);
    expect(run.exitCode).toBe(1);
    expect(run.talk).toContain("Nothing was written");
    expect(existsSync(out)).toBe(false);
    expect(readdirSync(dirname(study))).toEqual(["study"]);
  });

  it("never repeats an identifier or free text of a survey", () => {
    const link = /"[A-Z]{2}\d{2}[A-Z]{2}"/;
    expect(findings.filter((one) => link.test(`${one.message} ${one.found}`))).toEqual([]);
  });
});
