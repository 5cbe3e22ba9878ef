import { describe, expect, it } from "vitest";
import { auditResults } from "../../../src/disclosure/attack/audit-results.js";
import { systemOf } from "../../../src/disclosure/attack/system-of.js";
import { policyOf } from "../../../src/disclosure/policy.js";
import { releasedSchema } from "../../../src/disclosure/released-schema.js";
import type { Truth } from "../../../src/simulate/truth.js";
import { evaluateSimulated, truthOf, untrue } from "./simulated.js";

/** The example's first Trusts, each with so many IMGs, of whom some answer. */
function small(trusts: number, size: number, response: number): (truth: Truth) => Truth {
  const sizes = { recruited: size, eligible: size, invited: size, inducted: size, completed: size };
  return (truth) => ({
    ...truth,
    response,
    trusts: truth.trusts.slice(0, trusts).map((trust) => ({ ...trust, ...sizes })),
  });
}

/** No Trust agreed to show its costs, nothing was promised, and another policy holds. */
function under(profile: string): (files: Map<string, Uint8Array>) => void {
  return (files) => {
    const text = new TextDecoder().decode(files.get("study.yaml"));
    const changed = text.replace(
      /^disclosure:\n(?: .*\n)*/m,
      `disclosure: { profile: ${profile}, trust_costs: [] }\n`,
    );
    files.set("study.yaml", new TextEncoder().encode(changed));
  };
}

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
