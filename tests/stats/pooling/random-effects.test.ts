import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { poolRandomEffects, restrictedLogLikelihood } from "../../../src/stats/pooling/random-effects.js";
import { readReference, relativeError } from "../reference.js";

interface Expected {
  readonly estimates: readonly number[];
  readonly variances: readonly number[];
  readonly level: number;
  readonly tauSquared: number;
  readonly weights: readonly number[];
}
const sets = readReference<readonly (Expected & Readonly<Record<string, number>>)[]>("pooling");
const fields = [
  "estimate",
  "low",
  "high",
  "standardError",
  "tauSquared",
  "predictionLow",
  "predictionHigh",
  "q",
  "qPValue",
  "iSquared",
] as const;

const study = fc.record({
  estimate: fc.integer({ min: -300, max: 300 }).map((value) => value / 100),
  variance: fc.integer({ min: 1, max: 200 }).map((value) => value / 100),
});
const studies = fc.array(study, { minLength: 2, maxLength: 9 }).map((each) => ({
  estimates: each.map(({ estimate }) => estimate),
  variances: each.map(({ variance }) => variance),
}));
const few = { numRuns: 100 };

describe("poolRandomEffects against metafor", () => {
  it.each(sets)("set %# agrees with R metafor rma to 1e-11", (expected) => {
    const pooled = poolRandomEffects(expected);
    for (const field of fields) {
      expect(relativeError(pooled[field], expected[field] as number), field).toBeLessThan(1e-11);
    }
    pooled.weights.forEach((weight, index) => {
      expect(relativeError(weight, expected.weights[index] as number)).toBeLessThan(1e-11);
    });
  });

  it("the BCG trials give the printed estimate, tau-squared, I-squared and Q", () => {
    // Viechtbauer (2010) J Stat Softw 36(3), random-effects model of the BCG data
    const bcg = poolRandomEffects(sets[2] as Expected);
    expect(bcg.estimate).toBeCloseTo(-0.7145, 4);
    expect(bcg.tauSquared).toBeCloseTo(0.3132, 4);
    expect(bcg.iSquared).toBeCloseTo(0.9222, 4);
    expect(bcg.q).toBeCloseTo(152.233, 3);
  });
});

describe("poolRandomEffects against a second solver", () => {
  it("tau-squared agrees with Fisher scoring to 1e-12", () => {
    for (const { estimates, variances } of sets) {
      const { tauSquared } = poolRandomEffects({ estimates, variances });
      expect(relativeError(tauSquared, fisherScoring(estimates, variances))).toBeLessThan(1e-12);
    }
  });

  it("no other tau-squared is likelier", () => {
    const isPeak = ({ estimates, variances }: { estimates: number[]; variances: number[] }) => {
      const { tauSquared } = poolRandomEffects({ estimates, variances });
      const best = restrictedLogLikelihood(estimates, variances, tauSquared);
      const others = Array.from({ length: 60 }, (_, step) => 1e-6 * 1.4 ** step);
      return others.every((other) => restrictedLogLikelihood(estimates, variances, other) <= best + 1e-12);
    };
    fc.assert(fc.property(studies, isPeak), few);
  });
});

describe("poolRandomEffects against itself", () => {
  it("moves and stretches with its estimates", () => {
    const moves = ({ estimates, variances }: { estimates: number[]; variances: number[] }) => {
      const before = poolRandomEffects({ estimates, variances });
      const after = poolRandomEffects({
        estimates: estimates.map((estimate) => 10 * estimate - 7),
        variances: variances.map((variance) => 100 * variance),
      });
      return (
        Math.abs(after.low - (10 * before.low - 7)) < 1e-9 &&
        Math.abs(after.predictionHigh - (10 * before.predictionHigh - 7)) < 1e-9 &&
        Math.abs(after.tauSquared - 100 * before.tauSquared) < 1e-9
      );
    };
    fc.assert(fc.property(studies, moves), few);
  });

  it("does not mind the order of the estimates", () => {
    const isSame = ({ estimates, variances }: { estimates: number[]; variances: number[] }) => {
      const one = poolRandomEffects({ estimates, variances });
      const other = poolRandomEffects({
        estimates: [...estimates].reverse(),
        variances: [...variances].reverse(),
      });
      return Math.abs(one.high - other.high) < 1e-10 && Math.abs(one.tauSquared - other.tauSquared) < 1e-10;
    };
    fc.assert(fc.property(studies, isSame), few);
  });

  it("agreement by chance cannot narrow the interval below the weights", () => {
    const pooled = poolRandomEffects({ estimates: [1, 1, 1], variances: [0.1, 0.2, 0.2] });
    expect(pooled.standardError).toBeCloseTo(Math.sqrt(1 / 20), 14);
    expect(pooled).toMatchObject({ tauSquared: 0, iSquared: 0, q: 0, qPValue: 1 });
  });

  it("refuses one estimate, a zero variance and lengths that differ, by name", () => {
    expect(() => poolRandomEffects({ estimates: [1], variances: [1] })).toThrow(
      "poolRandomEffects: estimates: expected at least 2, got 1",
    );
    expect(() => poolRandomEffects({ estimates: [1, 2], variances: [1, 0] })).toThrow(
      "poolRandomEffects: variances[1]: expected a finite number more than 0, got 0",
    );
    expect(() => poolRandomEffects({ estimates: [1, 2], variances: [1] })).toThrow(
      "poolRandomEffects: variances: expected as many as estimates, 2, got 1",
    );
    expect(() => poolRandomEffects({ estimates: [1, NaN], variances: [1, 1] })).toThrow(
      "poolRandomEffects: estimates[1]: expected a finite number, got NaN",
    );
  });
});

/** Viechtbauer (2005) J Educ Behav Stat 30:261-293, appendix: steps by the expected information, never below 0. */
function fisherScoring(estimates: readonly number[], variances: readonly number[]): number {
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  let tauSquared = 1;
  for (let step = 0; step < 5000; step += 1) {
    const w = variances.map((variance) => 1 / (variance + tauSquared));
    const [one, two, three] = [1, 2, 3].map((power) => total(w.map((each) => each ** power))) as [
      number,
      number,
      number,
    ];
    const mean = total(w.map((each, index) => each * (estimates[index] as number))) / one;
    const squares = total(w.map((each, index) => (each * ((estimates[index] as number) - mean)) ** 2));
    const information = two - (2 * three) / one + (two / one) ** 2;
    const next = Math.max(0, tauSquared + (squares - one + two / one) / information);
    if (Math.abs(next - tauSquared) <= 1e-15 * tauSquared) return next;
    tauSquared = next;
  }
  return tauSquared;
}
