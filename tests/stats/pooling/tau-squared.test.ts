import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { restrictedLogLikelihood } from "../../../src/stats/pooling/restricted-likelihood.js";
import { tauSquaredBy } from "../../../src/stats/pooling/tau-squared.js";
import { inverseVarianceMean } from "../../../src/stats/pooling/inverse-variance-mean.js";
import { relativeError } from "../reference.js";
import { few, studies } from "./studies.js";
import type { Studies } from "./studies.js";

describe("tauSquaredBy REML", () => {
  it("no other tau-squared is likelier", () => {
    const isPeak = ({ estimates, variances }: Studies) => {
      const tauSquared = tauSquaredBy(estimates, variances, "REML");
      const best = restrictedLogLikelihood(estimates, variances, tauSquared);
      const others = Array.from({ length: 60 }, (_, step) => 1e-6 * 1.4 ** step);
      return others.every((other) => restrictedLogLikelihood(estimates, variances, other) <= best + 1e-12);
    };
    fc.assert(fc.property(studies, isPeak), few);
  });

  it("takes the higher of two peaks, which lie at 0.097 and at 1.0", () => {
    const [estimates, variances] = [
      [-0.3, -3.8, -3.5, -0.6],
      [0.001, 2.295, 7.188, 0.138],
    ];
    const at = (tauSquared: number) => restrictedLogLikelihood(estimates, variances, tauSquared);
    expect([at(0.05), at(0.3)].every((valley) => valley < at(0.097))).toBe(true);
    expect(tauSquaredBy(estimates, variances, "REML")).toBeCloseTo(1, 1);
  });

  it("agrees with Fisher scoring to 1e-12", () => {
    const sets = [
      {
        estimates: [0.62, 0.95, 0.3, 1.1, 0.48, 0.75],
        variances: [0.0441, 0.09, 0.0324, 0.1764, 0.0625, 0.1225],
      },
      { estimates: [0.2, 1.4], variances: [0.05, 0.09] },
      { estimates: [-3, 5, 0.5, 12, -8], variances: [0.01, 0.04, 0.02, 0.09, 0.03] },
    ];
    for (const { estimates, variances } of sets) {
      const found = tauSquaredBy(estimates, variances, "REML");
      expect(relativeError(found, fisherScoring(estimates, variances))).toBeLessThan(1e-12);
    }
  });
});

describe("tauSquaredBy Paule-Mandel", () => {
  it("makes Q equal to its degrees of freedom, or is 0 when Q is already below them", () => {
    const isRoot = ({ estimates, variances }: Studies) => {
      const tauSquared = tauSquaredBy(estimates, variances, "Paule-Mandel");
      const { weightedSquares } = inverseVarianceMean(estimates, variances, tauSquared);
      const excess = weightedSquares - (estimates.length - 1);
      return tauSquared === 0 ? excess <= 0 : Math.abs(excess) < 1e-10;
    };
    fc.assert(fc.property(studies, isRoot), few);
  });
});

it("with equal variances all three are the sample variance less the variance within", () => {
  for (const estimator of ["REML", "Paule-Mandel", "DerSimonian-Laird"] as const) {
    expect(tauSquaredBy([0, 4, 8], [1, 1, 1], estimator)).toBeCloseTo(16 - 1, 10);
    expect(tauSquaredBy([0, 0.1, 0.2], [1, 1, 1], estimator)).toBe(0);
  }
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
