import { describe, expect, it } from "vitest";
import { labelledLines } from "../../src/charts/lines.js";
import { renderChart } from "../../src/charts/render.js";
import { placeRows } from "../../src/charts/rows.js";
import { groupsWithNumbers, placeOf, shownGroups, wholeStudy } from "../../src/charts/shown-slices.js";
import { costUnit, inSentence, listWords, spread, writeSpan } from "../../src/charts/wording.js";
import { makeReleased, makeStudy, suppressed } from "./fixture.js";

const text = {
  id: "sample",
  title: "A title",
  description: "A description.",
  notes: [],
  scale: 1,
} as const;

describe("placeRows", () => {
  it("stacks rows without a gap or an overlap, and makes room for long labels and headings", () => {
    const long = "A label so long that it needs a second line";
    const groups = [
      { heading: "First", rows: [{ label: "a", data: 1 }, { label: long, data: 2 }] },
      { heading: null, rows: [{ label: "b", data: 3 }] },
    ]; // prettier-ignore
    const { rows, height } = placeRows(groups, { row: 30, label: 200, gap: 10 });
    expect(rows.map((row) => row.data)).toEqual([1, 2, 3]);
    expect(rows.map((row) => row.bottom - row.top)).toEqual([30, 40, 30]);
    expect(rows[0]!.top).toBe(24);
    expect(rows[1]!.top).toBe(rows[0]!.bottom);
    expect(rows[2]!.top).toBe(rows[1]!.bottom + 10);
    expect(height).toBe(rows[2]!.bottom);
  });
});

describe("labelledLines", () => {
  const axes = {
    x: { title: "x", domain: [0, 10], values: [0, 5, 10] },
    y: { title: "y", domain: [0, 1], format: ".0%" },
    height: 200,
  } as const;
  const line = (name: string, y: number) => ({ name, points: [{ x: 0, y: 0 }, { x: 10, y }] }); // prettier-ignore

  it("keeps names apart when lines end together", async () => {
    const lines = ["one", "two", "three"].map((name) => line(name, 0.9));
    const { svg } = await renderChart(labelledLines(lines, axes), text);
    const heights = ["one", "two", "three"].map((name) =>
      Number(new RegExp(`translate\\([\\d.]+,([\\d.]+)\\)"[^>]*>${name}<`).exec(svg)?.[1]),
    );
    expect(heights[1]! - heights[0]!).toBeGreaterThanOrEqual(16);
    expect(heights[2]! - heights[1]!).toBeGreaterThanOrEqual(16);
  });

  it("gives each of eight lines a look of its own", async () => {
    const lines = Array.from({ length: 8 }, (_, index) => line(`line ${index}`, index / 8));
    const { svg } = await renderChart(labelledLines(lines, axes), text);
    const looks = [...svg.matchAll(/stroke="(#\w+)" stroke-width="3" stroke-dasharray="([\d,]+)"/g)];
    expect(looks).toHaveLength(8);
    expect(new Set(looks.map((look) => `${look[1]} ${look[2]}`)).size).toBe(8);
  });
});

describe("the groups of a release", () => {
  const study = makeStudy();
  const released = makeReleased();

  it("stand in the study's order, with names for a label and for a sentence", () => {
    expect(shownGroups(released, study).map((group) => group.name)).toEqual([
      "Trusts A and B",
      "Trust C",
      "Trust D",
      "Trust E",
      "Trust F",
    ]);
    expect(wholeStudy(study)).toEqual({
      slug: "pooled",
      trusts: [..."ABCDEF"],
      name: "all Trusts",
      label: "All Trusts",
    });
    expect(placeOf(study)).toBe("6 Trusts");
  });

  it("are none when all are joined or there is one Trust", () => {
    expect(shownGroups({ ...released, groups: [[..."ABCDEF"]] }, study)).toEqual([]);
    expect(shownGroups({ ...released, groups: [["A"]] }, makeStudy("A"))).toEqual([]);
    expect(wholeStudy(makeStudy("A"))).toMatchObject({ slug: "trust-a", name: "Trust A", label: "Trust A" });
    expect(placeOf(makeStudy("A"))).toBe("Trust A");
  });

  it("are split by whether any number of theirs is shown", () => {
    const results = released.results.map((one) => (one.id.endsWith("/trust-e") ? suppressed(one) : one));
    const { shown, held } = groupsWithNumbers({ ...released, results }, study, "cost/");
    expect(held.map((group) => group.slug)).toEqual(["trust-e"]);
    expect(shown).toHaveLength(4);
  });
});

describe("wording", () => {
  it("lists, spreads and dates as a sentence has them", () => {
    expect([[], ["A"], ["A", "B"], ["A", "B", "C"]].map(listWords)).toEqual([
      "",
      "A",
      "A and B",
      "A, B and C",
    ]);
    expect(spread([{ value: 9, text: "9%" }, { value: 10, text: "10%" }])).toBe("9% to 10%"); // prettier-ignore
    expect(spread([{ value: 9, text: "9%" }])).toBe("9%");
    expect(writeSpan({ from: "2026-04-01", to: "2026-06-30" })).toBe("1 April to 30 June 2026");
    expect(writeSpan({ from: "2026-12-15", to: "2027-01-31" })).toBe("15 December 2026 to 31 January 2027");
    expect(writeSpan({ from: "2026-04-01", to: "2026-04-01" })).toBe("1 April 2026");
  });

  it("makes a label small inside a sentence, but not an abbreviation", () => {
    expect(["Month 3", "GP registration", "IMG time", "A further Trust"].map(inSentence)).toEqual([
      "month 3",
      "GP registration",
      "IMG time",
      "A further Trust",
    ]);
  });

  it("says a unit of cost in words", () => {
    expect(costUnit("GBP 2026/27 per IMG inducted")).toBe("pounds per IMG inducted, at 2026/27 prices");
    expect(costUnit("GBP 2026/27")).toBe("pounds, at 2026/27 prices");
  });
});
