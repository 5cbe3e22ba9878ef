import { expect, it } from "vitest";
import { auditTogether } from "../../../src/disclosure/attack/together/audit-together.js";
import { auditResults } from "../../../src/disclosure/attack/audit-results.js";
import type { Held } from "../../../src/disclosure/attack/together/held.js";
import { policyOf } from "../../../src/disclosure/policy.js";
import type { Evaluation } from "../../../src/run/evaluate.js";
import { evaluateSimulated } from "./simulated.js";
import { small, under } from "./small.js";

function heldOf({ study, released }: Evaluation): Held {
  return { released, policy: policyOf(study.disclosure), questions: study.variables };
}

function breachesAlone({ released, policy }: Held): number {
  return auditResults(released, policy).breaches.length;
}

it("of a simulated study, what two policies show gives away together what neither gives away alone, and what is found is true", async () => {
  const pilot = await evaluateSimulated(3, small(3, 14, 0.9), under("pilot"));
  const partner = await evaluateSimulated(3, small(3, 14, 0.9), under("partner"));
  const [one, other] = [heldOf(pilot), heldOf(partner)];
  expect([one, other].map(breachesAlone)).toEqual([0, 0]);
  const audit = auditTogether([one, other]);
  expect(audit).toMatchObject({ differing: [], contradicting: [], few: [] });
  expect(audit.breaches.length).toBeGreaterThan(0);
  const computed = new Map(pilot.computed.results.map((result) => [result.id, result]));
  for (const { protected: number, bounds } of audit.breaches) {
    const result = computed.get(number.id);
    if (number.part !== null || result?.kind !== "estimate" || result.count === undefined) continue;
    const truth = { counted: result.count, "not counted": result.n - result.count, people: result.n }[
      number.what
    ];
    expect([number, bounds.low! <= truth && truth <= bounds.high!]).toEqual([number, true]);
  }
  const twice = auditTogether([one, one]);
  expect(twice.attacked).toBeGreaterThan(100);
  expect(twice).toMatchObject({ breaches: [], shown: [], apart: [], few: [], differing: [] });
});
