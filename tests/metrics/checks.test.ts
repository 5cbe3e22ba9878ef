import { describe, expect, it } from "vitest";
import type { Severity } from "../../src/core/issue.js";
import type { Estimate } from "../../src/core/result.js";
import type { Source, Table } from "../../src/core/table.js";
import { passGate } from "../../src/disclosure/gate.js";
import { checkResults, neverReleased, rulesOfFiles } from "../../src/metrics/checks.js";
import type { CheckedFiles } from "../../src/metrics/checks.js";
import { quality } from "../../src/metrics/quality.js";
import type { Finding } from "../../src/validate/finding.js";
import { rules } from "../../src/validate/rules/index.js";
import { inputOf } from "./fixture.js";

const table = (file: string, kind: Source["kind"], format = "plain"): Table => ({
  source: { file, kind, format, reasons: [] },
  columns: [],
  rows: [],
  leftOut: [],
});
const tables = [
  table("survey/a.csv", "survey", "qualtrics"),
  table("survey/b.csv", "survey", "qualtrics"),
  table("survey/c.sav", "survey", "spss"),
  table("costs/a.xlsx", "cost-return"),
  table("costs/a.xlsx", "cost-return"),
  table("cohort.csv", "cohort"),
  table("hr.csv", "hr"),
];

const issue = (code: string, severity: Severity, file = "survey/a.csv") => ({
  code,
  severity,
  at: { file },
  message: "m",
  fix: "f",
});
const finding = (rule: string, severity: Severity, more: Partial<Finding> = {}): Finding => ({
  ...issue(rule, severity),
  rule,
  ...more,
});

const people = (count: number) => Array.from({ length: count }, (_, i) => ({ trust: i % 2 ? "A" : "B" }));

function countsOf(findings: CheckedFiles["findings"], respondents = 30, hrPeople = 30) {
  const { dataset } = inputOf(people(respondents), []);
  const computed = checkResults(dataset, { tables, findings, hrPeople });
  const { released } = passGate(computed, { groups: [["A", "B"]] }, dataset.study, new Map());
  return new Map(released.results.map((one) => [one.id, one]));
}

const numbersOf = (counts: ReturnType<typeof countsOf>) =>
  Object.fromEntries(
    [...counts].map(([id, one]) => [id, one.kind === "estimate" ? one.estimate : one.kind] as const),
  );
const checksOf = (...given: Parameters<typeof countsOf>) =>
  Object.fromEntries(
    Object.entries(numbersOf(countsOf(...given))).filter(([id]) => id.startsWith("checks/")),
  );

it("what is found of Trusts is counted in Trusts, whatever is found of each", () => {
  const of = (trust: string) => finding("cost-cohort-days", "warning", { trust });
  const { dataset } = inputOf(people(30), []);
  const findings = [of("A"), of("A"), of("A"), of("B"), finding("cost-cohort-days", "warning")];
  const { results } = checkResults(dataset, { tables, findings, hrPeople: 30 });
  const [counted] = results.filter(({ id }) => id.startsWith("checks/"));
  expect(counted).toMatchObject({ unit: "Trusts", estimate: 3 });
});

describe("files read", () => {
  it("are counted once each, by kind and platform, exactly, whoever answered", () => {
    expect(numbersOf(countsOf([], 1))).toEqual({
      "files/survey-qualtrics/pooled": 2,
      "files/survey-spss-.sav/pooled": 1,
      "files/cost-return/pooled": 1,
      "files/cohort-table/pooled": 1,
      "files/hr-extract/pooled": 1,
    });
  });
});

describe("responses left out", () => {
  it("are told beside the responses kept, so that no second rounding narrows their number", () => {
    const input = inputOf(people(191), []);
    const leftOut = [{ trust: "A", wave: "month3", reason: "unfinished", count: 1 }];
    const { results } = quality.compute({ ...input, dataset: { ...input.dataset, leftOut } });
    expect(results.find(({ id }) => id.startsWith("quality/left-out/"))).toMatchObject({
      estimate: 1,
      n: 191,
    });
  });
});

describe("findings of the checks", () => {
  it("are counted by severity and rule: of people to the nearest 5, of files exactly", () => {
    const counts = countsOf([
      finding("required-blank", "warning", { count: 6 }),
      finding("required-blank", "warning"),
      finding("required-blank", "note"),
      finding("unclaimed-column", "warning", { count: 3 }),
      issue("hidden-columns", "note"),
      issue("hidden-columns", "note"),
      issue("hidden-columns", "note", "survey/b.csv"),
    ]);
    expect(numbersOf(counts)).toMatchObject({
      "checks/warning/required-blank/pooled": 5,
      "checks/note/required-blank/pooled": 0,
      "checks/warning/unclaimed-column/pooled": 3,
      "checks/note/hidden-columns/pooled": 2,
    });
    const blank = counts.get("checks/warning/required-blank/pooled") as Estimate;
    expect(blank).toMatchObject({ label: "a required answer left blank", unit: "answers", precision: 5 });
    expect(counts.get("checks/warning/unclaimed-column/pooled")).not.toHaveProperty("precision");
  });

  it("say nothing of people where fewer than ten answered, or the HR extract has fewer than ten doctors", () => {
    const rows = [finding("straight-lining", "warning"), finding("cost-large-line", "warning")];
    expect(checksOf(rows, 9)).toEqual({
      "checks/warning/straight-lining/pooled": "suppressed",
      "checks/warning/cost-large-line/pooled": 1,
    });
    const ofHr = [finding("hr", "warning", { at: { file: "hr.csv", row: 2 }, count: 4 })];
    expect(checksOf(ofHr, 30, 9)).toEqual({ "checks/warning/hr/pooled": "suppressed" });
    expect(checksOf(ofHr, 30, 10)).toEqual({ "checks/warning/hr/pooled": 5 });
  });

  it("are not told where they hang on link codes or identifiers, by rule or on reading", () => {
    const hidden = neverReleased.flatMap((id) =>
      rules.some((rule) => rule.id === id) ? [finding(id, "warning")] : [issue(id, "warning")],
    );
    expect(checksOf(hidden)).toEqual({});
  });

  it("know every rule that they name", () => {
    const known = rules.map(({ id }) => id);
    expect(rulesOfFiles.filter((id) => !known.includes(id))).toEqual([]);
    const ofLinks = neverReleased.filter((id) => !/^(identifier|personal)/.test(id));
    expect(ofLinks.filter((id) => !known.includes(id))).toEqual([]);
    expect(known.filter((id) => /link|code/.test(id) && !neverReleased.includes(id))).toEqual([]);
  });
});
