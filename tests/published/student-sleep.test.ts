import { expect, it } from "vitest";
import { differences } from "../../src/stats/paired/differences.js";
import { pairedTTest } from "../../src/stats/paired/paired-t-test.js";
import type { PairedTTest } from "../../src/stats/paired/paired-t-test.js";
import { signedRankTest } from "../../src/stats/paired/signed-rank-test.js";

// Student (1908) Biometrika 6:1-25, extra hours of sleep of ten patients by two drugs; R's sleep data.
const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

it("the second drug gives 1.58 hours more (0.70 to 2.46), t 4.0621 on 9 degrees of freedom, p 0.002833", () => {
  // as R prints them for t.test(extra ~ group, paired = TRUE), with the sign turned round
  const test = pairedTTest(differences(first, second)) as PairedTTest;
  expect(test.statistic).toBeCloseTo(4.0621, 4);
  expect(test.pValue).toBeCloseTo(0.002833, 6);
  expect(test.low).toBeCloseTo(0.7001142, 7);
  expect(test.high).toBeCloseTo(2.4598858, 7);
});

it("nine of ten slept longer and none shorter: the exact two-sided p is 2 in 2 to the power of 9, ties and all", () => {
  expect(signedRankTest(differences(first, second))).toMatchObject({ nZero: 1, nTied: 2, pValue: 2 ** -8 });
});
