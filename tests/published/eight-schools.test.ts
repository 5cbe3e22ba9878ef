import { expect, it } from "vitest";
import { poolRandomEffects } from "../../src/stats/pooling/random-effects.js";

// Rubin (1981) J Educ Stat 6:377-401: effects of coaching in eight schools, as pooled in Gelman and others, Bayesian
// Data Analysis, section "Parallel experiments in eight schools": 7.7 with standard error 4.1 when all are pooled.
const schools = {
  estimates: [28, 8, -3, 7, -1, 1, 18, 12],
  variances: [15, 10, 16, 11, 9, 11, 10, 18].map((standardError) => standardError ** 2),
};

it.each(["REML", "Paule-Mandel", "DerSimonian-Laird"] as const)(
  "%s finds no variance between schools, so the pooled effect is the common one",
  (tauSquared) => {
    const pooled = poolRandomEffects({ ...schools, tauSquared });
    if (pooled.kind === "unavailable") throw new Error(pooled.reason);
    expect(pooled.tauSquared).toBe(0);
    expect(pooled.estimate).toBeCloseTo(7.7, 1);
    expect(pooled.standardError).toBeCloseTo(4.1, 1);
  },
);
