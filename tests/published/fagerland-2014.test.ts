import { expect, it } from "vitest";
import { netScore } from "../../src/stats/likert/net-score.js";

// Fagerland, Lydersen & Laake (2014) Stat Med 33:2850-2875, airway hyper-responsiveness before and after stem cell
// transplantation in 21 children (Bentur et al. 2009): 1 yes to no, 7 no to yes, 13 unchanged. Tango's interval of the
// difference -0.286 is -0.517 to -0.026.
it("Tango's interval of a difference between two exclusive outcomes", () => {
  const score = netScore([7, 13, 1], { boxes: 1 });
  if (score.kind === "unavailable") throw new Error(score.reason);
  expect([score.estimate, score.low, score.high].map((one) => one.toFixed(3))).toEqual([
    "-0.286",
    "-0.517",
    "-0.026",
  ]);
});
