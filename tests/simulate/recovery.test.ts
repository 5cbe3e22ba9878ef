import { beforeAll, expect, it } from "vitest";
import type { Result } from "../../src/core/result.js";
import { payPointsOf } from "../../src/costs/figures.js";
import { checkStudy } from "../../src/run/check.js";
import { evaluate } from "../../src/run/evaluate.js";
import { readShipped } from "../../src/run/shipped.js";
import { exampleSeed, exampleTruth } from "../../src/simulate/example-truth.js";
import { expectedChange, expectedTrustChange, scaleIds, trustEffects } from "../../src/simulate/expected.js";
import { simulate } from "../../src/simulate/simulate.js";

let results: ReadonlyMap<string, Result> = new Map();

beforeAll(async () => {
  const shipped = await readShipped();
  const payPoints = payPointsOf(shipped.figures, exampleTruth.priceYear);
  const files = await simulate(exampleTruth, exampleSeed, { components: shipped.components, payPoints });
  const folder = {
    read: async (file: string) => files.get(file) ?? null,
    list: async () => [...files.keys()],
  };
  const checked = await checkStudy(folder, shipped);
  expect(checked.refused).toBe(false);
  results = new Map(evaluate(checked).computed.results.map((result) => [result.id, result]));
});

function intervalOf(id: string): { readonly low: number; readonly high: number } {
  const result = results.get(id);
  if (result?.kind !== "estimate" || !result.interval) throw new Error(`${id}: no interval`);
  return result.interval;
}

it.each(scaleIds)("the pooled interval of the change in %s holds the declared truth", (scale) => {
  const { low, high } = intervalOf(`change/${scale}/arrival-to-month3/pooled`);
  const { change } = expectedChange(exampleTruth, scale);
  expect(low).toBeLessThan(change);
  expect(high).toBeGreaterThan(change);
});

it("at least ten of the twelve intervals by Trust hold the Trust's own truth", () => {
  const held = scaleIds.flatMap((scale) => {
    const effects = trustEffects(exampleTruth, exampleSeed, scale);
    return exampleTruth.trusts.map((trust, index) => {
      const { low, high } = intervalOf(`change/${scale}/arrival-to-month3/trust-${trust.code.toLowerCase()}`);
      const { change } = expectedTrustChange(exampleTruth, scale, trust, effects[index]!);
      return low < change && change < high;
    });
  });
  // With twelve independent 95% intervals, fewer than ten would happen in 2 of 100 studies.
  expect(held.filter(Boolean).length).toBeGreaterThanOrEqual(10);
});
