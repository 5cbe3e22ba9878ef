import { describe, expect, it } from "vitest";
import type { Estimate, Result, Subject } from "../../src/core/result.js";
import { coarserBeside } from "../../src/disclosure/coarser-beside.js";
import { holdBackCurvePoints } from "../../src/disclosure/curve-points.js";
import { pilot } from "../../src/disclosure/policy.js";
import { suppress } from "../../src/disclosure/primary.js";
import { holdBackNearCounts, holdBackNearlyAll } from "../../src/disclosure/small-rest.js";

const all = ["A", "B", "C"];

function estimate(id: string, subject: Partial<Subject>, more: Partial<Estimate> = {}): Estimate {
  return {
    kind: "estimate",
    id,
    label: id,
    subject: { measure: id.split("/")[0]!, trusts: all, sensitivity: "service", ...subject },
    unit: "proportion",
    method: "m",
    reference: "r",
    estimate: 0.5,
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
const shownOf = (results: readonly Result[]) =>
  results.filter(({ kind }) => kind === "estimate").map(({ id }) => id);

describe("points of a curve", () => {
  const point = (day: number, events: number) =>
    estimate(`milestone/login/day-${day}/pooled`, { level: `day-${day}` }, { settings: { day, events } });
  const atRisk = (day: number, events: number) =>
    estimate(
      `milestone/login/at-risk-${day}/pooled`,
      { measure: "at-risk" },
      { unit: "people", estimate: 60 - events, settings: { day, events } },
    );

  it("are shown from the first on, each with enough events since the last one shown", () => {
    const points = [point(28, 24), point(1, 0), point(3, 4), point(7, 6), point(14, 10), point(21, 11)];
    expect(shownOf(holdBackCurvePoints(points, pilot))).toEqual([
      "milestone/login/day-28/pooled",
      "milestone/login/day-1/pooled",
      "milestone/login/day-7/pooled",
      "milestone/login/day-21/pooled",
    ]);
  });

  it("stay after one that says that everybody had got there: they tell nothing more", () => {
    const points = [point(1, 30), point(7, 50), point(14, 58), point(28, 60), point(42, 60), point(84, 60)];
    expect(shownOf(holdBackCurvePoints(points, pilot))).toEqual([
      "milestone/login/day-1/pooled",
      "milestone/login/day-7/pooled",
      "milestone/login/day-28/pooled",
      "milestone/login/day-42/pooled",
      "milestone/login/day-84/pooled",
    ]);
    const notAll = [point(1, 30), point(28, 56), point(42, 56)];
    expect(shownOf(holdBackCurvePoints(notAll, pilot))).toEqual(["milestone/login/day-1/pooled"]);
    const near = [point(1, 57), point(28, 60), point(42, 60)];
    expect(shownOf(holdBackCurvePoints(near, pilot))).toEqual([
      "milestone/login/day-28/pooled",
      "milestone/login/day-42/pooled",
    ]);
  });

  it("take their numbers at risk with them, and leave other results alone", () => {
    const median = estimate("milestone/login/median/pooled", {}, { unit: "days" });
    const results = [median, point(1, 2), atRisk(1, 2), point(3, 9), atRisk(3, 9)];
    expect(shownOf(holdBackCurvePoints(results, pilot))).toEqual([
      median.id,
      "milestone/login/day-3/pooled",
      "milestone/login/at-risk-3/pooled",
    ]);
  });

  it("follow the policy's number of events", () => {
    const strict = { ...pilot, eventsBetween: 10 };
    expect(shownOf(holdBackCurvePoints([point(1, 9), point(3, 10), point(7, 19)], strict))).toEqual([
      "milestone/login/day-3/pooled",
    ]);
  });
});

describe("a group or level that is nearly everybody", () => {
  const whole = estimate("coverage/x/yes/pooled", {}, { n: 60 });
  const level = (n: number) =>
    estimate("coverage/x/yes/pooled/grade-1", { group: { variable: "grade", level: "1" } }, { n });

  it("goes when fewer than the minimum are left, and stays when nobody is", () => {
    expect(shownOf(holdBackNearlyAll([whole, level(51)], pilot, all))).toEqual([whole.id]);
    expect(shownOf(holdBackNearlyAll([whole, level(50)], pilot, all))).toHaveLength(2);
    expect(shownOf(holdBackNearlyAll([whole, level(60)], pilot, all))).toHaveLength(2);
  });
});

describe("exact numbers of the same people", () => {
  const flow = (stage: string, people: number) =>
    estimate(`flow/${stage}/pooled`, { item: stage }, { unit: "people", estimate: people, n: people });
  const counts = [flow("invited", 150), flow("recruited", 148), flow("inducted", 140)];

  it("stay where the policy shows any number of what a Trust did", () => {
    expect(shownOf(holdBackNearCounts(counts, pilot, all))).toHaveLength(3);
  });

  it("go where it asks for more people, unless they are rounded", () => {
    const service = { ...pilot.shares.service, fewest: { byTrust: 5, pooled: 5 } };
    const own = { ...pilot, shares: { ...pilot.shares, service } };
    expect(shownOf(holdBackNearCounts(counts, own, all))).toEqual([
      "flow/invited/pooled",
      "flow/inducted/pooled",
    ]);
    const rounded = { ...own, steps: { ...own.steps, flow: { byTrust: 5, pooled: 5 } } };
    expect(shownOf(holdBackNearCounts(counts, rounded, all))).toHaveLength(3);
  });
});

describe("coarserBeside(results, relations, allTrusts)", () => {
  const of = (level: string, slice: string, trusts: readonly string[]) =>
    estimate(`item/q/${level}/${slice}`, { trusts, level });
  const pooled = of("top-two", "pooled", all);

  it("names a number over all Trusts of which a group or a level is held back", () => {
    const groups = [of("top-two", "trust-a", ["A"]), of("top-two", "trust-b", ["B"])];
    const level = estimate("item/q/top-two/pooled/grade-1", { group: { variable: "grade", level: "1" } });
    expect(coarserBeside([pooled, ...groups, level], [], all).size).toBe(0);
    expect([...coarserBeside([pooled, suppress(groups[0]!, "x"), groups[1]!], [], all)]).toEqual([pooled.id]);
    expect([...coarserBeside([pooled, ...groups, suppress(level, "x")], [], all)]).toEqual([pooled.id]);
  });

  it("and what is one number with it, or one part of the same whole", () => {
    const high = of("high", "pooled", all);
    const low = of("low", "pooled", all);
    const coarse = coarserBeside(
      [pooled, high, low, suppress(of("top-two", "trust-a", ["A"]), "x")],
      [
        { kind: "complement", parts: [low.id, high.id] },
        { kind: "equal", ids: [high.id, pooled.id] },
      ],
      all,
    );
    expect([...coarse].sort()).toEqual([high.id, low.id, pooled.id]);
  });
});
