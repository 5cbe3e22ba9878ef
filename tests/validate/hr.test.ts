import { describe, expect, it } from "vitest";
import { checkFiles, findingsOf } from "./check-files.js";

const header = ["trust", "doctor", "start_date", "end_date", "appraisal_due", "appraisal_done"];

describe("the HR extract", () => {
  it("is read into days and yes or no, without the doctor's number", async () => {
    const rows = [
      header,
      ["Trust A", "1", "05/04/2026", "", "yes", "No"],
      ["B", "1", "25/04/2026", "2026-06-30", "y", "1"],
    ];
    const { hr, findings } = await checkFiles({ hr: rows });
    expect(findings.filter((each) => each.rule === "hr")).toEqual([]);
    expect(hr).toEqual([
      {
        trust: "A",
        start: 20548,
        end: null,
        appraisalDue: true,
        appraisalDone: false,
        at: { file: "hr.csv", row: 2 },
      },
      {
        trust: "B",
        start: 20568,
        end: 20634,
        appraisalDue: true,
        appraisalDone: true,
        at: { file: "hr.csv", row: 3 },
      },
    ]);
  });

  it.each([
    ["start_date", ["A", "1", "soon", "", "yes", "no"], '"soon"'],
    ["start_date", ["A", "1", "2027-01-01", "", "yes", "no"], '"2027-01-01"'],
    ["end_date", ["A", "1", "2026-05-01", "2026-04-01", "yes", "no"], '"2026-04-01"'],
    ["end_date", ["A", "1", "2026-05-01", "left", "yes", "no"], '"left"'],
    ["appraisal_due", ["A", "1", "2026-05-01", "", "", "no"], "nothing"],
    ["appraisal_done", ["A", "1", "2026-05-01", "", "yes", "booked"], '"booked"'],
  ])("tells of a wrong %s with its place", async (column, row, found) => {
    const { hr, findings } = await checkFiles({ hr: [header, row] });
    expect(hr).toEqual([]);
    expect(findings.filter((each) => each.rule === "hr")).toMatchObject([
      { severity: "error", at: { file: "hr.csv", row: 2, column }, found, trust: "A" },
    ]);
  });

  it("counts a doctor whose contract ends after the extract as in post, with a warning", async () => {
    const { hr, findings } = await checkFiles({
      hr: [header, ["A", "1", "2026-05-01", "2027-01-31", "yes", "no"]],
    });
    expect(hr).toMatchObject([{ end: null }]);
    expect(findings.filter((each) => each.rule === "hr")).toMatchObject([{ severity: "warning" }]);
  });

  it("tells of a doctor who stands twice without showing the number", async () => {
    const row = ["A", "X-771", "2026-05-01", "", "yes", "no"];
    const found = await findingsOf("hr", { hr: [header, row, row] });
    expect(found).toMatchObject([{ code: "repeated-doctor", at: { row: 3, column: "doctor" } }]);
    expect(JSON.stringify(found)).not.toContain("771");
  });

  it("tells of a missing column", async () => {
    const found = await findingsOf("hr", {
      hr: [
        ["trust", "doctor", "start_dat", "end_date", "appraisal_due", "appraisal_done"],
        ["A", "1", "", "", "", ""],
      ],
    });
    expect(found).toMatchObject([
      { code: "missing-column", expected: 'a column "start_date"', fix: expect.stringContaining("rename") },
    ]);
  });
});
