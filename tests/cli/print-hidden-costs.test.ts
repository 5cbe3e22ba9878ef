import { expect, it } from "vitest";
import { printHiddenCosts } from "../../src/cli/print-hidden-costs.js";
import { consentOfOthers, noConsent } from "../../src/disclosure/primary.js";
import type { Evaluation } from "../../src/run/evaluate.js";

const study = {
  trusts: ["A", "B", "C", "D"].map((code) => ({ code, label: `Trust ${code}`, aliases: [] })),
  costing: { headline: "inducted" },
  disclosure: { trust_costs: [] },
} as unknown as Evaluation["study"];
const released = { results: [], groups: [["A", "B"], ["C"], ["D"]] };
const ofGroup = (slug: string, reason: string) => ({
  id: `cost/per-img/inducted/with-supernumerary/${slug}`,
  reason,
});

it("the terminal says whose cost is held back although it agreed, why, and when it would be shown", () => {
  const decisions = [
    ofGroup("trusts-a+b", consentOfOthers),
    ofGroup("trust-c", consentOfOthers),
    ofGroup("trust-d", noConsent),
  ];
  expect(printHiddenCosts({ study, released, decisions })).toEqual([
    "Costs held back although consent is recorded: Trusts A and B; Trust C. So few did not agree that their costs could be worked out from all the others. When every Trust agrees, none is held back for that.",
  ]);
});

it("and nothing where those that agreed are shown", () => {
  expect(printHiddenCosts({ study, released, decisions: [ofGroup("trust-d", noConsent)] })).toEqual([]);
});

it("names one that agreed but is shown together with one that did not", () => {
  const trust_costs = ["B", "C"].map((trust) => ({ trust, by: "somebody", on: "2026-10-12" }));
  const agreed = { ...study, disclosure: { ...study.disclosure, trust_costs } };
  const decisions = [ofGroup("trusts-a+b", noConsent), ofGroup("trust-c", consentOfOthers)];
  const [line] = printHiddenCosts({ study: agreed, released, decisions });
  expect(line).toContain("Trust B (shown together with Trust A, without recorded consent); Trust C.");
});
