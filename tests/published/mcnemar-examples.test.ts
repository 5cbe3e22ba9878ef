import { expect, it } from "vitest";
import { mcNemarTest } from "../../src/stats/paired/mcnemar.js";
import { stuartMaxwellTest } from "../../src/stats/paired/stuart-maxwell.js";

it("approval of the prime minister fell: z squared is 17.36", () => {
  // Agresti (2002) Categorical Data Analysis, 2nd ed., section 10.1: 794 approved twice, 150 only first, 86 only second
  const test = stuartMaxwellTest([
    [794, 150],
    [86, 570],
  ]);
  expect((test as { statistic: number }).statistic).toBeCloseTo(17.36, 2);
  expect(mcNemarTest({ onlyBefore: 150, onlyAfter: 86 }).pValue).toBeLessThan(0.0001);
});

it("airway hyper-responsiveness and response to consolidation: exact p and mid-p", () => {
  // Fagerland, Lydersen & Laake (2013) BMC Med Res Methodol 13:91, the two examples
  const airway = mcNemarTest({ onlyBefore: 1, onlyAfter: 7 });
  expect(airway.pValue).toBeCloseTo(0.0703, 4);
  expect(airway.midPValue).toBeCloseTo(0.0391, 4);
  const response = mcNemarTest({ onlyBefore: 6, onlyAfter: 16 });
  expect(response.pValue).toBeCloseTo(0.0525, 4);
  expect(response.midPValue).toBeCloseTo(0.0347, 4);
});
