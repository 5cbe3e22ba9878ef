import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { heterogeneity } from "../../../src/stats/pooling/heterogeneity.js";
import { poolRandomEffects } from "../../../src/stats/pooling/random-effects.js";
import type { EstimatesToPool, PooledEstimate } from "../../../src/stats/pooling/random-effects.js";
import { poolingChecks } from "../../../src/verify/checks/pooling.js";
import { relativeError, testAgainstReference } from "../reference.js";
import { few, studies } from "./studies.js";

const estimators = ["REML", "Paule-Mandel", "DerSimonian-Laird"] as const;
const intervals = ["modified Knapp-Hartung", "Knapp-Hartung", "normal"] as const;

function pool(toPool: EstimatesToPool): PooledEstimate {
  const pooled = poolRandomEffects(toPool);
  if (pooled.kind === "unavailable") throw new Error(pooled.reason);
  return pooled;
}

describe("pooling", () => {
  const limits = Object.fromEntries(poolingChecks.map(({ id }) => [id, 2e-12]));
  testAgainstReference(poolingChecks, { ...limits, "pool-paule-mandel": 1e-11 });
});

describe("poolRandomEffects against itself", () => {
  it("without choices it is REML, modified Knapp-Hartung, and a prediction on the same t", () => {
    const same = (set: EstimatesToPool) => {
      const [k, bare] = [set.estimates.length, pool(set)];
      const told = pool({
        ...set,
        level: 0.95,
        tauSquared: "REML",
        interval: "modified Knapp-Hartung",
        prediction: "as the interval",
      });
      expect(bare).toEqual(told);
      expect(bare).toMatchObject({ df: k - 1, predictionDf: k - 1, k, level: 0.95 });
      expect(bare.method).toBe("random effects, REML, modified Knapp-Hartung");
    };
    fc.assert(fc.property(studies, same), { numRuns: 20 });
  });

  it.each(estimators)("%s moves and stretches with its estimates", (tauSquared) => {
    const moves = ({ estimates, variances }: EstimatesToPool) => {
      const before = pool({ estimates, variances, tauSquared });
      const after = pool({
        estimates: estimates.map((estimate) => 10 * estimate - 7),
        variances: variances.map((variance) => 100 * variance),
        tauSquared,
      });
      return (
        Math.abs(after.low - (10 * before.low - 7)) < 1e-8 &&
        Math.abs(after.predictionHigh - (10 * before.predictionHigh - 7)) < 1e-8 &&
        Math.abs(after.tauSquared - 100 * before.tauSquared) < 1e-8 &&
        Math.abs(after.iSquared - before.iSquared) < 1e-10
      );
    };
    fc.assert(fc.property(studies, moves), few);
  });

  it.each(estimators)("%s does not mind the order of the estimates", (tauSquared) => {
    const isSame = ({ estimates, variances }: EstimatesToPool) => {
      const one = pool({ estimates, variances, tauSquared });
      const other = pool({
        estimates: [...estimates].reverse(),
        variances: [...variances].reverse(),
        tauSquared,
      });
      return Math.abs(one.high - other.high) < 1e-9 && Math.abs(one.tauSquared - other.tauSquared) < 1e-9;
    };
    fc.assert(fc.property(studies, isSame), few);
  });

  it.each(intervals)("%s: the test of the mean and the interval reject together", (interval) => {
    const agrees = (set: EstimatesToPool) => {
      const pooled = poolRandomEffects({ ...set, interval });
      if (pooled.kind === "unavailable") return true;
      const atLimit = pool({
        ...set,
        interval,
        estimates: set.estimates.map((one) => one - pooled.low),
      });
      return Math.abs(atLimit.pValue - 0.05) < 1e-9 && pooled.low <= 0 === pooled.pValue >= 0.05 - 1e-12;
    };
    const positive = studies.map(({ estimates, variances }) => ({
      estimates: estimates.map((one) => one + 4),
      variances,
    }));
    fc.assert(fc.property(positive, agrees), few);
  });

  it("every number is finite, whatever the choices", () => {
    const isFinite = (set: EstimatesToPool) => {
      for (const tauSquared of estimators) {
        for (const interval of intervals) {
          for (const prediction of ["as the interval", "Higgins-Thompson-Spiegelhalter"] as const) {
            const pooled = poolRandomEffects({ ...set, tauSquared, interval, prediction });
            const numbers = Object.values(pooled)
              .flat()
              .filter((value) => typeof value === "number");
            expect(numbers.every(Number.isFinite)).toBe(true);
          }
        }
      }
    };
    fc.assert(fc.property(studies, isFinite), { numRuns: 20 });
  });

  it("I-squared with DerSimonian and Laird's tau-squared is Higgins'", () => {
    const isHiggins = (set: EstimatesToPool) => {
      const fromQ = heterogeneity(set);
      const pooled = pool({ ...set, tauSquared: "DerSimonian-Laird" });
      return fromQ.kind === "heterogeneity" && Math.abs(pooled.iSquared - fromQ.iSquared) < 1e-12;
    };
    fc.assert(fc.property(studies, isHiggins), few);
  });

  it("weights sum to 1, and the interval of a further study holds that of the mean", () => {
    const holds = (set: EstimatesToPool) => {
      const pooled = pool(set);
      const total = pooled.weights.reduce((sum, weight) => sum + weight, 0);
      return Math.abs(total - 1) < 1e-12 && pooled.predictionLow <= pooled.low + 1e-12;
    };
    fc.assert(fc.property(studies, holds), few);
  });

  it("agreement by chance cannot narrow the interval below the weights", () => {
    const pooled = pool({ estimates: [1, 1, 1], variances: [0.1, 0.2, 0.2] });
    expect(relativeError(pooled.standardError, Math.sqrt(1 / 20))).toBeLessThan(1e-14);
    expect(pooled).toMatchObject({ tauSquared: 0, iSquared: 0, hSquared: 1, q: 0, qPValue: 1 });
  });
});

describe("poolRandomEffects with data that cannot be pooled", () => {
  it("fewer than two estimates are unavailable", () => {
    const nothing = { kind: "unavailable", reason: "fewer than 2 estimates" };
    expect(poolRandomEffects({ estimates: [1], variances: [1] })).toEqual(nothing);
    expect(poolRandomEffects({ estimates: [], variances: [] })).toEqual(nothing);
  });

  it("two estimates have no t on k - 2 degrees of freedom", () => {
    const two = { estimates: [1, 2], variances: [1, 1] };
    expect(poolRandomEffects({ ...two, prediction: "Higgins-Thompson-Spiegelhalter" })).toMatchObject({
      kind: "unavailable",
    });
    expect(poolRandomEffects(two).kind).toBe("pooledEstimate");
  });

  it("equal estimates leave Knapp and Hartung's own interval without width", () => {
    const equal = { estimates: [0.1, 0.1, 0.1], variances: [0.3, 0.7, 0.9] };
    expect(poolRandomEffects({ ...equal, interval: "Knapp-Hartung" })).toEqual({
      kind: "unavailable",
      reason: "all estimates are equal, so the Knapp-Hartung interval has no width",
    });
  });

  it("a zero variance, lengths that differ and what is not a number are refused by name", () => {
    expect(() => poolRandomEffects({ estimates: [1, 2], variances: [1, 0] })).toThrow(
      "poolRandomEffects: variances[1]: expected a finite number more than 0, got 0",
    );
    expect(() => poolRandomEffects({ estimates: [1, 2], variances: [1] })).toThrow(
      "poolRandomEffects: variances: expected 2 values, one for each of the other list, got 1",
    );
    expect(() => poolRandomEffects({ estimates: [1, NaN], variances: [1, 1] })).toThrow(
      "poolRandomEffects: estimates[1]: expected a finite number, got NaN",
    );
    expect(() => poolRandomEffects({ estimates: [1, 2], variances: [1, 1], level: 1 })).toThrow(
      "poolRandomEffects: level: expected more than 0 and less than 1, got 1",
    );
  });
});
