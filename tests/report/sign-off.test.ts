import { describe, expect, it } from "vitest";
import { listSignOffs, saySignOff } from "../../src/report/sign-off.js";
import type { RateNote } from "../../src/report/report-input.js";

const note = (weak?: RateNote["weak"]): RateNote => ({
  key: "study_leave",
  label: "Study leave",
  value: 0,
  unit: "days/year",
  year: "2026/27",
  source: "an assumption",
  confidence: weak ? "C" : "A",
  ...(weak ? { weak } : {}),
});
const signed = note({ id: "a", signed: { by: "Finance lead", on: "2026-10-12", reason: "none is taken" } });
const unsigned = note({ id: "b", signed: null });
const texts = (sentences: ReturnType<typeof saySignOff>) =>
  sentences.map((parts) => parts.map((part) => ("text" in part ? part.text : "")).join(""));

describe("the sign-off of figures in the report", () => {
  it("calls the costing provisional until every figure is signed off", () => {
    expect(texts(saySignOff([note(), signed, unsigned]))).toEqual([
      "The costing is provisional. One figure behind it was not read at any source, and nobody has signed it off.",
    ]);
    expect(texts(saySignOff([unsigned, unsigned]))[0]).toContain("2 figures behind it were not read");
  });

  it("says that they are signed off, and by whom, when they are", () => {
    expect(texts(saySignOff([note(), signed]))[0]).toMatch(/^One figure .* signed off by name/);
    expect(texts(listSignOffs([note(), signed, unsigned]))).toEqual([
      "Study leave, 2026/27: signed off by Finance lead on 12 October 2026 (none is taken).",
      "Study leave, 2026/27: not signed off.",
    ]);
  });

  it("says nothing when every figure was read at a source", () => {
    expect(saySignOff([note()])).toEqual([]);
    expect(listSignOffs([note()])).toEqual([]);
  });
});
