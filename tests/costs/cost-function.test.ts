import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  averageCost,
  costOf,
  groupFunction,
  marginalCost,
  trustFunction,
} from "../../src/costs/cost-function.js";
import { priceReturns } from "../../src/costs/trust-costs.js";
import { cohort, costReturn, costStudy, other, staff } from "./fixture.js";
import { shippedFigures } from "./figures-file.js";

const anyFunction = fc.record({
  fixed: fc.integer({ min: 0, max: 100_000 }),
  eachImg: fc.integer({ min: 0, max: 10_000 }),
  steps: fc.array(
    fc.record({ pounds: fc.integer({ min: 0, max: 5_000 }), capacity: fc.integer({ min: 1, max: 25 }) }),
    { maxLength: 4 },
  ),
});
const anySize = fc.integer({ min: 1, max: 80 });

function functionsOf(...returns: readonly ReturnType<typeof costReturn>[]) {
  const codes = returns.map(({ trust }) => trust);
  const cohorts = codes.map((code) => cohort(code, { inducted: 30, intakes: 2 }));
  const { trusts } = priceReturns(costStudy(codes), returns, cohorts, shippedFigures);
  return { trusts, all: trusts.map((trust) => trustFunction(trust, trust.lines)) };
}
const pounds = (amount: number, more: Parameters<typeof other>[0] = {}) =>
  other({ amountPence: amount * 100, ...more });

describe("the cost of a cohort", () => {
  it("jumps where a group is full, and only there", () => {
    const costs = { fixed: 1000, steps: [{ pounds: 300, capacity: 12 }], eachImg: 50 };
    expect([1, 12, 13, 24, 25].map((size) => costOf(costs, size))).toEqual([1350, 1900, 2250, 2800, 3150]);
    expect([11, 12, 13, 24].map((size) => marginalCost(costs, size))).toEqual([50, 350, 50, 350]);
    expect(averageCost(costs, 12)).toBeCloseTo(1900 / 12, 12);
  });

  it("for any costs, what one more adds is the difference of two cohorts", () => {
    fc.assert(
      fc.property(anyFunction, anySize, (costs, size) => {
        expect(marginalCost(costs, size)).toBeCloseTo(costOf(costs, size + 1) - costOf(costs, size), 6);
        expect(averageCost(costs, size) * size).toBeCloseTo(costOf(costs, size), 6);
        expect(costOf(costs, size + 1)).toBeGreaterThanOrEqual(costOf(costs, size));
      }),
      { seed: 1 },
    );
  });

  it("without steps the average falls towards what each IMG adds", () => {
    fc.assert(
      fc.property(anyFunction, anySize, (costs, size) => {
        const plain = { ...costs, steps: [] };
        expect(averageCost(plain, size + 1)).toBeLessThanOrEqual(averageCost(plain, size) + 1e-9);
        expect(averageCost(plain, size)).toBeGreaterThanOrEqual(costs.eachImg);
      }),
      { seed: 2 },
    );
  });
});

describe("a Trust's cost function", () => {
  it("takes the capacity that a line states, else the mean intake", () => {
    const { all } = functionsOf(
      costReturn("A", {
        other: [
          pounds(500),
          pounds(200, { basis: "each cohort" }),
          pounds(90, { basis: "each cohort", capacity: 10 }),
          pounds(20, { basis: "each IMG" }),
        ],
      }),
    );
    expect(all[0]).toEqual({
      fixed: 500,
      steps: [
        { pounds: 200, capacity: 15 },
        { pounds: 90, capacity: 10 },
      ],
      eachImg: 20,
    });
  });

  it("spreads what serves a number at once over the groups that its IMGs fill", () => {
    const { all } = functionsOf(costReturn("A", { other: [pounds(900, { capacity: 12 })] }));
    // 30 IMGs are three groups of up to 12
    expect(all[0]!.steps).toEqual([{ pounds: 300, capacity: 12 }]);
    expect(costOf(all[0]!, 30)).toBe(900);
  });

  it("of several Trusts has one step, which is no single Trust's", () => {
    const { trusts } = functionsOf(
      costReturn("A", { other: [pounds(600, { basis: "each cohort", capacity: 10 })] }),
      costReturn("B", { other: [pounds(300, { basis: "each cohort", capacity: 20 }), pounds(90)] }),
      costReturn("C", { staff: [staff({ people: 0 })] }),
    );
    expect(groupFunction(trusts, ({ lines }) => lines)).toEqual({
      fixed: 30,
      steps: [{ pounds: 300, capacity: 15 }],
      eachImg: 0,
    });
  });
});
