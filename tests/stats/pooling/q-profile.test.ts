import fc from "fast-check";
import { expect, it } from "vitest";
import { chiSquaredUpperTail } from "../../../src/stats/distributions/chi-squared.js";
import { heterogeneity } from "../../../src/stats/pooling/heterogeneity.js";
import { poolLeavingOneOut } from "../../../src/stats/pooling/leave-one-out.js";
import { tauSquaredInterval } from "../../../src/stats/pooling/q-profile.js";
import { inverseVarianceMean } from "../../../src/stats/pooling/inverse-variance-mean.js";
import { few, studies } from "./studies.js";
import type { Studies } from "./studies.js";

it("at a limit of tau-squared above 0, Q has the tail that the level leaves", () => {
  const tailIsRight = ({ estimates, variances }: Studies) => {
    const interval = tauSquaredInterval({ estimates, variances, level: 0.9 });
    if (interval.kind === "unavailable") return true;
    const tailAt = (tauSquared: number) =>
      chiSquaredUpperTail(inverseVarianceMean(estimates, variances, tauSquared).weightedSquares, interval.df);
    const lowIsRight =
      interval.low === 0 ? tailAt(0) >= 0.05 - 1e-12 : Math.abs(tailAt(interval.low) - 0.05) < 1e-9;
    return lowIsRight && Math.abs(tailAt(interval.high) - 0.95) < 1e-9;
  };
  fc.assert(fc.property(studies, tailIsRight), few);
});

it("a lower level gives an interval inside that of a higher one", () => {
  const isInside = (set: Studies) => {
    const [narrow, wide] = [tauSquaredInterval({ ...set, level: 0.8 }), tauSquaredInterval(set)];
    if (narrow.kind === "unavailable" || wide.kind === "unavailable") return narrow.kind === "unavailable";
    return narrow.low >= wide.low && narrow.high <= wide.high && wide.iSquaredHigh < 1;
  };
  fc.assert(fc.property(studies, isInside), few);
});

it("the Q test rejects at 0.025 exactly when the interval of tau-squared leaves out 0", () => {
  const agrees = (set: Studies) => {
    const [interval, test] = [tauSquaredInterval(set), heterogeneity(set)];
    if (interval.kind === "unavailable" || test.kind === "unavailable")
      return interval.kind === "unavailable";
    return interval.low > 0 === test.pValue < 0.025;
  };
  fc.assert(fc.property(studies, agrees), few);
});

it("estimates that agree too well, or stand alone, have no interval of tau-squared", () => {
  expect(tauSquaredInterval({ estimates: [1, 1, 1], variances: [1, 2, 3] })).toEqual({
    kind: "unavailable",
    reason: "the estimates agree more closely than their variances allow",
  });
  expect(tauSquaredInterval({ estimates: [1], variances: [1] })).toMatchObject({ kind: "unavailable" });
  expect(heterogeneity({ estimates: [1], variances: [1] })).toMatchObject({ kind: "unavailable" });
});

it("leaving one of two estimates out leaves nothing to pool", () => {
  const each = poolLeavingOneOut({ estimates: [1, 2], variances: [1, 1] });
  expect(each.map(({ leftOut, pooled }) => [leftOut, pooled.kind])).toEqual([
    [0, "unavailable"],
    [1, "unavailable"],
  ]);
});

it("leaving one out keeps the choices of method", () => {
  const set = { estimates: [1, 2, 4, 3], variances: [1, 2, 1, 1] };
  const [first] = poolLeavingOneOut({ ...set, tauSquared: "DerSimonian-Laird", interval: "normal" });
  expect(first?.pooled).toMatchObject({ k: 3, method: "random effects, DerSimonian-Laird, normal" });
});
