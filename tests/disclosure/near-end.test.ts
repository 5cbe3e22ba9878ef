import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { Estimate } from "../../src/core/result.js";
import { suppressAgain } from "../../src/disclosure/again.js";
import { policyOf } from "../../src/disclosure/policy.js";
import { nearEnd, primaryReason, suppress } from "../../src/disclosure/primary.js";
import { plainMean } from "../../src/metrics/mean.js";

interface Case {
  readonly people: number;
  readonly scoreStep: number;
  readonly mean: number;
  /** The most people who may have given one item another answer than the two at the end that the mean lies near. */
  readonly mostOther: number;
}

const file = new URL("../reference/attack-means.json", import.meta.url);
const { cases } = JSON.parse(readFileSync(file, "utf8")) as { cases: readonly Case[] };
const allTrusts = ["A", "B"];

function score({ people, scoreStep, mean }: Case): Estimate {
  return {
    kind: "estimate",
    id: "scale/settling/arrival/trust-a",
    label: "score",
    subject: { measure: "scale", item: "settling", trusts: ["A"], wave: "arrival", sensitivity: "opinion" },
    unit: "points 0-100",
    method: plainMean,
    reference: "r",
    estimate: mean,
    interval: null,
    noInterval: "none",
    n: people,
    missing: {},
    settings: { scoreStep, alike: 1 },
    source: { files: [], columns: [] },
    cautions: [],
  };
}

for (const profile of ["pilot", "hes"] as const) {
  const policy = policyOf({ profile });
  const shown = cases.filter(
    (one) =>
      primaryReason(score(one), {
        policy,
        allTrusts,
        partition: { groups: [["A"], ["B"]] },
        consented: new Set(),
        hiddenCosts: [],
      }) === null,
  );

  it(`a mean that is shown leaves open how many answered an item otherwise: ${profile}`, () => {
    expect(shown.length).toBeGreaterThan(100);
    expect(shown.filter(({ mostOther }) => mostOther < policy.protection.people)).toEqual([]);
  });

  it(`none is held back that does: ${profile}`, () => {
    const held = cases.filter((one) => !shown.includes(one));
    const open = held.filter(({ mostOther }) => mostOther > policy.protection.people);
    expect(held.length).toBeGreaterThan(20);
    expect(open).toEqual([]);
  });
}

it("a change goes with the score at its end", () => {
  const before = { ...score(cases[0]!), id: "scale/x/arrival/trust-a" };
  const after = { ...before, id: "scale/x/month3/trust-a" };
  const change = { ...before, id: "change/x/arrival-to-month3/trust-a" };
  const relation = { kind: "change", change: change.id, before: before.id, after: after.id } as const;
  const kinds = suppressAgain([before, suppress(after, nearEnd), change], [relation]).map(({ kind }) => kind);
  expect(kinds).toEqual(["estimate", "suppressed", "suppressed"]);
});
