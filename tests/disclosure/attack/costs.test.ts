import { expect, it } from "vitest";
import type { Estimate, Result } from "../../../src/core/result.js";
import { boundsOf } from "../../../src/disclosure/attack/bounds.js";
import { isBreached } from "../../../src/disclosure/attack/breaches.js";
import { systemOfCosts } from "../../../src/disclosure/attack/costs.js";
import { coarsenCosts } from "../../../src/disclosure/cost-steps.js";
import type { Policy } from "../../../src/disclosure/policy.js";
import { pilot, policyOf } from "../../../src/disclosure/policy.js";
import type { Released } from "../../../src/disclosure/released.js";
import { roundTo } from "../../../src/disclosure/rounding.js";
import { evaluateSimulated, truthOf, untrue } from "./simulated.js";
import { small } from "./small.js";

const all = ["A", "B", "C"];
const slices = [
  { slice: "trust-a", trusts: ["A"], imgs: 19 },
  { slice: "trust-b", trusts: ["B"], imgs: 31 },
  { slice: "trust-c", trusts: ["C"], imgs: 24 },
  { slice: "pooled", trusts: all, imgs: 74 },
];
/** Pounds that each Trust spent in all on each part. */
const spent: Readonly<Record<string, readonly number[]>> = {
  "staff-time": [38_000, 124_000, 30_000],
  travel: [2000, 27_000, 60_000],
  "per-img": [40_000, 151_000, 90_000],
};

function result(id: string, subject: object, value: object): Result {
  const open = { kind: "estimate", missing: {}, settings: {}, cautions: [], interval: null };
  return {
    ...{ ...open, id, label: id, method: "sum", source: { files: [], columns: [] } },
    ...{ subject: { sensitivity: "service", ...subject }, ...value },
  } as unknown as Result;
}

/** Three Trusts as computed: 19, 31 and 24 IMGs, and what two parts of the cost came to for each of them. */
const computed: readonly Result[] = slices.flatMap(({ slice, trusts, imgs }) => [
  result(
    `flow/inducted/${slice}`,
    { measure: "flow", item: "inducted", trusts },
    { unit: "people", estimate: imgs, n: imgs },
  ),
  ...Object.entries(spent).map(([part, pounds]) => {
    const own = pounds.reduce((sum, one, at) => sum + (trusts.includes(all[at]!) ? one : 0), 0);
    const subject = { measure: "cost", item: part, level: "inducted", trusts };
    const unit = "GBP 2026/27 per IMG inducted";
    const stem = part === "per-img" ? "cost/per-img/inducted/with-supernumerary" : `cost/category/${part}`;
    return result(`${stem}/${slice}`, subject, { unit, estimate: own / imgs, n: imgs });
  }),
]);

/** The results rounded as the gate would, money to 10 pounds where no other step is set. */
function released(results: readonly Result[]): Released {
  const rounded = results.map((one): Result => {
    if (one.kind !== "estimate") return one;
    const people = one.subject.trusts.length === all.length ? 1 : 5;
    const precision = one.subject.measure === "flow" ? people : (one.precision ?? 10);
    const estimate = roundTo(one.estimate, precision);
    return { ...one, estimate, precision, n: roundTo(one.n, people), nPrecision: people };
  });
  return { results: rounded, groups: all.map((trust) => [trust]), relations: [] };
}

const boundsIn = (one: Released, policy: Policy) => {
  const { system, protected: numbers } = systemOfCosts(one, policy);
  return numbers.map(({ id, terms }) => [id, boundsOf(system, terms)] as const);
};

it("the costs of all three Trusts beside those of all tell how many IMGs each had", () => {
  const open = released(computed);
  const { system, protected: numbers } = systemOfCosts(open, pilot);
  expect(isBreached(system, numbers)).toBe(true);
  expect(Object.fromEntries(boundsIn(open, pilot))).toEqual({
    "flow/inducted/trust-a": { low: 19, high: 19 },
    "flow/inducted/trust-b": { low: 31, high: 31 },
    "flow/inducted/trust-c": { low: 24, high: 24 },
  });
});

it("the gate rounds the Trusts' costs until no number of IMGs is told more closely than it is shown", () => {
  const coarse = coarsenCosts(computed, [], pilot, all, released);
  const { system, protected: numbers } = systemOfCosts(released(coarse), pilot);
  expect(numbers).toHaveLength(3);
  expect(isBreached(system, numbers)).toBe(false);
  for (const [, { low, high }] of boundsIn(released(coarse), pilot)) expect(high! - low!).toBe(4);
  const shown = coarse.filter((one): one is Estimate => one.kind === "estimate");
  const steps = shown.flatMap(({ subject, precision }) =>
    subject.measure === "cost" && subject.trusts.length === 3 ? [precision] : [],
  );
  expect(steps, "costs over all Trusts keep their precision").toEqual([undefined, undefined, undefined]);
  const byTrust = shown.filter(({ subject }) => subject.measure === "cost" && subject.trusts.length === 1);
  expect(new Set(byTrust.map(({ subject }) => subject.item)), "the parts go, the whole stays").toEqual(
    new Set(["per-img"]),
  );
});

it("a total over a cost per IMG tells a rounded number of IMGs, and is rounded until two are possible", () => {
  const policy = { ...pilot, steps: { ...pilot.steps, flow: { byTrust: 5, pooled: 5 } } };
  const of = (item: string, level: string) => ({ measure: "cost", item, level, trusts: all });
  const unit = "GBP 2026/27";
  const some = [
    result(
      "flow/inducted/pooled",
      { measure: "flow", item: "inducted", trusts: all },
      { unit: "people", estimate: 74, n: 74 },
    ),
    result("cost/total/with-supernumerary/pooled", of("total", "with"), { unit, estimate: 281_000, n: 74 }),
    result("cost/per-img/inducted/with-supernumerary/pooled", of("per-img", "inducted"), {
      ...{ unit: `${unit} per IMG inducted`, estimate: 281_000 / 74, n: 74 },
    }),
  ];
  const at = (results: readonly Result[]): Released => {
    const one = released(results);
    const rounded = one.results.map((own): Result =>
      own.kind === "estimate"
        ? {
            ...own,
            n: 75,
            nPrecision: 5,
            ...(own.subject.measure === "flow" ? { estimate: 75, precision: 5 } : {}),
          }
        : own,
    );
    return { ...one, results: rounded };
  };
  expect(boundsIn(at(some), policy)).toEqual([["flow/inducted/pooled", { low: 74, high: 74 }]]);
  const [, { low, high }] = boundsIn(at(coarsenCosts(some, [], policy, all, at)), policy)[0]!;
  expect(low).toBeLessThanOrEqual(74);
  expect(high! - low!).toBeGreaterThanOrEqual(1);
});

it.each([3, 4, 5])(
  "what is true satisfies what costs say, and no IMGs are told: %i Trusts that all agreed",
  async (trusts) => {
    const agreed = (files: Map<string, Uint8Array>) => {
      const text = new TextDecoder().decode(files.get("study.yaml"));
      const codes = ["A", "B", "C", "D", "E", "F"].slice(0, trusts);
      const consents = codes.map((code) => `    - { trust: ${code}, by: CFO, on: 2026-10-12 }\n`).join("");
      const own = `disclosure:\n  profile: pilot\n  trust_costs:\n${consents}`;
      files.set(
        "study.yaml",
        new TextEncoder().encode(
          text.replace(/^disclosure:\n(?: .*\n)*/m, own).replace(/draws: \d+/, "draws: 1000"),
        ),
      );
    };
    const evaluation = await evaluateSimulated(trusts, small(trusts, 17 + trusts, 0.9), agreed);
    const policy = policyOf({ profile: "pilot" });
    const { system, protected: numbers } = systemOfCosts(evaluation.released, policy);
    expect(system.constraints.length).toBeGreaterThan(100);
    expect(untrue(system, truthOf(system, evaluation))).toEqual([]);
    expect(isBreached(system, numbers)).toBe(false);
  },
);
