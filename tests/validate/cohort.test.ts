import { describe, expect, it } from "vitest";
import { checkFiles, findingsOf } from "./check-files.js";

const header = ["Trust", "eligible", "invited", "recruited", "inducted", "completed", "intakes"];
const b = ["B", "9", "9", "9", "9", "9", "1"];

describe("the cohort table", () => {
  it("is read into counts with their place", async () => {
    const { cohorts } = await checkFiles({ cohort: [header, ["A", "1,010", "9", "9", "8", "7", "2"], b] });
    expect(cohorts[0]).toEqual({
      trust: "A",
      eligible: 1010,
      invited: 9,
      recruited: 9,
      inducted: 8,
      completed: 7,
      intakes: 2,
      at: { file: "cohort.csv", row: 2 },
    });
  });

  it.each([["about 9"], ["-1"], ["2.5"], [""]])("tells of %j with its place", async (text) => {
    const found = await findingsOf("cohort", { cohort: [header, ["A", "9", text, "9", "9", "9", "1"], b] });
    expect(found).toMatchObject([
      {
        severity: "error",
        at: { file: "cohort.csv", row: 2, column: "invited" },
        expected: "a whole number, 0 or more",
        found: text === "" ? "nothing" : `"${text}"`,
      },
    ]);
  });

  it("tells of a part that is larger than its whole", async () => {
    const found = await findingsOf("cohort", { cohort: [header, ["A", "9", "9", "9", "8", "9", "1"], b] });
    expect(found).toMatchObject([{ at: { row: 2, column: "completed" }, expected: "at most 8", found: "9" }]);
  });

  it("tells of a Trust that stands twice", async () => {
    const found = await findingsOf("cohort", { cohort: [header, b, b, ["A", ...b.slice(1)]] });
    expect(found).toMatchObject([{ code: "repeated-trust", at: { row: 3, column: "Trust" }, trust: "B" }]);
  });

  it("tells of a Trust that stands twice, also when its first row has a mistake", async () => {
    const found = await findingsOf("cohort", {
      cohort: [header, ["B", "9", "x", "9", "9", "9", "1"], b, ["A", ...b.slice(1)]],
    });
    expect(found.map(({ code, at }) => [code, at.row])).toEqual([
      ["not-a-count", 2],
      ["repeated-trust", 3],
    ]);
  });

  it("tells of a note behind a Trust's name once, and of no short row besides", async () => {
    const { findings } = await checkFiles({ cohort: [header, b, ["A", ...b.slice(1)], ["A", "see e-mail"]] });
    expect(findings).toMatchObject([
      {
        rule: "cohort",
        code: "no-counts",
        at: { row: 4 },
        fix: expect.stringContaining("if the row is a note, remove it") as string,
      },
    ]);
  });

  it("is read below a line of notes, however many commas it has", async () => {
    const notes = ["Numbers from HR", "checked by J", "12 May", "v2"];
    const { findings, cohorts } = await checkFiles({ cohort: [notes, header, b, ["A", ...b.slice(1)]] });
    expect(findings).toEqual([]);
    expect(cohorts.map((cohort) => cohort.trust)).toEqual(["B", "A"]);
  });

  it("without a header is one finding", async () => {
    const { findings } = await checkFiles({ cohort: [["A", ...b.slice(1)], b] });
    expect(findings).toMatchObject([{ code: "missing-header", at: { file: "cohort.csv" } }]);
  });

  it("tells of a missing column once, and of no missing Trust", async () => {
    const { findings } = await checkFiles({ cohort: [header.slice(0, 6), ["A", "9", "9", "9", "9", "9"]] });
    expect(findings.filter((each) => each.code === "missing-column")).toMatchObject([
      { at: { file: "cohort.csv", column: "intakes" }, expected: 'a column "intakes"' },
    ]);
  });
});
