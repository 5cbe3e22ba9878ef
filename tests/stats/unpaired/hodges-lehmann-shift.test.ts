import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { median } from "../../../src/stats/means/summary.js";
import {
  hodgesLehmannShift,
  hodgesLehmannShiftFromCounts,
} from "../../../src/stats/unpaired/hodges-lehmann-shift.js";
import type { HodgesLehmannShift } from "../../../src/stats/unpaired/hodges-lehmann-shift.js";
import { mannWhitneyTest } from "../../../src/stats/unpaired/mann-whitney.js";
import type { MannWhitney } from "../../../src/stats/unpaired/mann-whitney.js";
import { pairDifferences } from "../../../src/stats/unpaired/pair-differences.js";
import { countValues } from "../../../src/stats/unpaired/value-counts.js";

const few = { numRuns: 100 };
const answers = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 2, maxLength: 12 });
/** Distinct whole numbers, dealt to two groups. */
const untied = fc
  .uniqueArray(fc.integer({ min: 0, max: 10_000 }), { minLength: 8, maxLength: 18 })
  .chain((values) =>
    fc.integer({ min: 3, max: values.length - 3 }).map((n) => [values.slice(0, n), values.slice(n)] as const),
  );

describe("hodgesLehmannShift", () => {
  it("is the median of all differences, and moves and turns with the groups", () => {
    const moves = (a: number[], b: number[]) => {
      const shift = hodgesLehmannShift(a, b);
      const turned = hodgesLehmannShift(b, a);
      const moved = hodgesLehmannShift(
        a.map((value) => 2 * value),
        b.map((value) => 2 * value - 6),
      );
      if (shift.kind === "unavailable" || turned.kind === "unavailable" || moved.kind === "unavailable")
        return [shift, turned, moved].every((one) => one.kind === "unavailable");
      return (
        shift.estimate === median(a.flatMap((ours) => b.map((theirs) => ours - theirs))) &&
        shift.estimate === -turned.estimate + 0 &&
        shift.low <= shift.estimate &&
        shift.estimate <= shift.high
      );
    };
    fc.assert(fc.property(answers, answers, moves), few);
  });

  it("without ties, the interval is the shifts that the exact test does not reject", () => {
    const isDual = (
      [a, b]: readonly [readonly number[], readonly number[]],
      level: number,
      place: number,
    ) => {
      const { low, high, attainedLevel } = hodgesLehmannShift(a, b, level) as HodgesLehmannShift;
      // differences are whole numbers, so shifts by halves meet no tie
      const shift = Math.floor(low + (high - low) * place) + 0.5;
      const moved = a.map((value) => value - shift);
      const { pValue } = mannWhitneyTest(moved, b) as MannWhitney;
      const isInside = low < shift && shift < high;
      return isInside ? pValue > 1 - level - 1e-12 : attainedLevel < level || pValue <= 1 - level + 1e-12;
    };
    const place = fc.double({ min: -0.2, max: 1.2, noNaN: true });
    fc.assert(fc.property(untied, fc.constantFrom(0.8, 0.9, 0.95), place, isDual), few);
  });

  it("says what level too few values can reach", () => {
    const { attainedLevel, low, high } = hodgesLehmannShift([4, 5, 6.5], [1, 2, 3.2]) as HodgesLehmannShift;
    expect(attainedLevel).toBeCloseTo(0.9, 14);
    expect([low, high]).toEqual([4 - 3.2, 5.5]);
  });

  it("from counts is the same as from the numbers of the categories", () => {
    const same = (a: number[], b: number[]) => {
      const counted = (values: number[]) =>
        [1, 2, 3, 4, 5, 6, 7].map((c) => values.filter((one) => one === c).length);
      return (
        JSON.stringify(hodgesLehmannShiftFromCounts(counted(a), counted(b))) ===
        JSON.stringify(hodgesLehmannShift(a, b))
      );
    };
    fc.assert(fc.property(answers, answers, same), few);
  });

  it("two waves of a million are no more work than their categories", () => {
    const wave = (shares: number[]) => shares.map((share) => share * 1000);
    const shift = hodgesLehmannShiftFromCounts(
      wave([50, 100, 250, 400, 200]),
      wave([150, 250, 300, 200, 100]),
    );
    expect(shift).toMatchObject({ estimate: 1, low: 1, high: 1, firstN: 1e6 });
  });

  it("is unavailable where nothing can be judged", () => {
    const reason = "all differences between the groups are the same, so there is no spread to judge by";
    expect(hodgesLehmannShift([5, 5], [2, 2, 2])).toEqual({ kind: "unavailable", reason });
    expect(hodgesLehmannShift([5], [2])).toEqual({ kind: "unavailable", reason });
    expect(hodgesLehmannShift([], [2])).toMatchObject({ kind: "unavailable" });
    expect(() => hodgesLehmannShift([1], [2, 3], 2)).toThrow("hodgesLehmannShift: level");
  });
});

describe("pairDifferences", () => {
  it("holds every pair once", () => {
    const all = (a: number[], b: number[]) => {
      const { differences, pairs } = pairDifferences(countValues([a, b], "test"));
      const listed = Array.from(differences).flatMap((difference, index) =>
        Array<number>(pairs[index]!).fill(difference),
      );
      const expected = a.flatMap((ours) => b.map((theirs) => ours - theirs)).sort((x, y) => x - y);
      return JSON.stringify(listed) === JSON.stringify(expected);
    };
    fc.assert(fc.property(answers, answers, all), few);
  });
});
