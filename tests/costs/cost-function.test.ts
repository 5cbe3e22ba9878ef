import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  averageCost,
  costOf,
  groupFunction,
  marginalCost,
  meanAverageCost,
  meanMarginalCost,
  ownFunctions,
  trustFunction,
} from "../../src/costs/cost-function.js";
import { totalPence } from "../../src/costs/ledger.js";
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
  it("takes the number that a line states where it is below the mean intake, else the mean intake", () => {
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
        { pounds: 60, capacity: 10 },
      ],
      eachImg: 20,
    });
  });

  /** The one Trust of these IMGs that spends £1,000 on each cohort, for which there is room for 10. */
  function withRoomForTen(inducted: number, intakes: number) {
    const lines = costReturn("A", { other: [pounds(1000, { basis: "each cohort", capacity: 10 })] });
    const { trusts } = priceReturns(
      costStudy(["A"]),
      [lines],
      [cohort("A", { inducted, intakes })],
      shippedFigures,
    );
    return trustFunction(trusts[0]!, trusts[0]!.lines);
  }

  it("comes to what was spent, not to what it would have been in full groups", () => {
    const six = withRoomForTen(12, 6);
    expect([costOf(six, 12), averageCost(six, 12), marginalCost(six, 12)]).toEqual([6000, 500, 1000]);
    const four = withRoomForTen(9, 4);
    expect(four.steps).toEqual([{ pounds: 1000, capacity: 2.25 }]);
    expect([1, 2, 3, 9, 10].map((size) => costOf(four, size))).toEqual([1000, 1000, 2000, 4000, 5000]);
    expect(averageCost(four, 9)).toBeCloseTo(444.44, 2);
    // 30 IMGs in 2 intakes, more than there was room for: three groups of up to 10 for the £2,000
    expect(withRoomForTen(30, 2).steps).toEqual([{ pounds: 2000 / 3, capacity: 10 }]);
  });

  it("of any return at its own size is the total of the return", () => {
    const line = fc.record({
      amountPence: fc.integer({ min: 0, max: 10_000_000 }),
      basis: fc.constantFrom("whole period" as const, "each IMG" as const, "each cohort" as const),
      capacity: fc.option(fc.integer({ min: 1, max: 60 })),
      share: fc.constantFrom(1, 0.5, 0.37),
    });
    const anyReturn = fc.record({
      lines: fc.array(line, { maxLength: 6 }),
      inducted: fc.integer({ min: 1, max: 60 }),
      intakes: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(anyReturn, ({ lines, inducted, intakes }) => {
        const one = costReturn("A", {
          other: lines.map((each) => other(each)),
          staff: lines.flatMap(({ basis, capacity }) => [
            staff({ basis, capacity }),
            staff({ basis: "each week", capacity }),
          ]),
        });
        const { trusts } = priceReturns(
          costStudy(["A"]),
          [one],
          [cohort("A", { inducted, intakes })],
          shippedFigures,
        );
        const [trust] = trusts;
        const total = totalPence(trust!.lines) / 100;
        expect(Math.abs(costOf(trustFunction(trust!, trust!.lines), inducted) - total)).toBeLessThan(0.01);
      }),
      { seed: 3 },
    );
  });

  it("spreads what serves a number at once over the groups that its IMGs fill", () => {
    const { all } = functionsOf(costReturn("A", { other: [pounds(900, { capacity: 12 })] }));
    // 30 IMGs are three groups of up to 12
    expect(all[0]!.steps).toEqual([{ pounds: 300, capacity: 12 }]);
    expect(costOf(all[0]!, 30)).toBe(900);
  });

  it("of several Trusts at one size is the mean of their own: steps of 200, 200, 40 and 40 at 25 cost £120", () => {
    const step = (trust: string, amount: number, capacity: number) => ({
      costs: { fixed: 0, steps: [{ pounds: amount * 25, capacity }], eachImg: 0 },
      imgs: 10,
      trust,
    });
    const four = [step("A", 200, 25), step("B", 200, 25), step("C", 20, 15), step("D", 20, 24)];
    // C and D need two groups for 25 IMGs
    expect(meanAverageCost(four, 25)).toBeCloseTo((200 + 200 + 40 + 40) / 4, 12);
  });

  it("of several Trusts, what one more adds is no more than at the dearest and no less than at the cheapest", () => {
    const { trusts } = functionsOf(
      costReturn("A", { other: [pounds(600, { capacity: 12 }), pounds(40, { basis: "each IMG" })] }),
      costReturn("B", { other: [pounds(300, { capacity: 10 }), pounds(90, { basis: "each IMG" })] }),
    );
    const [a, b] = trusts.map((trust) => ({
      ...trust,
      cohort: { ...trust.cohort, inducted: trust.trust === "A" ? 30 : 10 },
    }));
    const functions = ownFunctions([a!, b!], ({ lines }) => lines);
    // A has room; B's group of 10 is full. B's £2,700 for each IMG and £300 for its group are over 10 IMGs now
    expect(functions.map(({ costs, imgs }) => marginalCost(costs, imgs))).toEqual([40, 270 + 300]);
    expect(meanMarginalCost(functions)).toBeCloseTo((30 * 40 + 10 * 570) / 40, 12);
  });

  it("of a Trust without IMGs is left out", () => {
    const { trusts } = functionsOf(costReturn("A", { other: [pounds(600, { basis: "each cohort" })] }));
    const nobody = trusts.map((trust) => ({ ...trust, cohort: { ...trust.cohort, inducted: 0 } }));
    expect(ownFunctions([...trusts, ...nobody], ({ lines }) => lines)).toHaveLength(1);
    expect(
      meanAverageCost(
        ownFunctions(nobody, ({ lines }) => lines),
        10,
      ),
    ).toBeNaN();
  });

  it("of several Trusts has one step, which is no single Trust's", () => {
    const { trusts } = functionsOf(
      costReturn("A", { other: [pounds(600, { basis: "each cohort", capacity: 10 })] }),
      costReturn("B", { other: [pounds(300, { basis: "each cohort", capacity: 20 }), pounds(90)] }),
      costReturn("C", { staff: [staff({ people: 0 })] }),
    );
    // A: £1,200 over three groups of 10; B: £300 for each intake of 15; C: nothing. The median of 10 and 15, to a whole IMG
    expect(groupFunction(trusts, ({ lines }) => lines)).toEqual({
      fixed: 30,
      steps: [{ pounds: (400 + 300) / 3, capacity: 13 }],
      eachImg: 0,
    });
  });
});
