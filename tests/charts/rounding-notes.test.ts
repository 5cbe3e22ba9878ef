import { describe, expect, it } from "vitest";
import { joinedNotes, percentNotes } from "../../src/charts/rounding-notes.js";
import type { ShownSlice } from "../../src/charts/shown-slices.js";
import { estimate, makeStudy, suppressed } from "./fixture.js";

const study = makeStudy();
const all = study.trusts.map(({ code }) => code);

/** A percentage rounded to a step. */
function share(trusts: readonly string[], precision: number, group?: string) {
  const of = group === undefined ? {} : { group: { variable: "grade", level: group } };
  return estimate("item/a/b/c/d", 0.5, { precision, subject: { trusts, ...of } });
}

describe("what percentages of a table are rounded to", () => {
  it("is told by Trust and over all Trusts, each step once, the finest first", () => {
    expect(
      percentNotes([share(["C"], 0.1), share(["D"], 0.05), share(["E"], 0.1), share(all, 0.01)], study),
    ).toEqual([
      "Percentages by Trust are rounded to the nearest 5% or 10%, those over all Trusts to the nearest 1%.",
    ]);
  });

  it("is told by subgroup", () => {
    expect(percentNotes([share(all, 0.2, "Registrar"), share(all, 0.05, "Other")], study)).toEqual([
      "Percentages are rounded to the nearest 5% or 20%.",
    ]);
    expect(percentNotes([share(all, 0.2, "Registrar"), share(all, 0.02)], study)).toEqual([
      "Percentages by subgroup are rounded to the nearest 20%, those over all Trusts to the nearest 2%.",
    ]);
  });

  it("is told of numbers that are shown alone, and of percentages alone", () => {
    expect(percentNotes([suppressed(share(["C"], 0.1)), undefined], study)).toEqual([]);
    expect(percentNotes([{ ...share(["C"], 5), unit: "people" }], study)).toEqual([]);
  });
});

it("Trusts that are shown as one are told, and no others", () => {
  const slice = (trusts: readonly string[], name: string): ShownSlice => ({
    slug: "x",
    trusts,
    name,
    label: name,
  });
  const whole = slice(all, "all Trusts");
  expect(joinedNotes([slice(["A", "B"], "Trusts A and B"), slice(["C"], "Trust C"), whole], study)).toEqual([
    "Shown together to protect people: Trusts A and B.",
  ]);
  expect(joinedNotes([slice(["C"], "Trust C"), whole], study)).toEqual([]);
});
