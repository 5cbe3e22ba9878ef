import { describe, expect, it } from "vitest";
import type { CostReturn } from "../../src/validate/cost-return.js";
import { costPeriodMissesStarts } from "../../src/validate/rules/cost-period-misses-starts.js";
import { trustInSomeFiles } from "../../src/validate/rules/trust-in-some-files.js";
import type { RuleContext } from "../../src/validate/rule.js";
import { costReturn } from "../costs/fixture.js";
import { smallStudy } from "../ingest/small-study.js";
import { checkFiles, findingsOf } from "./check-files.js";

const cohortHeader = ["trust", "eligible", "invited", "recruited", "inducted", "completed", "intakes"];
const cohort = (inducted: string, recruited = "4") => [
  cohortHeader,
  ["A", "6", "5", recruited, inducted, inducted, "1"],
  ["B", "6", "5", "0", "0", "0", "1"],
];
const hrHeader = ["trust", "doctor", "start_date", "end_date", "appraisal_due", "appraisal_done"];
const hr = (...starts: string[]) => [
  hrHeader,
  ...starts.map((start, i) => ["A", String(i), start, "", "yes", "no"]),
];

describe("responses-above-inducted", () => {
  const surveys = { "A arrival": [["link_code"], ["AB12"], ["AB12"], ["CD34"], ["-"], ["EF56"]] };

  it("notes more people who answered than were inducted, at the cell", async () => {
    expect(await findingsOf("responses-above-inducted", { surveys, cohort: cohort("3") })).toMatchObject([
      {
        severity: "note",
        at: { file: "cohort.csv", row: 2, column: "inducted" },
        message: "inducted: 3, but 4 answered at arrival; some of them were not inducted",
        trust: "A",
        wave: "arrival",
      },
    ]);
  });

  it("refuses answers after the first wave of a Trust that inducted nobody; before it they are a note", async () => {
    const later = { "A month3": surveys["A arrival"] };
    expect(
      await findingsOf("responses-above-inducted", { surveys: later, cohort: cohort("0") }),
    ).toMatchObject([
      { severity: "error", message: "inducted: 0, but 4 answered at month3, after the induction" },
    ]);
    expect(await findingsOf("responses-above-inducted", { surveys, cohort: cohort("0") })).toMatchObject([
      { severity: "note" },
    ]);
  });

  it("says nothing of as many as were inducted, or of more than were invited, which is an error of its own", async () => {
    expect(await findingsOf("responses-above-inducted", { surveys, cohort: cohort("4") })).toEqual([]);
    const few = [cohortHeader, ["A", "6", "3", "3", "3", "3", "1"], ["B", "6", "5", "0", "0", "0", "1"]];
    expect(await findingsOf("responses-above-inducted", { surveys, cohort: few })).toEqual([]);
    expect(await findingsOf("cohort-below-responses", { surveys, cohort: few })).toHaveLength(1);
  });
});

describe("hr-against-cohort", () => {
  const inPeriod = ["2026-04-05", "2026-04-05", "2026-05-05"];

  it("warns of fewer or more doctors who started within the period than were recruited", async () => {
    const fewer = await findingsOf("hr-against-cohort", {
      hr: hr(...inPeriod, "2026-03-31"),
      cohort: cohort("4"),
    });
    expect(fewer).toMatchObject([
      {
        severity: "warning",
        at: { file: "cohort.csv", row: 2, column: "recruited" },
        message:
          "recruited: 4, but 3 doctors of the HR extract started within the period; the cohort table counts, and retention rests on the 3",
        trust: "A",
      },
    ]);
    const more = hr(...inPeriod, "2026-04-01", "2026-05-06");
    expect(await findingsOf("hr-against-cohort", { hr: more, cohort: cohort("4") })).toMatchObject([
      { found: "5", fix: expect.stringContaining("not of the cohort") as string },
    ]);
  });

  it("says nothing of equal numbers, of a Trust without HR rows, or without an extract", async () => {
    expect(await findingsOf("hr-against-cohort", { hr: hr(...inPeriod), cohort: cohort("3", "3") })).toEqual(
      [],
    );
    expect(await findingsOf("hr-against-cohort", { cohort: cohort("4") })).toEqual([]);
  });
});

describe("trust-in-some-files", () => {
  it("warns of a Trust without HR rows that others have", async () => {
    expect(await findingsOf("trust-in-some-files", { hr: hr("2026-04-05") })).toMatchObject([
      {
        severity: "warning",
        at: { file: "hr.csv" },
        message: "Trust B: no row in the HR extract; its doctors are not in retention",
        trust: "B",
      },
    ]);
    expect(await findingsOf("trust-in-some-files", {})).toEqual([]);
  });

  it("warns of a Trust without a cost return, when others are listed", () => {
    const context = (returned: readonly string[]) =>
      ({
        tables: [],
        study: smallStudy(
          returned.map((trust) => ({ file: `costs/${trust}.xlsx`, kind: "cost-return", trust })),
        ),
      }) as unknown as RuleContext;
    expect(trustInSomeFiles.check(context(["A"]))).toMatchObject([
      {
        at: { file: "study.yaml" },
        message: "Trust B: no cost return is listed; it has no cost",
        trust: "B",
      },
    ]);
    expect(trustInSomeFiles.check(context(["A", "B"]))).toEqual([]);
    expect(trustInSomeFiles.check(context([]))).toEqual([]);
  });
});

describe("cost-period-misses-starts", () => {
  async function find(starts: readonly string[], period: Pick<CostReturn, "from" | "to"> | null) {
    const surveys = { "A arrival": [["start_date"], ...starts.map((start) => [start])] };
    const { surveys: read } = await checkFiles({ surveys });
    const returned = { ...costReturn("A"), period, whole: true };
    return costPeriodMissesStarts.check({
      study: smallStudy([]),
      surveys: read,
      returns: [returned],
    } as unknown as RuleContext);
  }
  const starts = ["2026-04-05", "2026-04-05", "2026-08-01", "2026-08-01", "2026-08-02"];

  it("warns of a return whose days leave out most starts of its Trust's respondents", async () => {
    expect(await find(starts, { from: "2026-04-01", to: "2026-07-31" })).toMatchObject([
      {
        severity: "warning",
        at: { file: "costs/a.xlsx", sheet: "Cover" },
        message: "period covered: 2026-04-01 to 2026-07-31; 2 of 5 respondents of Trust A started within it",
        trust: "A",
      },
    ]);
  });

  it("says nothing of half of them, of fewer than five, or of a return without days", async () => {
    expect(await find([...starts, "2026-04-06"], { from: "2026-04-01", to: "2026-07-31" })).toEqual([]);
    expect(await find(starts.slice(1), { from: "2026-04-01", to: "2026-04-02" })).toEqual([]);
    expect(await find(starts, null)).toEqual([]);
  });
});
