import { expect, it } from "vitest";
import { tauSquaredInterval } from "../../src/stats/pooling/q-profile.js";
import { poolRandomEffects } from "../../src/stats/pooling/random-effects.js";

// Colditz and others (1994) JAMA 271:698-702: tuberculosis in thirteen trials of the BCG vaccine, as pooled on the log
// risk ratio in Viechtbauer (2010) J Stat Softw 36(3), random-effects model.
const vaccinated = [
  [4, 119],
  [6, 300],
  [3, 228],
  [62, 13536],
  [33, 5036],
  [180, 1361],
  [8, 2537],
  [505, 87886],
  [29, 7470],
  [17, 1699],
  [186, 50448],
  [5, 2493],
  [27, 16886],
] as const;
const others = [
  [11, 128],
  [29, 274],
  [11, 209],
  [248, 12619],
  [47, 5761],
  [372, 1079],
  [10, 619],
  [499, 87892],
  [45, 7232],
  [65, 1600],
  [141, 27197],
  [3, 2338],
  [29, 17825],
] as const;
const trials = vaccinated.map(([ill, well], index) => {
  const [illOther, wellOther] = others[index]!;
  const [n, nOther] = [ill + well, illOther + wellOther];
  return {
    estimate: Math.log(ill / n / (illOther / nOther)),
    variance: 1 / ill - 1 / n + 1 / illOther - 1 / nOther,
  };
});
const bcg = {
  estimates: trials.map(({ estimate }) => estimate),
  variances: trials.map(({ variance }) => variance),
};

it("the normal interval, tau-squared, I-squared, H-squared and Q are the ones printed", () => {
  const pooled = poolRandomEffects({ ...bcg, interval: "normal" });
  if (pooled.kind === "unavailable") throw new Error(pooled.reason);
  expect(pooled.estimate).toBeCloseTo(-0.7145, 4);
  expect(pooled.standardError).toBeCloseTo(0.1798, 4);
  expect(pooled.statistic).toBeCloseTo(-3.9744, 4);
  expect([pooled.low, pooled.high].map((limit) => limit.toFixed(4))).toEqual(["-1.0669", "-0.3622"]);
  expect(pooled.tauSquared).toBeCloseTo(0.3132, 4);
  expect(pooled.iSquared).toBeCloseTo(0.9222, 4);
  expect(pooled.hSquared).toBeCloseTo(12.86, 2);
  expect(pooled.q).toBeCloseTo(152.233, 3);
});

it("tau-squared may be from 0.1197 to 1.1115", () => {
  const interval = tauSquaredInterval(bcg);
  if (interval.kind === "unavailable") throw new Error(interval.reason);
  expect(interval.low).toBeCloseTo(0.1197, 4);
  expect(interval.high).toBeCloseTo(1.1115, 4);
  expect(interval.iSquaredLow).toBeCloseTo(0.8192, 4);
});
