import { describe, expect, it } from "vitest";
import { openFolder } from "../../src/ingest/folder.js";
import { checkStudy } from "../../src/run/check.js";
import { evaluate } from "../../src/run/evaluate.js";
import { readShipped } from "../../src/run/shipped.js";
import { exampleTruth } from "../../src/simulate/example-truth.js";
import { expectedChange } from "../../src/simulate/expected.js";
import type { Estimate } from "../../src/core/result.js";

describe("the declared truth of the example", async () => {
  const shipped = await readShipped();
  const { computed } = evaluate(await checkStudy(openFolder("data/example"), shipped));
  const estimate = (id: string) => computed.results.find((one) => one.id === id) as Estimate;
  const holds = (id: string, truth: number) => {
    const { interval } = estimate(id);
    expect(interval!.low, id).toBeLessThanOrEqual(truth);
    expect(interval!.high, id).toBeGreaterThanOrEqual(truth);
  };

  it("the interval of each scale's change holds the change that was declared", () => {
    holds("change/settling/arrival-to-month3/pooled", expectedChange(exampleTruth, "settling").change);
    holds("change/confidence/arrival-to-month3/pooled", expectedChange(exampleTruth, "confidence").change);
  });

  it("response and linking are near what was declared", () => {
    expect(estimate("response/arrival/pooled").estimate).toBeCloseTo(exampleTruth.response, 1);
    expect(estimate("link-rate/arrival-to-month3/pooled").estimate).toBeCloseTo(exampleTruth.linked, 1);
  });

  it("the denominators are those declared, to the person", () => {
    for (const stage of ["recruited", "inducted", "completed"] as const) {
      const declared = exampleTruth.trusts.reduce((sum, trust) => sum + trust[stage], 0);
      expect(estimate(`flow/${stage}/pooled`).estimate).toBe(declared);
    }
  });

  it("usefulness of a buddy, of those who had one, is near its declared chance", () => {
    holds("gap/enb-01/useful/pooled", exampleTruth.useful["ENB-01"]!);
  });

  it("IMGs' supernumerary time per IMG inducted is the hours declared at the published pay (by hand)", () => {
    // Trust E: 29 doctors at LED.MT03 and 5 at specialty doctor year 0, 88 hours each, over 34 inducted.
    // Trust E pays its doctors a high-cost-area supplement of 2,100. LED.MT03 2026/27: 54,499 + NI 0.15 x 49,499 + pension 14.38% x 54,499 + levy 0.5% over 52.143 x 40 hours.
    const hourly = (pay: number) => (pay + 0.15 * (pay - 5000) + 0.1438 * pay + 0.005 * pay) / (52.143 * 40);
    const pounds = (29 * 88 * hourly(54_499 + 2_100) + 5 * 88 * hourly(63_696 + 2_100)) / 34;
    expect(estimate("cost/category/img-supernumerary-time/trust-e").estimate).toBeCloseTo(pounds, 1);
  });
});
