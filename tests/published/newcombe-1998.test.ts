import { expect, it } from "vitest";
import { newcombePairedDifference } from "../../src/stats/paired/newcombe.js";
import type { PairedDifference } from "../../src/stats/paired/newcombe.js";

// Newcombe (1998) Stat Med 17:2635-2650, table II, method 10: 36 both, 12 first only, 2 second
// only, 0 neither; the difference first less second is 0.2000 (0.0569 to 0.3404).
it("36, 12, 2 and 0 give a difference of 0.2000 (0.0569 to 0.3404) by method 10", () => {
  const { estimate, low, high } = newcombePairedDifference({
    bothYes: 36,
    onlyBefore: 2,
    onlyAfter: 12,
    neither: 0,
  }) as PairedDifference;
  expect(estimate).toBeCloseTo(0.2, 12);
  expect(low).toBeCloseTo(0.0569, 4);
  expect(high).toBeCloseTo(0.3404, 4);
});
