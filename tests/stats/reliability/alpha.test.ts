import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cronbachAlpha } from "../../../src/stats/reliability/alpha.js";
import { itemAnalysis } from "../../../src/stats/reliability/item-analysis.js";
import { reliabilityChecks } from "../../../src/verify/checks/reliability.js";
import { testAgainstReference } from "../reference.js";

testAgainstReference(reliabilityChecks, {
  "cronbach-alpha": 1e-13,
  "item-analysis": 1e-13,
  "bootstrap-alpha": 1e-12,
  "omega-total": 1e-12,
});

const people = fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 4, maxLength: 4 }), {
  minLength: 3,
  maxLength: 30,
});
const few = { numRuns: 100 };
const answers = [
  [4, 3, 5, 2, 4, 3],
  [5, 3, 5, 2, 4, 4],
  [4, 2, 5, 3, 4, 3],
];

function turn(rows: readonly (readonly number[])[]): number[][] {
  return rows[0]!.map((_, item) => rows.map((row) => row[item]!));
}

function analysisOf(items: readonly ArrayLike<number>[]) {
  const analysis = itemAnalysis(items);
  if (analysis.kind === "unavailable") throw new Error(analysis.reason);
  return analysis;
}

describe("cronbachAlpha", () => {
  it("turning the whole scale round, stretching it or moving it far away leaves alpha", () => {
    const { alpha } = analysisOf(answers);
    const moved = answers.map((item) => item.map((answer) => 1e9 - 10 * answer));
    expect(analysisOf(moved).alpha.low).toBeCloseTo(alpha.low, 12);
  });

  it("the order of people and of items does not matter, nor does the kind of column", () => {
    const reversed = answers.map((item) => Int8Array.from(item).reverse()).reverse();
    expect(cronbachAlpha(reversed)).toEqual(cronbachAlpha(answers));
  });

  it("the same answers to every item have alpha 1 and no width", () => {
    const { estimate, low, high } = analysisOf([answers[0]!, answers[0]!, answers[0]!]).alpha;
    expect([estimate, low, high]).toEqual([1, 1, 1]);
  });

  it("more people than fit in one block are all counted", () => {
    const long = answers.map((item) =>
      Float64Array.from({ length: 6 * 500 }, (_, index) => item[index % 6]!),
    );
    const { alpha, n } = analysisOf(long);
    expect(n).toBe(3000);
    expect(alpha.estimate).toBeCloseTo(analysisOf(answers).alpha.estimate, 12);
  });

  it("items that pull against each other carry a caution", () => {
    expect(cronbachAlpha([answers[0]!, answers[1]!.map((answer) => 6 - answer), answers[2]!])).toMatchObject({
      estimate: expect.any(Number) as number,
      caution: "items disagree: check reverse-keyed items",
    });
    expect(cronbachAlpha(answers)).not.toHaveProperty("caution");
  });

  it("is unavailable when there is too little, or everyone has the same total", () => {
    const reason = (items: readonly number[][]) => cronbachAlpha(items);
    expect(reason([])).toEqual({ kind: "unavailable", reason: "a scale of fewer than 2 items" });
    expect(reason([[1, 2]])).toEqual({ kind: "unavailable", reason: "a scale of fewer than 2 items" });
    const fewer = { kind: "unavailable", reason: "fewer than 2 people answered every item" };
    expect([reason([[], []]), reason([[1], [2]])]).toEqual([fewer, fewer]);
    const same = { kind: "unavailable", reason: "everyone has the same total" };
    expect(reason([[1, 2, 3], [3, 2, 1]])).toEqual(same); // prettier-ignore
    expect(reason([[0.1, 0.2, 0.3], [0.3, 0.2, 0.1]])).toEqual(same); // prettier-ignore
    expect(reason([[2, 2], [4, 4]])).toEqual(same); // prettier-ignore
  });

  it("ragged columns, values that are no numbers and levels are refused by name", () => {
    expect(() => cronbachAlpha([[1, 2], [2]])).toThrow(
      "cronbachAlpha: items[1]: expected 2 values, one for each of the other list, got 1",
    );
    expect(() => itemAnalysis([[1, 2], [2, NaN]])).toThrow("itemAnalysis: items[1][1]: expected a finite number, got NaN"); // prettier-ignore
    expect(() => cronbachAlpha(answers, 1)).toThrow(
      "cronbachAlpha: level: expected more than 0 and less than 1, got 1",
    );
  });
});

describe("itemAnalysis", () => {
  it("alpha if an item is deleted is alpha of the others, for any answers", () => {
    const agrees = (rows: number[][]) => {
      const items = turn(rows);
      const analysis = itemAnalysis(items);
      if (analysis.kind === "unavailable") return;
      expect(analysis.alpha).toEqual(cronbachAlpha(items));
      analysis.items.forEach(({ alphaIfDeleted }, item) => {
        const others = cronbachAlpha(items.filter((_, other) => other !== item));
        if (others.kind === "unavailable") expect(alphaIfDeleted).toEqual(others);
        else expect(alphaIfDeleted).toBeCloseTo(others.estimate, 10);
      });
    };
    fc.assert(fc.property(people, agrees), few);
  });

  it("no field is ever NaN or infinite", () => {
    const isFinite = (rows: number[][]) => !/null/.test(JSON.stringify(itemAnalysis(turn(rows))));
    fc.assert(fc.property(people, isFinite), few);
  });

  it("the mean correlation gives the standardised alpha by the Spearman-Brown formula", () => {
    const { standardisedAlpha, meanInterItemCorrelation } = analysisOf(answers);
    const r = meanInterItemCorrelation as number;
    expect(standardisedAlpha).toBeCloseTo((3 * r) / (1 + 2 * r), 12);
  });

  it("an item everyone answers alike has no correlation, and leaves the others theirs", () => {
    const { alpha, standardisedAlpha, items } = analysisOf([...answers, [0.1, 0.1, 0.1, 0.1, 0.1, 0.1]]);
    expect(alpha.estimate).toBeCloseTo((4 / 3) * (2 / 3) * analysisOf(answers).alpha.estimate, 12);
    expect(standardisedAlpha).toEqual({
      kind: "unavailable",
      reason: "everyone gave the same answer to one of the items",
    });
    expect(items[3]).toMatchObject({
      standardDeviation: 0,
      correctedItemTotalCorrelation: {
        kind: "unavailable",
        reason: "everyone gave the same answer to this item",
      },
    });
    expect(items[0]!.correctedItemTotalCorrelation).toBeCloseTo(
      analysisOf(answers).items[0]!.correctedItemTotalCorrelation as number,
      12,
    );
  });

  it("of two items, neither has an alpha without it", () => {
    expect(analysisOf(answers.slice(0, 2)).items[0]).toMatchObject({
      alphaIfDeleted: { kind: "unavailable", reason: "a scale of fewer than 2 items" },
    });
  });
});
