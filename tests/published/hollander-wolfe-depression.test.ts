import { expect, it } from "vitest";
import { differences } from "../../src/stats/paired/differences.js";
import { hodgesLehmann } from "../../src/stats/paired/hodges-lehmann.js";
import { signedRankTest } from "../../src/stats/paired/signed-rank-test.js";

// Hollander & Wolfe (1973) Nonparametric Statistical Methods, table 3.1: Hamilton depression scale factor IV of nine
// patients at two visits; also the example of R's help page for wilcox.test.
const first = [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3];
const second = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];

it("the drop has a rank sum of 40 out of 45 and a one-sided p of 0.0195 (R prints V = 40, p-value = 0.01953)", () => {
  const test = signedRankTest(differences(second, first), { alternative: "greater" });
  expect(test).toMatchObject({ positiveRankSum: 40, negativeRankSum: 5, pValue: 10 / 512 });
});

it("the estimated change is -0.46, 96 % interval -0.786 to -0.010", () => {
  const change = hodgesLehmann(differences(first, second), 0.96);
  expect(change).toMatchObject({ interval: { low: -0.786, high: -0.01, attainedLevel: 1 - 20 / 512 } });
  expect((change as { estimate: number }).estimate).toBeCloseTo(-0.46, 12);
});
