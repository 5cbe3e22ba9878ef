import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { imgTime, other, staff } from "../costs/fixture.js";
import { codes, kindsOf, payroll, release } from "./four-trusts.js";

interface Study {
  readonly name: string;
  readonly lines: readonly {
    readonly trust: string;
    readonly component: string;
    readonly category: string;
    readonly pounds: number;
  }[];
  /** What one Trust tells of another from sums that are each safe by themselves: the sets of them that together tell it. */
  readonly tells: readonly { readonly from: readonly (readonly string[])[] }[];
}

const file = new URL("../reference/attack-costs.json", import.meta.url);
const { studies } = JSON.parse(readFileSync(file, "utf8")) as { studies: readonly Study[] };

/** What the gate shows of a study's lines, all of them other costs. */
function releaseOf({ lines }: Study) {
  return release((index) => ({
    other: lines
      .filter(({ trust }) => trust === codes[index])
      .map(({ component, category, pounds }) => other({ component, category, amountPence: 100 * pounds })),
  }));
}

describe("what tests/reference/attack-costs.py learns of one Trust from several costs", () => {
  it("is something in six of its studies", () => {
    expect(studies.filter(({ tells }) => tells.length > 0)).toHaveLength(6);
  });

  for (const study of studies)
    it(`is told by no release: ${study.name}`, () => {
      const results = releaseOf(study);
      const shown = new Set(results.flatMap(({ kind, id }) => (kind === "estimate" ? [id] : [])));
      const sets = study.tells.flatMap(({ from }) => from);
      expect(sets.filter((ids) => ids.every((id) => shown.has(id)))).toEqual([]);
    });

  it("is held back alike in whatever order the rows of the returns stand", () => {
    const kinds = (study: Study) => new Map(releaseOf(study).map(({ id, kind }) => [id, kind]));
    for (const study of studies)
      expect(kinds({ ...study, lines: [...study.lines].reverse() }), study.name).toEqual(kinds(study));
  });

  it("holds nothing back where nothing is told", () => {
    const results = releaseOf(studies.find(({ name }) => name === "all alike")!);
    const parts = results.filter(({ id }) => /^cost\/(category|strand|component)\/.*\/pooled$/.test(id));
    expect(parts.filter(({ kind }) => kind !== "estimate")).toEqual([]);
  });
});

it("what one Trust spent in two cells is not told by a component less another category, as in one cell", () => {
  // Trust D alone spends 120,000 pounds on PRO-01 beside its premises; each half by itself could be all of it.
  const ofD = {
    "one cell": [["overhead", 120_000]],
    "two cells": [
      ["overhead", 60_000],
      ["catering", 60_000],
    ],
  } as const;
  for (const [name, lines] of Object.entries(ofD)) {
    const results = release((index) => {
      const more = 700 * index;
      const line = (component: string, category: string, pounds: number) =>
        other({ component, category, amountPence: 100 * pounds });
      return {
        other: [
          line("PRO-01", "premises", 40_000 + more),
          line("PROGRAMME", "overhead", 60_000 + more),
          line("PROGRAMME", "catering", 50_000 + more),
          line("ENB-01", "overhead", 30_000 + more),
          line("ENB-01", "catering", 40_000 + more),
          ...(index === 3 ? lines.map(([category, pounds]) => line("PRO-01", category, pounds)) : []),
        ],
      };
    });
    const shown = kindsOf(results, ["cost/category/premises/pooled", "cost/component/pro-01/pooled"]);
    expect(shown.filter((one) => one.endsWith(" estimate")).length, name).toBeLessThan(2);
  }
});

it("of what two Trusts spent, each knows its own part", () => {
  // 60,000 and 50,000 pounds: the sum is far from either, but not for the one who takes its own away.
  const shownWhere = (third: number) => {
    const results = release((index) => {
      const line = (component: string, category: string, pounds: number) =>
        other({ component, category, amountPence: 100 * pounds });
      const ofPart = [third, third, 50_000, 60_000][index]!;
      return {
        other: [
          line("PRO-01", "premises", 40_000 + 700 * index),
          line("PROGRAMME", "overhead", 60_000 + 700 * index),
          ...(ofPart === 0 ? [] : [line("PRO-01", "overhead", ofPart)]),
        ],
      };
    });
    const shown = kindsOf(results, ["cost/category/premises/pooled", "cost/component/pro-01/pooled"]);
    return shown.filter((one) => one.endsWith(" estimate")).length;
  };
  expect(shownWhere(0)).toBeLessThan(2);
  expect(shownWhere(30_000)).toBe(2);
});

it("one person's pay is not a component less its other categories, though every Trust agreed", () => {
  const partsShown = (people: number) => {
    const results = release(
      (index) => ({
        supernumerary: [imgTime({ imgs: 20, hoursEach: 400 + index })],
        staff: [
          staff({ hours: 3000 + index }),
          ...(index === 3 ? [staff({ component: "PRO-01", hours: 1500, people, ownRate: payroll })] : []),
        ],
        other: [other({ amountPence: 5_000_000 + 10_000 * index })],
      }),
      {},
      codes,
    );
    return kindsOf(results, ["cost/category/premises/pooled", "cost/component/pro-01/pooled"]).filter((one) =>
      one.endsWith(" estimate"),
    ).length;
  };
  expect(partsShown(1)).toBeLessThan(2);
  expect(partsShown(3)).toBe(2);
});

it("one person's pay is not told by all that a Trust spent, though no part of it is shown", () => {
  const shownOfLast = (people: number) => {
    const results = release(
      (index) => ({
        staff: [
          index === 3
            ? staff({ hours: 1500, people, ownRate: payroll })
            : staff({ hours: 3000 + index, people: 5 }),
        ],
        other: [other({ amountPence: index === 3 ? 200_000 : 2_000_000 + 10_000 * index })],
      }),
      {},
      codes,
    );
    return results
      .filter(({ id, kind }) => id.endsWith("/trust-d") && kind === "estimate")
      .map(({ id }) => id);
  };
  expect(shownOfLast(1)).toEqual([]);
  expect(shownOfLast(3)).toContain("cost/per-img/inducted/with-supernumerary/trust-d");
});
