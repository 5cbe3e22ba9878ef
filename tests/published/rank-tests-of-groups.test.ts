import { expect, it } from "vitest";
import { brunnerMunzelTest } from "../../src/stats/unpaired/brunner-munzel.js";
import type { BrunnerMunzel } from "../../src/stats/unpaired/brunner-munzel.js";
import { hodgesLehmannShift } from "../../src/stats/unpaired/hodges-lehmann-shift.js";
import type { HodgesLehmannShift } from "../../src/stats/unpaired/hodges-lehmann-shift.js";
import { kruskalWallisPermutationTest } from "../../src/stats/unpaired/kruskal-wallis-permutation.js";
import type { KruskalWallisPermutation } from "../../src/stats/unpaired/kruskal-wallis-permutation.js";
import { kruskalWallisTest } from "../../src/stats/unpaired/kruskal-wallis.js";
import type { KruskalWallis } from "../../src/stats/unpaired/kruskal-wallis.js";
import { mannWhitneyTest } from "../../src/stats/unpaired/mann-whitney.js";
import type { MannWhitney } from "../../src/stats/unpaired/mann-whitney.js";

// Hollander & Wolfe, Nonparametric Statistical Methods, chapter 4: permeability of the human chorioamnion (a placental
// membrane) to water, at term and at 12 to 26 weeks. The data and the test are in R's help on wilcox.test.
const atTerm = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
const earlier = [1.15, 0.88, 0.9, 0.74, 1.21];

it("Hollander & Wolfe: permeability at term is not shown to be greater, W 35, one-sided p 0.127", () => {
  const found = mannWhitneyTest(atTerm, earlier) as MannWhitney;
  expect(found.u).toBe(35);
  expect(found.pValueFirstHigher).toBeCloseTo(0.1272, 4);
  expect(found.method).toBe("exact permutation of midranks");
});

it("Hollander & Wolfe: the shift is 0.305, and the interval of level 0.96 runs from -0.15 to 0.76", () => {
  const shift = hodgesLehmannShift(atTerm, earlier, 0.96) as HodgesLehmannShift;
  expect(shift.estimate).toBeCloseTo(0.305, 12);
  expect([shift.low, shift.high].map((limit) => Math.round(limit * 100) / 100)).toEqual([-0.15, 0.76]);
});

// Kruskal & Wallis (1952) JASA 47:583-621, the first example: daily output of bottle caps from three machines.
const outputs = [
  [340, 345, 330, 342, 338],
  [339, 333, 344],
  [347, 343, 349, 355],
];

it("Kruskal & Wallis: bottle caps, H 5.656 on 2 degrees of freedom, p 0.059 by chi-squared and 0.049 exactly", () => {
  const found = kruskalWallisTest(outputs) as KruskalWallis;
  expect(found.h).toBeCloseTo(5.656, 3);
  expect(found.df).toBe(2);
  expect(found.pValue).toBeCloseTo(0.059, 3);
  const exact = kruskalWallisPermutationTest(outputs, {
    seed: 1,
    family: "caps",
  }) as KruskalWallisPermutation;
  expect(exact.pValue).toBeCloseTo(0.049, 3);
});

// Brunner & Munzel (2000) Biom J 42:17-25: pain scores on the third day after shoulder surgery, 14 patients on the
// treatment and 11 on placebo; the numbers are those of SciPy's and lawstat's help.
it("Brunner & Munzel: shoulder pain, statistic 3.1375 on 17.683 degrees of freedom, p 0.005786", () => {
  const treated = [1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 2, 4, 1, 1];
  const placebo = [3, 3, 4, 3, 1, 2, 3, 1, 1, 5, 4];
  const found = brunnerMunzelTest(placebo, treated) as BrunnerMunzel;
  expect(found.statistic).toBeCloseTo(3.1375, 4);
  expect(found.df).toBeCloseTo(17.683, 3);
  expect(found.pValue).toBeCloseTo(0.005786, 6);
  expect(found.estimate).toBeCloseTo(0.788961, 6);
});
