import { readFileSync } from "node:fs";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import type { Issue } from "../../src/core/issue.js";
import { draftEmails } from "../../src/run/draft-emails.js";
import { faultsOf } from "../../src/run/faults.js";
import { returnedWorkbooks } from "../../src/run/returned-workbooks.js";
import type { Study } from "../../src/study/study.js";
import type { Finding } from "../../src/validate/finding.js";
import { memoryFolder, smallStudy, survey } from "../ingest/small-study.js";

const workbook = new Uint8Array(readFileSync("data/example/costs/trust-d.xlsx"));
const study = smallStudy([
  survey("survey/a.csv", { trust: "A", wave: "arrival" }),
  survey("survey/a.xlsx", { trust: "A", wave: "arrival" }),
  { file: "costs/b.xlsx", kind: "cost-return", trust: "B" },
  { file: "hr.xlsx", kind: "hr", extracted: "2026-12-01" },
  { file: "cohort.xlsx", kind: "cohort" },
]);
const folder = memoryFolder(
  Object.fromEntries(
    ["survey/a.xlsx", "costs/b.xlsx", "hr.xlsx", "cohort.xlsx"].map((file) => [file, workbook]),
  ),
);

function finding(code: string, at: Issue["at"], more: Partial<Finding> = {}): Finding {
  return {
    rule: code,
    code,
    severity: "error",
    at,
    message: `${code}: got "SECRET"`,
    expected: "what was expected",
    found: "SECRET",
    fix: "add it in codebook.csv; correct the cell",
    ...more,
  };
}

const answer = (row: number, more: Partial<Finding> = {}) =>
  finding("answer-outside-list", { file: "survey/a.csv", row, column: "Q5" }, more);
const hours = finding(
  "cost-hours",
  { file: "costs/b.xlsx", sheet: "Staff", cell: "E5" },
  { rule: "cost-return", message: 'hours: expected a number, got "3 weeks"', severity: "warning" },
);
const noSheet = finding(
  "missing-sheet",
  { file: "costs/b.xlsx" },
  { rule: "cost-return", message: "Overheads: no such sheet" },
);

function emailsOf(findings: readonly Finding[], of: Study = study, marked: readonly string[] = []) {
  return draftEmails(faultsOf(findings, of), of, new Set(marked));
}

describe("draft e-mails", () => {
  it("name places and what was expected of survey answers, never an answer, and no other Trust's file", () => {
    const emails = emailsOf([answer(7), answer(9), hours]);
    expect([...emails.keys()]).toEqual(["trust-a.txt", "trust-b.txt"]);
    const text = emails.get("trust-a.txt")!;
    expect(text).toContain('Column "Q5", rows 7 and 9 (must be mended)');
    expect(text).toContain("Expected: what was expected.");
    expect(text).not.toMatch(/SECRET|codebook|b\.xlsx/);
  });

  it("say nothing of who is the same person, of HR records but the place, of notes, or where there is nothing", () => {
    expect(
      emailsOf([
        finding("near-miss-link", { file: "survey/a.csv", row: 3, column: "Q1" }, { trust: "A" }),
        finding("duplicate-respondent", { file: "survey/a.csv", row: 3, column: "Q1" }, { trust: "A" }),
        finding("straight-lining", { file: "survey/a.csv", row: 3 }, { trust: "A" }),
        answer(5, { severity: "note" }),
      ]).size,
    ).toBe(0);
    const hr = finding("hr-value", { file: "hr.xlsx", cell: "C3", row: 3, column: "end" }, { trust: "B" });
    const text = emailsOf([hr]).get("trust-b.txt")!;
    expect(text).toContain("end: expected what was expected");
    expect(text).not.toContain("SECRET");
  });

  it("say nothing of a central survey, whose file no Trust has", () => {
    const central = smallStudy([
      survey("survey/all.csv", { trust: undefined, trust_question: "Trust", wave: "arrival" }),
    ]);
    const one = finding("answer-outside-list", { file: "survey/all.csv", row: 7 }, { trust: "A" });
    expect(emailsOf([one], central).size).toBe(0);
  });

  it("put the worst first, have a subject, and leave out what only those who evaluate can do", () => {
    const text = emailsOf([hours, noSheet]).get("trust-b.txt")!;
    expect(text).toMatch(/^Subject: Trust B: 2 things to mend/);
    expect(text.indexOf("no such sheet")).toBeLessThan(text.indexOf("3 weeks"));
    expect(text).toContain("How to mend it: correct the cell.");
  });

  it("say that a copy with comments goes along, and that data are made up", () => {
    const made = { ...study, study: { ...study.study, synthetic: true } };
    const text = emailsOf([hours], made, ["costs/b.xlsx"]).get("trust-b.txt")!;
    expect(text).toContain("has a comment on each of these cells");
    expect(text).toContain("SYNTHETIC DATA");
    expect(
      Math.max(
        ...text
          .split("\n")
          .slice(1)
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(76);
  });
});

describe("returned workbooks", () => {
  const inSurvey = finding("answer-outside-list", { file: "survey/a.xlsx", sheet: "Staff", cell: "B7" });
  const inHr = finding("hr-value", { file: "hr.xlsx", sheet: "Staff", cell: "C3" });
  const inCohort = finding(
    "not-a-count",
    { file: "cohort.xlsx", sheet: "Staff", cell: "C3" },
    { trust: "B", message: 'invited: expected a number, got "ten"' },
  );
  const all = [hours, noSheet, inSurvey, inHr, inCohort];

  it("are cost returns and cohort sheets; survey answers only where respondents agreed, HR records never", async () => {
    const without = await returnedWorkbooks(faultsOf(all, study), study, folder);
    expect([...without.files.keys()].sort()).toEqual(["several-trusts/cohort.xlsx", "trust-b/b.xlsx"]);
    const agreed: Study = { ...study, answers_back_to_trusts: { agreed: true, basis: "asked in the form" } };
    const { files, marked } = await returnedWorkbooks(faultsOf(all, agreed), agreed, folder);
    expect([...files.keys()].sort()).toEqual([
      "several-trusts/cohort.xlsx",
      "trust-a/a.xlsx",
      "trust-b/b.xlsx",
    ]);
    expect(marked.has("survey/a.xlsx")).toBe(true);
  });

  it("have a comment on each faulty cell, and on A1 of the first sheet what is wrong with the file", async () => {
    const { files } = await returnedWorkbooks(faultsOf(all, study), study, folder);
    const opened = new ExcelJS.Workbook();
    await opened.xlsx.load(files.get("trust-b/b.xlsx")! as unknown as ArrayBuffer);
    const note = (sheet: ExcelJS.Worksheet, cell: string) => JSON.stringify(sheet.getCell(cell).note);
    const staff = note(opened.getWorksheet("Staff")!, "E5");
    expect(staff).toContain("Please look at this.");
    expect(staff).toContain("3 weeks");
    expect(staff).toContain("How to mend it: correct the cell.");
    expect(note(opened.worksheets[0]!, "A1")).toContain("Overheads: no such sheet");
  });

  it("tell why one could not be marked, in a text beside it", async () => {
    const broken = memoryFolder({ "costs/b.xlsx": new Uint8Array([1, 2, 3]) });
    const { files, marked } = await returnedWorkbooks(faultsOf([hours], study), study, broken);
    expect(marked.size).toBe(0);
    expect(new TextDecoder().decode(files.get("trust-b/b.xlsx.txt"))).toContain("could not be marked");
  });

  it("say how many faults they show when there are more than a person can work through", async () => {
    const many = Array.from({ length: 1200 }, (_, index) => ({
      ...hours,
      at: { ...hours.at, cell: `E${index + 5}` },
    }));
    const { files } = await returnedWorkbooks(faultsOf(many, study), study, folder);
    const opened = new ExcelJS.Workbook();
    await opened.xlsx.load(files.get("trust-b/b.xlsx")! as unknown as ArrayBuffer);
    expect(JSON.stringify(opened.worksheets[0]!.getCell("A1").note)).toContain("Showing 1,000 of 1,200");
  });
});
