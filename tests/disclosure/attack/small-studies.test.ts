import { describe, expect, it } from "vitest";
import { auditResults } from "../../../src/disclosure/attack/audit-results.js";
import { systemOf } from "../../../src/disclosure/attack/system-of.js";
import { policyOf } from "../../../src/disclosure/policy.js";
import { releasedSchema } from "../../../src/disclosure/released-schema.js";
import { evaluateSimulated, truthOf, untrue } from "./simulated.js";
import { small, under } from "./small.js";

describe("of a small study, what is said is true, nothing is given away and nothing is held that no release holds", () => {
  it.each([
    { name: "one Trust", trusts: 1, size: 40, response: 0.9, profile: "pilot" },
    { name: "two Trusts", trusts: 2, size: 24, response: 0.7, profile: "partner" },
    { name: "three Trusts of five", trusts: 3, size: 5, response: 1, profile: "hes" },
  ])("$name, profile $profile", async ({ trusts, size, response, profile }) => {
    const evaluation = await evaluateSimulated(3, small(trusts, size, response), under(profile));
    const { study, released } = evaluation;
    const policy = policyOf(study.disclosure);
    expect([study.trusts.length, policy.profile]).toEqual([trusts, profile]);
    const { system, protected: numbers } = systemOf(released, policy);
    expect(numbers.length).toBeGreaterThan(100);
    expect(untrue(system, truthOf(system, evaluation))).toEqual([]);
    expect(auditResults(released, policy).breaches).toEqual([]);
    expect(releasedSchema.safeParse(JSON.parse(JSON.stringify(released))).error).toBeUndefined();
  });
});
