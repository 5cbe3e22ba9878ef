import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cochranArmitageExactTest } from "../../../src/stats/tables/cochran-armitage-exact.js";
import { cochranArmitageTest } from "../../../src/stats/tables/cochran-armitage.js";
import { fisherExactTest } from "../../../src/stats/tables/fisher-exact.js";
import { tablesChecks } from "../../../src/verify/checks/tables.js";
import { testAgainstReference } from "../reference.js";

const group = fc
  .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }))
  .map(([a, b]) => ({ successes: Math.min(a, b), n: Math.max(a, b) }));
const groups = fc.array(group, { minLength: 2, maxLength: 3 });
const few = { numRuns: 100 };

describe("the Cochran-Armitage test for trend", () => {
  testAgainstReference(
    tablesChecks.filter(({ id }) => id.startsWith("cochran-armitage")),
    { "cochran-armitage": 1e-12, "cochran-armitage-exact": 1e-13 },
  );

  it("exact p-values are those of a count of every way to choose the successes", () => {
    const holds = (counts: { successes: number; n: number }[]) => {
      const result = cochranArmitageExactTest(counts);
      if (result.kind === "unavailable") return;
      const scores = counts.flatMap(({ n }, index) => new Array<number>(n).fill(index + 1));
      const chosen = counts.reduce((sum, { successes }) => sum + successes, 0);
      const sums: number[] = [];
      for (let choice = 0; choice < 2 ** scores.length; choice += 1) {
        const picked = scores.filter((_, person) => (choice >> person) & 1);
        if (picked.length === chosen) sums.push(picked.reduce((sum, score) => sum + score, 0));
      }
      const mean = sums.reduce((sum, one) => sum + one, 0) / sums.length;
      const share = (isIn: (sum: number) => boolean) => sums.filter(isIn).length / sums.length;
      const far = Math.abs(result.statistic - mean) - 1e-9;
      expect(result.expected).toBeCloseTo(mean, 10);
      expect(result.pValue).toBeCloseTo(
        share((sum) => Math.abs(sum - mean) >= far),
        12,
      );
      expect(result.pValueGreater).toBeCloseTo(
        share((sum) => sum >= result.statistic),
        12,
      );
      expect(result.pValueLess).toBeCloseTo(
        share((sum) => sum <= result.statistic),
        12,
      );
    };
    fc.assert(fc.property(groups, holds), { numRuns: 40 });
  });

  it("scores may be shifted and stretched, and turned round with the groups", () => {
    const holds = (counts: { successes: number; n: number }[]) => {
      const plain = cochranArmitageTest(counts);
      const moved = cochranArmitageTest(counts, counts.map((_, index) => 7 + 0.3 * index)); // prettier-ignore
      const turned = cochranArmitageTest([...counts].reverse());
      expect([moved.kind, turned.kind]).toEqual([plain.kind, plain.kind]);
      if (plain.kind === "unavailable" || moved.kind === "unavailable" || turned.kind === "unavailable")
        return;
      expect(moved.z).toBeCloseTo(plain.z, 10);
      expect(moved.slope * 0.3).toBeCloseTo(plain.slope, 10);
      expect(turned.z).toBeCloseTo(-plain.z, 10);
      const exact = [cochranArmitageExactTest(counts), cochranArmitageExactTest(counts, counts.map((_, i) => 7 + 0.3 * i))]; // prettier-ignore
      if (exact[0]!.kind === "unavailable" || exact[1]!.kind === "unavailable")
        throw new Error("unavailable");
      expect(exact[1]!.pValue).toBeCloseTo(exact[0]!.pValue, 12);
    };
    fc.assert(fc.property(groups, holds), few);
  });

  it("with two groups the one-sided exact p-value is Fisher's", () => {
    const trend = cochranArmitageExactTest([{ successes: 1, n: 6 }, { successes: 5, n: 7 }]); // prettier-ignore
    const fisher = fisherExactTest([[5, 2], [1, 5]], { alternative: "greater" }); // prettier-ignore
    if (trend.kind === "unavailable" || fisher.kind === "unavailable") throw new Error("unavailable");
    expect(trend.pValueGreater).toBeCloseTo(fisher.pValue, 14);
  });

  it("says what cannot be tested, and what was left out", () => {
    const none = { successes: 0, n: 0 };
    const some = { successes: 1, n: 3 };
    const reasonOf = (result: object) => (result as { reason?: string }).reason;
    expect(reasonOf(cochranArmitageTest([some, none]))).toBe("fewer than two groups hold anyone");
    expect(reasonOf(cochranArmitageTest([some, some], [2, 2]))).toBe("all groups have the same score");
    expect(reasonOf(cochranArmitageExactTest([{ successes: 0, n: 3 }, { successes: 0, n: 2 }]))).toBe("everyone answers alike"); // prettier-ignore
    expect(cochranArmitageTest([some, none, { successes: 2, n: 2 }])).toMatchObject({ droppedGroups: [1], scores: [1, 2, 3] }); // prettier-ignore
    const many = Array.from({ length: 6 }, (_, index) => ({ successes: 190 + index, n: 400 }));
    expect(reasonOf(cochranArmitageExactTest(many))).toBe(
      "too many ways to share out the successes for an exact test",
    );
  });

  it("bad input is refused by name", () => {
    const some = { successes: 1, n: 3 };
    expect(() => cochranArmitageTest([some, { successes: 4, n: 3 }])).toThrow("cochranArmitageTest: groups[1]: successes: expected a whole number, 0 to 3, got 4"); // prettier-ignore
    expect(() => cochranArmitageExactTest([some, some], [1])).toThrow("cochranArmitageExactTest: scores: expected 2 values"); // prettier-ignore
    expect(() => cochranArmitageTest([some, some], [1, NaN])).toThrow("cochranArmitageTest: scores[1]");
    expect(() => cochranArmitageTest([some, { successes: 0, n: -1 }])).toThrow("groups[1]: n");
  });
});
