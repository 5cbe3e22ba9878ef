import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cumulativeLogit } from "../../../src/stats/ordinal/cumulative-logit.js";
import { oddsRatiosByCut } from "../../../src/stats/ordinal/odds-ratios-by-cut.js";
import { ordinalRows } from "../../../src/stats/ordinal/ordinal-rows.js";
import type { OrdinalData } from "../../../src/stats/ordinal/ordinal-rows.js";
import { proportionalOdds } from "../../../src/stats/ordinal/proportional-odds.js";
import type { ProportionalOdds } from "../../../src/stats/ordinal/proportional-odds.js";
import { ordinalChecks } from "../../../src/verify/checks/ordinal.js";
import { testAgainstReference } from "../reference.js";

const person = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 1 }));
const people = fc.array(person, { minLength: 2, maxLength: 25 });
const few = { numRuns: 60 };
const answersOf = (sample: readonly (readonly [number, number])[]) => ({
  answers: sample.map(([answer]) => answer),
  covariates: [{ name: "after", values: sample.map(([, after]) => after) }],
});
const fit = (sample: readonly (readonly [number, number])[], level = 0.95) =>
  proportionalOdds(answersOf(sample), level) as ProportionalOdds;
const small = [4, 5, 3, 4, 4, 5, 2, 5, 4, 3, 3, 2, 3, 4, 2, 1, 3, 4, 3, 2, 3].map(
  (answer, index) => [answer, index < 10 ? 1 : 0] as const,
);

describe("proportional odds regression", () => {
  testAgainstReference(ordinalChecks, {
    "proportional-odds": 1e-10,
    "proportional-odds-separation": 1e-10,
    "odds-ratios-by-cut": 1e-10,
  });

  it("has no slope left at the estimates", () => {
    const { coefficients, thresholds } = fit(small);
    const rows = small.map(([answer, after]) => ({
      category: answer - 1,
      covariates: [after],
      count: 1,
      offset: 0,
    }));
    const parameters = [...thresholds!, ...coefficients].map(({ estimate }) => estimate as number);
    const { gradient } = cumulativeLogit(rows, parameters, 4);
    expect(Math.max(...gradient.map(Math.abs))).toBeLessThan(1e-12);
  });

  it("slopes and curvature are those of small differences", () => {
    const { rows } = ordinalRows(answersOf(small), "test") as OrdinalData;
    const at = [-2, -0.5, 1, 3, 1.5];
    const { gradient, information } = cumulativeLogit(rows, at, 4);
    at.forEach((_, k) => {
      const shifted = (by: number) =>
        cumulativeLogit(rows, at.map((value, i) => (i === k ? value + by : value)), 4); // prettier-ignore
      const [up, down] = [shifted(1e-5), shifted(-1e-5)];
      expect((up.logLikelihood - down.logLikelihood) / 2e-5).toBeCloseTo(gradient[k]!, 6);
      at.forEach((__, l) =>
        expect(-(up.gradient[l]! - down.gradient[l]!) / 2e-5).toBeCloseTo(information[k]![l]!, 6),
      );
    });
  });

  it("is never NaN, and its limits lie on either side of the estimate", () => {
    const holds = (sample: [number, number][]) => {
      const result = proportionalOdds(answersOf(sample));
      if (result.kind === "unavailable") return;
      for (const { estimate, low, high, pValue, limits } of result.coefficients) {
        expect(pValue).toBeGreaterThanOrEqual(0);
        expect(pValue).toBeLessThanOrEqual(1);
        for (const value of [estimate, low, high])
          expect(value === "unbounded" || Number.isFinite(value)).toBe(true);
        if (limits === "both") {
          expect(low).toBeLessThan(estimate as number);
          expect(high).toBeGreaterThan(estimate as number);
        } else expect(result.separatedBy).toEqual(["after"]);
      }
    };
    fc.assert(fc.property(people, holds), few);
  });

  it("a handful of people with two covariates in any unit never breaks it", () => {
    const one = fc.tuple(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 0, max: 20 }),
      fc.integer({ min: 0, max: 2 }),
    );
    const sample = fc.tuple(fc.array(one, { minLength: 2, maxLength: 9 }), fc.constantFrom(1e-3, 1, 700));
    const holds = ([rows, unit]: [[number, number, number][], number]) => {
      const covariates = [
        { name: "score", values: rows.map(([, score]) => score * unit) },
        { name: "site", values: rows.map(([, , site]) => site) },
      ];
      const result = proportionalOdds({ answers: rows.map(([answer]) => answer), covariates });
      if (result.kind === "unavailable") return;
      for (const { estimate, low, high, limits } of result.coefficients) {
        expect(limits === "both").toBe(estimate !== "unbounded");
        for (const value of [estimate, low, high])
          expect(value === "unbounded" || Number.isFinite(value)).toBe(true);
      }
    };
    fc.assert(fc.property(sample, holds), few);
  });

  it("turning the scale round turns the sign, and stretching it changes nothing", () => {
    const holds = (sample: [number, number][]) => {
      if (proportionalOdds(answersOf(sample)).kind === "unavailable") return;
      const [one] = fit(sample).coefficients;
      const [turned] = fit(sample.map(([answer, after]) => [6 - answer, after] as const)).coefficients;
      const [stretched] = fit(sample.map(([answer, after]) => [answer ** 3, after] as const)).coefficients;
      expect(stretched).toEqual(one);
      expect(turned!.pValue).toBeCloseTo(one!.pValue, 6);
      if (one!.limits !== "both") return;
      expect(turned!.estimate as number).toBeCloseTo(-(one!.estimate as number), 7);
      expect(turned!.low as number).toBeCloseTo(-(one!.high as number), 7);
    };
    fc.assert(fc.property(people, holds), few);
  });

  it("counts are people, and their order does not matter", () => {
    const doubled = fit([...small, ...[...small].reverse()]);
    const counted = proportionalOdds({ ...answersOf(small), counts: small.map(() => 2) }) as ProportionalOdds;
    expect(counted.n).toBe(42);
    expect(counted.coefficients[0]!.estimate as number).toBeCloseTo(
      doubled.coefficients[0]!.estimate as number,
      11,
    );
    expect(counted.coefficients[0]!.low as number).toBeCloseTo(doubled.coefficients[0]!.low as number, 10);
  });

  it("an interval at 1 less the p-value ends at no effect", () => {
    const [coefficient] = fit(small).coefficients;
    expect(fit(small, 1 - coefficient!.pValue).coefficients[0]!.low).toBeCloseTo(0, 9);
  });

  it("a unit a tenth as large has a tenth of the coefficient", () => {
    const tenfold = fit(small.map(([answer, after]) => [answer, after * 10] as const));
    const [one, ten] = [fit(small).coefficients[0]!, tenfold.coefficients[0]!];
    expect((ten.estimate as number) * 10).toBeCloseTo(one.estimate as number, 10);
    expect((ten.high as number) * 10).toBeCloseTo(one.high as number, 9);
  });

  it("tells which answers nobody gave", () => {
    const result = proportionalOdds({ ...answersOf(small.filter(([answer]) => answer !== 3)), categories: [0, 1, 2, 3, 4, 5] }); // prettier-ignore
    expect(result).toMatchObject({ categories: [1, 2, 4, 5], droppedCategories: [0, 3] });
  });

  it("two covariates that separate only together are both told", () => {
    const answers = [1, 1, 2, 2, 1, 2];
    const a = [0, 1, 1, 2, 3, 4];
    const b = [0, 1, 0, 1, 3, 3];
    const covariates = [
      { name: "a", values: a },
      { name: "b", values: b },
    ];
    const result = proportionalOdds({ answers, covariates }) as ProportionalOdds;
    expect(result.separatedBy).toEqual(["a", "b"]);
    expect(result.coefficients.map(({ limits }) => limits)).toEqual(["lower only", "upper only"]);
  });

  it("says what cannot be fitted", () => {
    const reasonOf = (result: object) => (result as { reason?: string }).reason;
    expect(reasonOf(proportionalOdds(answersOf([[3, 0], [3, 1]])))).toBe("fewer than two different answers were given"); // prettier-ignore
    expect(reasonOf(oddsRatiosByCut(answersOf([])))).toBe("fewer than two different answers were given");
    const values = [0, 1, 1, 0];
    const twice = { answers: [1, 2, 3, 3], covariates: [{ name: "a", values }, { name: "b", values: values.map((v) => 1 - v) }] }; // prettier-ignore
    expect(reasonOf(proportionalOdds(twice))).toBe("a, b: one is a combination of the others");
  });

  it("bad input is refused by name", () => {
    const one = answersOf([[1, 0], [2, 1]]); // prettier-ignore
    expect(() => proportionalOdds({ ...one, answers: [1, NaN] })).toThrow("proportionalOdds: answers[1]");
    expect(() => proportionalOdds({ ...one, counts: [1, 0.5] })).toThrow("proportionalOdds: counts[1]");
    expect(() => proportionalOdds({ ...one, covariates: [] })).toThrow("proportionalOdds: covariates: expected at least 1, got 0"); // prettier-ignore
    expect(() => proportionalOdds({ ...one, categories: [1, 3] })).toThrow("answers[1]: expected one of 1, 3, got 2"); // prettier-ignore
    expect(() => oddsRatiosByCut({ ...one, answers: [1] })).toThrow(
      "oddsRatiosByCut: after: expected 1 values",
    );
    expect(() => proportionalOdds(one, 95)).toThrow("proportionalOdds: level");
  });
});
