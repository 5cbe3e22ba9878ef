import { describe, expect, it } from "vitest";
import type { Estimate, Result, Subject } from "../../src/core/result.js";
import { isAllowedGrain } from "../../src/disclosure/grain.js";
import { pilot } from "../../src/disclosure/policy.js";
import {
  groupDisclosure,
  primaryReason,
  tooFew,
  unsupported,
  withOpenReason,
} from "../../src/disclosure/primary.js";
import { suppressAgain } from "../../src/disclosure/again.js";

const all = ["A", "B", "C"];

function estimate(id: string, more: Partial<Estimate> = {}, subject: Partial<Subject> = {}): Estimate {
  return {
    kind: "estimate",
    id,
    label: id,
    subject: { measure: id.split("/")[0]!, trusts: all, sensitivity: "opinion", ...subject },
    unit: "points 0-100",
    method: "m",
    reference: "r",
    estimate: 50,
    interval: null,
    noInterval: "none",
    n: 60,
    missing: {},
    settings: {},
    source: { files: [], columns: [] },
    cautions: [],
    ...more,
  };
}
const held = (id: string): Result => {
  const { label, subject, unit, method, reference } = estimate(id);
  return { kind: "suppressed", id, label, subject, unit, method, reference, reason: tooFew };
};
const reasonOf = (result: Estimate) =>
  primaryReason(result, {
    policy: pilot,
    allTrusts: all,
    partition: { groups: all.map((code) => [code]) },
    consented: new Set(),
    hiddenCosts: [],
  });

describe("numbers worked out again", () => {
  const relation = {
    kind: "again" as const,
    again: "sensitivity/x/pooled",
    parts: ["change/x/trust-a", "change/x/trust-b", "change/x/pooled"],
  };

  it("go when a number that they weigh once more is held back", () => {
    const results = [
      estimate("sensitivity/x/pooled"),
      estimate("change/x/trust-a"),
      held("change/x/trust-b"),
      estimate("change/x/pooled"),
    ];
    expect(suppressAgain(results, [relation]).map((one) => one.kind)).toEqual([
      "suppressed",
      "estimate",
      "suppressed",
      "estimate",
    ]);
  });

  it("stay when all of them are shown, or were not there to be shown", () => {
    const results = [
      estimate("sensitivity/x/pooled"),
      estimate("change/x/trust-a"),
      estimate("change/x/pooled"),
    ];
    expect(suppressAgain(results, [relation])[0]!.kind).toBe("estimate");
  });
});

describe("the fewest people a number tells of", () => {
  it("are those who answered, where it rests on everyone invited", () => {
    expect(reasonOf(estimate("bounds/settling/arrival/worst/pooled", { settings: { answered: 9 } }))).toBe(
      tooFew,
    );
    expect(reasonOf(estimate("bounds/settling/arrival/worst/pooled", { settings: { answered: 10 } }))).toBe(
      null,
    );
  });

  it("are those of the smallest category, where people were weighted, whatever the study allows", () => {
    expect(
      reasonOf(estimate("weighted/settling/arrival/pooled", { settings: { fewestInCategory: 9 } })),
    ).toBe(tooFew);
  });

  it("are those still at risk, and those linked", () => {
    const atRisk = { unit: "people", estimate: 9 };
    expect(reasonOf(estimate("at-risk/x", atRisk, { sensitivity: "service" }))).toBe(tooFew);
    expect(reasonOf(estimate("at-risk/x", { ...atRisk, estimate: 10 }, { sensitivity: "service" }))).toBe(
      null,
    );
    const linked = { unit: "proportion", count: 9, estimate: 0.15 };
    expect(reasonOf(estimate("link-rate/x", linked, { sensitivity: "service" }))).toBe(tooFew);
  });

  it("numbers at risk are shown over all Trusts only, as the curves are", () => {
    expect(
      isAllowedGrain(estimate("at-risk/x", {}, { trusts: ["A"], sensitivity: "service" }), all, pilot),
    ).toBe(false);
  });
});

describe("a reason for there being no number", () => {
  const unavailable = (reason: string, measure = "reliability") => {
    const { id, label, subject, unit, method, reference } = estimate("x", {}, { measure });
    return { kind: "unavailable" as const, id, label, subject, unit, method, reference, reason };
  };

  const openOf = (one: Parameters<typeof withOpenReason>[0]) => withOpenReason(one, pilot, all);

  it("tells nothing of the people", () => {
    const counted = unavailable("a factor of 2 items needs at least 10 people, there are 7");
    expect(openOf(counted).reason).toBe(unsupported);
    const alike = openOf(unavailable("values do not differ within any cluster"));
    expect(alike).toMatchObject({ kind: "suppressed", reason: groupDisclosure });
  });

  it("is held back where it tells of few people, or that a part of the study has hardly any", () => {
    const notReached = { ...unavailable("fewer than half had reached it when they answered"), people: 9 };
    expect(openOf(notReached)).toMatchObject({ kind: "suppressed", reason: tooFew });
    const enough = openOf({ ...notReached, people: 10 });
    expect(enough).toEqual(unavailable("fewer than half had reached it when they answered"));
    const few = unavailable("no cluster has more than one value, so the variance within is unknown");
    const subject = { ...few.subject, group: { variable: "grade", level: "registrar" } };
    expect(openOf({ ...few, subject })).toMatchObject({ kind: "suppressed", reason: tooFew });
    expect(openOf(few)).toMatchObject({ kind: "unavailable", reason: unsupported });
  });

  it("is told where it tells of no answer, and of costs", () => {
    expect(openOf(unavailable("nobody gave a usable answer")).reason).toBe("nobody gave a usable answer");
    expect(openOf(unavailable("Trust A: no cost return", "cost")).reason).toBe("Trust A: no cost return");
  });
});
