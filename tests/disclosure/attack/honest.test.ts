import { expect, it } from "vitest";
import { systemOf } from "../../../src/disclosure/attack/system-of.js";
import { policyOf } from "../../../src/disclosure/policy.js";
import { exampleSeed } from "../../../src/simulate/example-truth.js";
import { evaluateSimulated, truthOf, untrue } from "./simulated.js";

it.each([exampleSeed, 1])("what is true satisfies all that is said of it, seed %i", async (seed) => {
  const evaluation = await evaluateSimulated(seed);
  const { system } = systemOf(evaluation.released, policyOf({ profile: "pilot" }));
  expect(system.constraints.length).toBeGreaterThan(1000);
  expect(untrue(system, truthOf(system, evaluation))).toEqual([]);
});
