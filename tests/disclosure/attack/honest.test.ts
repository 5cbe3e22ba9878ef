import { expect, it } from "vitest";
import type { Estimate } from "../../../src/core/result.js";
import { isShare } from "../../../src/disclosure/attack/share-cells.js";
import { systemOf } from "../../../src/disclosure/attack/system-of.js";
import { policyOf } from "../../../src/disclosure/policy.js";
import { exampleSeed } from "../../../src/simulate/example-truth.js";
import { evaluateSimulated, truthOf, untrue } from "./simulated.js";

const evaluated = new Map([
  [exampleSeed, await evaluateSimulated(exampleSeed)],
  [1, await evaluateSimulated(1)],
]);

it("of a question that one form left out, what is said of the others is true, and they are shown", async () => {
  const evaluation = await evaluateSimulated(
    3,
    (truth) => ({ ...truth, trusts: truth.trusts.slice(0, 4) }),
    (files) => {
      const text = new TextDecoder().decode(files.get("study.yaml"));
      const changed = text.replace(/(survey\/trust-d-month3.csv.*) \}/, "$1, not_asked: [received_pre_01] }");
      files.set("study.yaml", new TextEncoder().encode(changed));
    },
  );
  const { released, computed } = evaluation;
  const { system } = systemOf(released, policyOf({ profile: "pilot" }));
  const of = (id: string) => computed.results.find((one) => one.id === id);
  const [rated, received] = [of("gap/pre-01/useful/pooled"), of("gap/pre-01/provided/pooled")] as Estimate[];
  // Those of Trust D rated it without being asked whether they received it.
  expect(rated!.n).toBeGreaterThan(received!.count!);
  expect(of("gap/pre-01/provided/trust-d")?.kind).toBe("unavailable");
  expect(untrue(system, truthOf(system, evaluation))).toEqual([]);
  const shown = released.results.flatMap(({ kind, id }) => (kind === "estimate" ? [id] : []));
  expect(shown).toEqual(
    expect.arrayContaining([
      "gap/pre-01/useful/pooled",
      "gap/pre-01/provided/pooled",
      "flow/answered-month3/pooled",
    ]),
  );
});

it.each([...evaluated.keys()])("what is true satisfies all that is said of it, seed %i", (seed) => {
  const evaluation = evaluated.get(seed)!;
  const { system } = systemOf(evaluation.released, policyOf({ profile: "pilot" }));
  expect(system.constraints.length).toBeGreaterThan(1000);
  expect(untrue(system, truthOf(system, evaluation))).toEqual([]);
});

it("shares that are said to be one number, or to add up to everyone, are and do, in full numbers", () => {
  const { computed } = evaluated.get(exampleSeed)!;
  const byId = new Map(computed.results.map((result) => [result.id, result]));
  const sharesOf = (ids: readonly string[]) =>
    ids.map((id) => byId.get(id)!).filter((one): one is Estimate => one.kind === "estimate" && isShare(one));
  const seen = new Set<string>();
  for (const relation of computed.relations) {
    if (relation.kind !== "equal" && relation.kind !== "complement") continue;
    const ids = relation.kind === "equal" ? relation.ids : relation.parts;
    const shares = sharesOf(ids);
    if (shares.length < ids.length) continue;
    for (const { subject } of shares) seen.add(`${subject.measure}, ${relation.kind}`);
    const { n, count } = shares[0]!;
    const counts = shares.map((one) => one.count!);
    expect(new Set(shares.map((one) => one.n)), ids.join()).toEqual(new Set([n]));
    if (relation.kind === "equal") expect(new Set(counts), ids.join()).toEqual(new Set([count]));
    else
      expect(
        counts.reduce((sum, one) => sum + one, 0),
        ids.join(),
      ).toBe(n);
  }
  expect([...seen].sort()).toEqual(
    expect.arrayContaining(["coverage, complement", "gap, complement", "standard, equal"]),
  );
});
