import { expect, it } from "vitest";
import { stream } from "../../../src/core/random.js";
import { costModel } from "../../../src/costs/uncertainty/cost-model.js";
import { trustResults } from "../../../src/costs/uncertainty/trust-results.js";
import { gammaQuantile } from "../../../src/stats/distributions/gamma.js";
import { normalCdf, normalQuantile } from "../../../src/stats/distributions/normal.js";
import { recover } from "../../bench/cost-uncertainty/recover.mjs";
import { shippedFigures } from "../figures-file.js";

const library = { stream, gammaQuantile, normalQuantile, normalCdf, costModel, trustResults };

/** The same as `node tests/bench/cost-uncertainty.mjs`, which has a thousand studies. */
it("known variances of made-up studies of six Trusts are recovered, net of a third that inputs would add", () => {
  const options = { studies: 60, draws: 500, correlation: 0.5, between: 600 };
  const { between, input, total } = recover(library, shippedFigures, options);
  expect(Math.abs(between.bias)).toBeLessThan(0.1);
  expect(Math.abs(input.bias)).toBeLessThan(0.05);
  expect(Math.abs(total.bias)).toBeLessThan(0.1);
});
