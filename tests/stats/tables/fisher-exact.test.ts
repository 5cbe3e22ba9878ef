import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Alternative } from "../../../src/stats/alternative.js";
import { countsGivenMargins } from "../../../src/stats/tables/counts-given-margins.js";
import { fisherExactTest } from "../../../src/stats/tables/fisher-exact.js";
import type { FisherExactResult, TwoByTwo } from "../../../src/stats/tables/fisher-exact.js";
import { tablesChecks } from "../../../src/verify/checks/tables.js";
import { testAgainstReference } from "../reference.js";

const cell = fc.integer({ min: 0, max: 12 });
const fewer = fc.integer({ min: 0, max: 3 });
const tableOf = (count: fc.Arbitrary<number>): fc.Arbitrary<TwoByTwo> =>
  fc
    .tuple(fc.tuple(count, count), fc.tuple(count, count))
    .filter(([[a, b], [c, d]]) => a + b > 0 && c + d > 0 && a + c > 0 && b + d > 0);
const table = tableOf(cell);
const few = { numRuns: 100 };
const test = (counts: TwoByTwo, alternative: Alternative = "two-sided", level = 0.95) =>
  fisherExactTest(counts, { alternative, level }) as FisherExactResult;
const marginsOf = ([[a, b], [c, d]]: TwoByTwo) => ({ row: a + b, column: a + c, n: a + b + c + d });

describe("Fisher's exact test, 2 x 2", () => {
  testAgainstReference(
    tablesChecks.filter(({ id }) => id === "fisher-exact"),
    { "fisher-exact": 1e-12 },
  );

  it("turning the table round changes nothing, exchanging rows turns the odds ratio over", () => {
    const holds = (counts: TwoByTwo) => {
      const [[a, b], [c, d]] = counts;
      const one = test(counts);
      const turned = test([
        [a, c],
        [b, d],
      ]);
      const exchanged = test([
        [c, d],
        [a, b],
      ]);
      expect(turned.pValue).toBeCloseTo(one.pValue, 13);
      expect(exchanged.pValue).toBeCloseTo(one.pValue, 13);
      if (typeof one.estimate === "number" && one.estimate > 0)
        expect((exchanged.estimate as number) * one.estimate).toBeCloseTo(1, 10);
      else expect(exchanged.estimate).toBe(one.estimate === 0 ? "unbounded" : 0);
      if (one.low > 0) expect((exchanged.high as number) * one.low).toBeCloseTo(1, 10);
      else expect(exchanged.high).toBe("unbounded");
    };
    fc.assert(fc.property(table, holds), few);
  });

  it("at each limit the one-sided probability is half the error, and at the estimate the mean is the count seen", () => {
    const holds = (counts: TwoByTwo) => {
      const seen = counts[0][0];
      const share = (oddsRatio: number, isIn: (count: number) => boolean) => {
        const { least, weights } = countsGivenMargins(marginsOf(counts), Math.log(oddsRatio));
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        return weights.reduce((sum, weight, i) => sum + (isIn(least + i) ? weight : 0), 0) / total;
      };
      const { low, high, estimate } = test(counts);
      if (low > 0) expect(share(low, (count) => count >= seen)).toBeCloseTo(0.025, 13);
      if (high !== "unbounded") expect(share(high, (count) => count <= seen)).toBeCloseTo(0.025, 13);
      if (estimate === "unbounded" || estimate === 0) return;
      expect(low).toBeLessThan(estimate);
      if (high !== "unbounded") expect(high).toBeGreaterThan(estimate);
    };
    fc.assert(fc.property(table, holds), few);
  });

  it("p-values are those of a count of every way to choose the first row", () => {
    const small = tableOf(fewer);
    const holds = (counts: TwoByTwo) => {
      const { row, column, n } = marginsOf(counts);
      const ways = new Map<number, number>();
      for (let chosen = 0; chosen < 2 ** n; chosen += 1) {
        const people = [...Array(n).keys()].filter((person) => (chosen >> person) & 1);
        if (people.length !== row) continue;
        const first = people.filter((person) => person < column).length;
        ways.set(first, (ways.get(first) ?? 0) + 1);
      }
      const seen = counts[0][0];
      const all = [...ways.values()].reduce((sum, way) => sum + way, 0);
      const chance = (isIn: (count: number, way: number) => boolean) =>
        [...ways].reduce((sum, [count, way]) => sum + (isIn(count, way) ? way : 0), 0) / all;
      expect(test(counts).pValue).toBeCloseTo(
        chance((_, way) => way <= ways.get(seen)!),
        13,
      );
      expect(test(counts, "greater").pValue).toBeCloseTo(
        chance((count) => count >= seen),
        13,
      );
      expect(test(counts, "less").pValue).toBeCloseTo(
        chance((count) => count <= seen),
        13,
      );
    };
    fc.assert(fc.property(small, holds), { numRuns: 20 });
  });

  it("a one-sided limit is the equal-tailed limit at twice the error", () => {
    const counts: TwoByTwo = [
      [2, 10],
      [15, 3],
    ];
    expect(test(counts, "greater", 0.95).low).toBeCloseTo(test(counts, "two-sided", 0.9).low, 14);
    expect(test(counts, "greater").limits).toBe("lower only");
    expect(test(counts, "less").limits).toBe("upper only");
  });

  it("an empty cell leaves one limit, and says which", () => {
    expect(test([[4, 0], [0, 4]])).toMatchObject({ estimate: "unbounded", high: "unbounded", limits: "lower only" }); // prettier-ignore
    expect(test([[0, 4], [4, 0]])).toMatchObject({ estimate: 0, low: 0, limits: "upper only" }); // prettier-ignore
    expect(test([[0, 4], [4, 0]], "greater")).toMatchObject({ low: 0, high: "unbounded", limits: "none" }); // prettier-ignore
  });

  it("p is exactly 1 when no table is likelier to be passed over", () => {
    expect(test([[5, 5], [5, 5]]).pValue).toBe(1); // prettier-ignore
    expect(test([[1, 1], [1, 1]]).pValue).toBe(1); // prettier-ignore
  });

  it("thousands of people with a tiny p-value are no matter", () => {
    // fisher.test of R 4.2.2, whose odds ratio and limits are good to 4 or 5 digits
    const first = test([[1000, 2000], [3000, 4000]]); // prettier-ignore
    expect(first.pValue / 3.16077572282901e-19).toBeCloseTo(1, 10);
    expect(first.estimate).toBeCloseTo(0.6667, 4);
    expect(first.low).toBeCloseTo(0.60892, 4);
    expect(first.high).toBeCloseTo(0.72971, 4);
    const second = test([[700, 1500], [2000, 2000]]); // prettier-ignore
    expect(second.pValue / 5.01123869687653e-44).toBeCloseTo(1, 10);
    expect(second.low).toBeCloseTo(0.41776, 4);
    expect(second.high).toBeCloseTo(0.52116, 4);
  });

  it("at each limit the count seen has half the error, among ten thousand as among ten", () => {
    const margins = { row: 3000, column: 4000, n: 10_000 };
    const { low } = test([[1000, 2000], [3000, 4000]]); // prettier-ignore
    const { least, weights } = countsGivenMargins(margins, Math.log(low));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const tail = weights.slice(1000 - least).reduce((sum, weight) => sum + weight, 0);
    expect(tail / total).toBeCloseTo(0.025, 12);
  });

  it("a p-value too small for a double is 0", () => {
    expect(test([[1e5, 2e5], [3e5, 4e5]]).pValue).toBe(0); // prettier-ignore
  });

  it("more people than can be summed over are refused with the reason", () => {
    expect(fisherExactTest([[1e9, 2e9], [3e9, 4e9]])).toMatchObject({ kind: "unavailable", reason: "more than 100 million people, too many for an exact test" }); // prettier-ignore
  });

  it("bad input is refused by name", () => {
    expect(() => test([[1, 2], [3, 0.5]])).toThrow("fisherExactTest: table[1][1]: expected a whole number"); // prettier-ignore
    expect(() => test([[1, 2], [3, 4]], "two-sided", 1)).toThrow("fisherExactTest: level"); // prettier-ignore
    expect(() => test([[1, 2, 3], [3, 4, 5]] as never)).toThrow("fisherExactTest: table[0]"); // prettier-ignore
  });
});
