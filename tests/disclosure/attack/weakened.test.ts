import { beforeAll, describe, expect, it } from "vitest";
import { auditResults } from "../../../src/disclosure/attack/audit-results.js";
import { policyOf } from "../../../src/disclosure/policy.js";
import type { Evaluation } from "../../../src/run/evaluate.js";
import { exampleSeed } from "../../../src/simulate/example-truth.js";
import { evaluateSimulated } from "./simulated.js";
import { weakenings } from "./weakened.js";

const policy = policyOf({ profile: "pilot" });
let evaluation: Evaluation;
beforeAll(async () => {
  evaluation = await evaluateSimulated(exampleSeed);
}, 60_000);

/** `node tests/bench/attack.mjs 200` asks for more studies than the suite has time for. */
const studies = Number(process.env["ATTACK_STUDIES"] ?? 0);
it.skipIf(studies === 0)(
  "of many simulated studies, every weakened gate is caught and no honest one is",
  async () => {
    const table = new Map<string, { weakened: number; caught: number }>();
    for (let seed = 1; seed <= studies; seed++) {
      const one = await evaluateSimulated(seed);
      for (const [name, weaken] of [["honest", null] as const, ...Object.entries(weakenings)]) {
        const released = weaken === null ? one.released : weaken(one)?.released;
        if (!released) continue;
        const row = table.get(name) ?? { weakened: 0, caught: 0 };
        row.weakened += 1;
        row.caught += auditResults(released, policy).breaches.length > 0 ? 1 : 0;
        table.set(name, row);
      }
    }
    console.table(Object.fromEntries(table));
    // A step of three or four people may not be told from one of five once it is rounded: the table counts those.
    table.delete("a curve step left");
    for (const [name, { weakened, caught }] of table)
      expect(`${name}: ${caught}`).toBe(`${name}: ${name === "honest" ? 0 : weakened}`);
  },
  24 * 3_600_000,
);

describe("the attack on a release", () => {
  it("finds nothing in an honest one", () => {
    const { attacked, breaches } = auditResults(evaluation.released, policy);
    expect(attacked).toBeGreaterThan(400);
    expect(breaches).toEqual([]);
  });

  it.each(Object.keys(weakenings))(
    "finds what a weakened gate gives away: %s",
    (name) => {
      const weakened = weakenings[name]!(evaluation);
      expect(weakened).not.toBeNull();
      const { breaches } = auditResults(weakened!.released, policy);
      expect(breaches.length).toBeGreaterThan(0);
      const named = new Set(breaches.flatMap(({ from }) => from));
      expect(weakened!.weak.some((id) => named.has(id))).toBe(true);
    },
    60_000,
  );
});
