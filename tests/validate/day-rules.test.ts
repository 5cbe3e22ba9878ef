import { describe, expect, it } from "vitest";
import { findingsOf } from "./check-files.js";

const file = "survey/A-arrival.csv";
const header = ["link_code", "start_date", "@started", "@submitted"];
const sent = (day: string, start = "2026-04-05", opened = "2026-04-05") => ({
  "A arrival": [header, ["AB12", start, opened, day]],
});

describe("submitted-outside-wave", () => {
  it("warns of an answer before the first or after the last day of its wave, at the cell", async () => {
    expect(await findingsOf("submitted-outside-wave", { surveys: sent("2026-07-01T00:10:00") })).toEqual([
      {
        rule: "submitted-outside-wave",
        code: "submitted-outside-wave",
        severity: "warning",
        at: { file, row: 2, column: "@submitted" },
        message: "sent on 2026-07-01: expected a day of wave arrival, 2026-04-01 to 2026-06-30",
        expected: "a day from 2026-04-01 to 2026-06-30",
        found: "2026-07-01",
        fix: "if the survey was open then, correct the days of the wave in study.yaml; if not, look for a test, another wave's answer or a wrong date order",
        trust: "A",
        wave: "arrival",
      },
    ]);
    expect(await findingsOf("submitted-outside-wave", { surveys: sent("2026-03-31") })).toHaveLength(1);
  });

  it("says nothing of the first and the last day, or of an export without times", async () => {
    for (const day of ["2026-04-01", "2026-06-30T23:59:59", ""])
      expect(await findingsOf("submitted-outside-wave", { surveys: sent(day) })).toEqual([]);
  });
});

describe("answered-before-start", () => {
  it("warns of a start after the day of answering, at the start", async () => {
    const surveys = sent("2026-04-05", "2026-05-04");
    expect(await findingsOf("answered-before-start", { surveys })).toMatchObject([
      {
        code: "answered-before-start",
        severity: "warning",
        at: { file, row: 2, column: "start_date" },
        message: "start_date: 2026-05-04 is after the answer was sent, 2026-04-05",
        expected: "a day up to 2026-04-05",
      },
    ]);
  });

  it("warns of a form that was sent before it was opened", async () => {
    const surveys = sent("2026-04-06", "2026-04-05", "2026-04-07");
    expect(await findingsOf("answered-before-start", { surveys })).toMatchObject([
      { code: "sent-before-opened", at: { file, row: 2, column: "@started" } },
    ]);
  });

  it("says nothing of the day of starting itself, or of a form finished days later", async () => {
    expect(await findingsOf("answered-before-start", { surveys: sent("2026-04-05") })).toEqual([]);
    expect(await findingsOf("answered-before-start", { surveys: sent("2026-04-30") })).toEqual([]);
  });
});

describe("waves-out-of-order", () => {
  const twoWaves = (first: string, second: string, otherStart = "2026-04-05") => ({
    "A arrival": [header, ["AB12", "2026-04-05", "", first]],
    "A month3": [header, ["CD34", "2026-04-05", "", "2026-07-09"], ["ab 12", otherStart, "", second]],
  });

  it("warns of a later wave answered first, naming both places and never the code", async () => {
    const found = await findingsOf("waves-out-of-order", { surveys: twoWaves("2026-05-02", "2026-05-01") });
    expect(found).toMatchObject([
      {
        code: "later-wave-first",
        severity: "warning",
        at: { file: "survey/A-month3.csv", row: 3, column: "@submitted" },
        message: `sent on 2026-05-01, before the same link code answered the earlier wave on 2026-05-02 (${file} row 2)`,
        trust: "A",
        wave: "month3",
      },
    ]);
    expect(JSON.stringify(found)).not.toMatch(/AB12|ab 12/);
  });

  it("warns of one code with two days of starting", async () => {
    const surveys = twoWaves("2026-05-02", "2026-07-10", "2026-04-06");
    expect(await findingsOf("waves-out-of-order", { surveys })).toMatchObject([
      {
        code: "start-differs",
        at: { row: 3, column: "start_date" },
        message: `start_date: 2026-04-06, but 2026-04-05 on the answer with the same link code (${file} row 2)`,
      },
    ]);
  });

  it("says nothing of the same day, of other people, or of a code that stands twice at a wave", async () => {
    expect(await findingsOf("waves-out-of-order", { surveys: twoWaves("2026-07-10", "2026-07-10") })).toEqual(
      [],
    );
    const twice = twoWaves("2026-05-02", "2026-05-01");
    const doubled = {
      ...twice,
      "A arrival": [...twice["A arrival"], ["AB12", "2026-04-05", "", "2026-05-03"]],
    };
    expect(await findingsOf("waves-out-of-order", { surveys: doubled })).toEqual([]);
  });
});

describe("waves-overlap", () => {
  const waves = (from: string, to: string) => [
    { id: "arrival", label: "Arrival", from: "2026-04-01", to: "2026-06-30" },
    { id: "month3", label: "Month 3", from, to },
  ];

  it("notes waves that follow each other with days in common, and warns of one within the other", async () => {
    expect(await findingsOf("waves-overlap", {}, { waves: waves("2026-06-30", "2026-09-30") })).toMatchObject(
      [
        {
          severity: "note",
          message:
            "waves arrival and month3: both open 2026-06-30 to 2026-06-30; an answer of these days may be of either",
        },
      ],
    );
    expect(await findingsOf("waves-overlap", {}, { waves: waves("2026-05-01", "2026-06-30") })).toMatchObject(
      [{ severity: "warning", found: "2026-05-01 to 2026-06-30" }],
    );
  });

  it("says nothing of waves on days of their own, or of cohorts side by side", async () => {
    expect(await findingsOf("waves-overlap", {}, { waves: waves("2026-07-01", "2026-09-30") })).toEqual([]);
    const cohorts = { waves: waves("2026-04-01", "2026-06-30"), design: "before-after-cohorts" as const };
    expect(await findingsOf("waves-overlap", {}, cohorts)).toEqual([]);
  });
});

describe("answered-before-intake", () => {
  const hr = [
    ["trust", "doctor", "start_date", "end_date", "appraisal_due", "appraisal_done"],
    ["A", "1", "2026-04-10", "", "yes", "no"],
    ["A", "2", "2026-04-07", "", "yes", "no"],
  ];

  it("warns of an answer before the first doctor of the Trust started", async () => {
    expect(await findingsOf("answered-before-intake", { surveys: sent("2026-04-06"), hr })).toMatchObject([
      {
        severity: "warning",
        at: { file, row: 2, column: "@submitted" },
        message:
          "sent on 2026-04-06, before the first doctor of Trust A started (2026-04-07 by the HR extract)",
      },
    ]);
  });

  it("says nothing from that day on, of a Trust without HR rows, or without an extract", async () => {
    expect(await findingsOf("answered-before-intake", { surveys: sent("2026-04-07"), hr })).toEqual([]);
    expect(await findingsOf("answered-before-intake", { surveys: sent("2026-04-01") })).toEqual([]);
    const other = { "B arrival": sent("2026-04-01")["A arrival"] };
    expect(await findingsOf("answered-before-intake", { surveys: other, hr })).toEqual([]);
  });
});
