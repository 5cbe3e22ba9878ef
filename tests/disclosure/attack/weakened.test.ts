import { beforeAll, describe, expect, it } from "vitest";
import { auditResults } from "../../../src/disclosure/attack/audit-results.js";
import { policyOf } from "../../../src/disclosure/policy.js";
import type { Evaluation } from "../../../src/run/evaluate.js";
import { checkClosedWorld } from "../../../src/run/closed-world/check-closed-world.js";
import { refuseGivenAway } from "../../../src/run/attack-release.js";
import { exampleSeed } from "../../../src/simulate/example-truth.js";
import { evaluateSimulated } from "./simulated.js";
import { isOfChart, resultsJsonOf, withUnsafeChart } from "./unsafe-chart.js";
import { weakenings } from "./weakened.js";

const policy = policyOf({ profile: "pilot" });
let evaluation: Evaluation;
beforeAll(async () => {
  evaluation = await evaluateSimulated(exampleSeed);
});

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

describe("a run", () => {
  it("writes no release that a gate with a bug lets out, and names the numbers", () => {
    expect(() => refuseGivenAway(resultsJsonOf(evaluation, "1.2.3"))).not.toThrow();
    const { released, weak } = weakenings["secondary off"]!(evaluation)!;
    const refuse = () => refuseGivenAway(resultsJsonOf({ ...evaluation, released }, "1.2.3"));
    expect(refuse).toThrow(
      /would give away \d+ numbers that must not be told: people .* would be \d+ to \d+/,
    );
    expect(refuse).toThrow(new RegExp(weak.join("|")));
  });
});

describe("the closed world of a release", () => {
  it("finds a chart that was drawn from a number that is held back", async () => {
    const files = await withUnsafeChart(evaluation, "1.2.3");
    expect(files).not.toBeNull();
    const { leaks } = await checkClosedWorld(files!, "1.2.3");
    expect(leaks.some(isOfChart)).toBe(true);
    expect(leaks.filter((leak) => !isOfChart(leak)).map(({ file }) => file)).toEqual(["manifest.json"]);
  });
});
