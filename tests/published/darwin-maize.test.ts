import { expect, it } from "vitest";
import { signFlipTest } from "../../src/stats/clusters/sign-flip.js";

// Fisher (1935) The Design of Experiments, section 21: Darwin's fifteen pairs of maize plants, cross- less
// self-fertilised, in eighths of an inch. Of 32,768 sign changes 863 give as large a total one way, 5.267% both ways.
const differences = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48];

it("863 of 32,768 sign changes give as large a total, each way", () => {
  const test = signFlipTest(differences.map((difference) => [difference]));
  expect(test).toMatchObject({ kind: "signFlipTest", pValue: (2 * 863) / 32_768, k: 15 });
});
