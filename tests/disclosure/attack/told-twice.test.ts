import { describe, expect, it } from "vitest";
import type { Relation } from "../../../src/core/relation.js";
import type { Result, Subject } from "../../../src/core/result.js";
import { boundsOf } from "../../../src/disclosure/attack/bounds.js";
import { systemOf } from "../../../src/disclosure/attack/system-of.js";
import type { Bounds, Protected } from "../../../src/disclosure/attack/system.js";
import { pilot } from "../../../src/disclosure/policy.js";
import { shareMethods } from "../../../src/metrics/proportion.js";

const groups = [["A"], ["B"]];
const all = ["A", "B"];

/** A result of a release; one without a value is held back. */
function result(id: string, subject: Partial<Subject>, value?: Record<string, unknown>): Result {
  const trusts = id.endsWith("/trust-a") ? ["A"] : id.endsWith("/trust-b") ? ["B"] : all;
  const whole = { kind: "suppressed", id, unit: "proportion", method: shareMethods[0] };
  const of = { trusts, sensitivity: "service", ...subject };
  const told = value === undefined ? {} : { kind: "estimate", missing: {}, settings: {}, ...value };
  return { ...whole, subject: of, source: { files: [], columns: [] }, ...told } as unknown as Result;
}

function share(estimate: number, n: number, precision: number): Record<string, unknown> {
  return { estimate, n, precision, nPrecision: 5, interval: null };
}

function flow(stage: string, slice: string, people: number, step: number): Result {
  const told = {
    estimate: people,
    n: people,
    precision: step,
    nPrecision: step,
    unit: "people",
    interval: null,
  };
  return result(`flow/${stage}/${slice}`, { measure: "flow", item: stage }, { ...told, method: "count" });
}

/** What the attacker knows of one protected number. */
function known(
  results: readonly Result[],
  id: string,
  what: Protected["what"],
  relations: readonly Relation[] = [],
): Bounds {
  const { system, protected: numbers } = systemOf({ results, groups, relations }, pilot);
  return boundsOf(system, numbers.find((one) => one.id === id && one.what === what)!.terms);
}

describe("a number that another tells once more", () => {
  it("those who were asked how useful something was received it", () => {
    const of = { measure: "gap", item: "X", wave: "later" };
    const results = [
      flow("answered-later", "trust-a", 10, 5),
      result("gap/x/provided/trust-a", { ...of, level: "provided" }),
      result("gap/x/useful/trust-a", { ...of, level: "useful", sensitivity: "opinion" }, share(0.6, 10, 0.2)),
    ];
    // 8 to 12 answered and 10 to 12 rated it, so that 0 to 2 had not received it.
    const relation = { kind: "asked", asked: "gap/x/useful/trust-a", of: "gap/x/provided/trust-a" } as const;
    const id = relation.of;
    expect(known(results, id, "not counted", [relation])).toEqual({ low: 0, high: 2 });
    // Unless the release says so, a form may have asked those who did not.
    expect(known(results, id, "not counted")).toEqual({ low: 0, high: 12 });
  });

  it("of a shown opinion, those not counted are protected as those counted are", () => {
    const of = { measure: "gap", item: "X", wave: "later", level: "useful", sensitivity: "opinion" as const };
    const missing = { missing: { "not received": 15, "don't know": 5 } };
    const results = [
      flow("answered-later", "pooled", 42, 1),
      result("gap/x/useful/pooled", of, { ...share(0.8, 25, 0.05), ...missing }),
    ];
    // 18 of 23, 19 of 24, 20 of 25 or 21 of 26: with at least 13 and 3 missing of 42, there are no 27.
    expect(known(results, "gap/x/useful/pooled", "counted")).toEqual({ low: 18, high: 21 });
    expect(known(results, "gap/x/useful/pooled", "not counted")).toEqual({ low: 5, high: 5 });
  });

  it("who was linked, and who of those who answered was not, is told by the flow", () => {
    const of = { measure: "link-rate", wave: "later", versus: "first" };
    const results = [
      flow("answered-later", "trust-a", 15, 5),
      flow("linked-first-to-later", "trust-a", 15, 5),
      result("link-rate/first-to-later/trust-a", of),
    ];
    expect(known(results, "link-rate/first-to-later/trust-a", "counted")).toEqual({ low: 13, high: 17 });
    expect(known(results, "link-rate/first-to-later/trust-a", "not counted")).toEqual({ low: 0, high: 4 });
  });

  it("the most favourable case counts the best answers and all who gave none", () => {
    const opinion = { item: "recommend", wave: "later", sensitivity: "opinion" as const };
    const best = { ...share(0.8, 55, 0.05), unit: "proportion", method: "best and worst case" };
    const results = [
      flow("invited", "pooled", 54, 1),
      result(
        "outcome/recommend/later/top-two/pooled",
        { ...opinion, measure: "outcome", level: "top-two" },
        share(0.7, 40, 0.1),
      ),
      result("bounds/recommend/later/best/pooled", { ...opinion, measure: "bounds", level: "best" }, best),
    ];
    // 42 to 44 of at most 54 lie in 77.5% to 82.5%: 54 less those who did not choose them, so that these are 10 to 12.
    const bounds = known(results, "outcome/recommend/later/top-two/pooled", "not counted");
    expect(bounds).toEqual({ low: 10, high: 12 });
  });

  it("asks no less of a rating that is held back where few received the component, by what is shown of it", () => {
    const of = { measure: "gap", item: "X", wave: "later" };
    const results = [
      flow("answered-later", "pooled", 42, 1),
      result("gap/x/provided/pooled", { ...of, level: "provided" }, share(0.05, 40, 0.05)),
      result("gap/x/useful/pooled", { ...of, level: "useful", sensitivity: "opinion" }),
    ];
    const relations = [{ kind: "asked", asked: "gap/x/useful/pooled", of: "gap/x/provided/pooled" } as const];
    const { protected: numbers } = systemOf({ results, groups, relations }, pilot);
    const counted = numbers.find(({ id, what }) => id === "gap/x/useful/pooled" && what === "counted");
    expect(counted!.width).toBe(pilot.protection.people);
  });

  it("asks of a share of the flow what the flow leaves, which has a rule of its own", () => {
    const results = [
      flow("answered-later", "trust-a", 15, 5),
      flow("linked-first-to-later", "trust-a", 15, 5),
      result("link-rate/first-to-later/trust-a", { measure: "link-rate", wave: "later", versus: "first" }),
    ];
    const { protected: numbers } = systemOf({ results, groups, relations: [] }, pilot);
    const widthOf = (what: Protected["what"]) => numbers.find((one) => one.what === what)!.width;
    // 13 to 17 were linked of 13 to 17 who answered.
    expect([widthOf("counted"), widthOf("people")]).toEqual([4, 4]);
    expect(widthOf("not counted")).toBe(pilot.protection.people);
  });
});
