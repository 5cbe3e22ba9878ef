import { describe, expect, it } from "vitest";
import { checkResult, type Estimate } from "../../src/core/result.js";
import { costModel } from "../../src/costs/uncertainty/cost-model.js";
import { consequencesOf } from "../../src/economics/consequences.js";
import { economicResults, singleArm } from "../../src/economics/economic-results.js";
import type { Study } from "../../src/study/study.js";
import { cohort, costReturn, costStudy, other } from "../costs/fixture.js";
import { shippedFigures } from "../costs/figures-file.js";
import { composeStudy } from "../report/compose-fixture.js";

const thresholds = { outcome: "settling", from: 0, to: 1000, steps: 3, source: "test" };
const codes = ["A", "B", "C"];

function study(change: Partial<Study> = {}): Study {
  const costs = costStudy(codes);
  return { ...composeStudy(change), study: { ...costs.study }, costing: costs.costing, ...change };
}

/** £5,000 per IMG, guessed to within 10% either way. */
function modelOf(of: Study) {
  const returns = codes.map((code) => costReturn(code, { other: [other({ amountPence: 5_000_000 })] }));
  const cohorts = codes.map((code) => cohort(code, { recruited: 10, inducted: 10, completed: 10 }));
  return costModel(of, returns, cohorts, shippedFigures);
}

const change: Estimate = {
  kind: "estimate",
  id: "change/settling/arrival-to-month3/pooled",
  label: "change",
  subject: { measure: "change", trusts: codes, sensitivity: "opinion" },
  unit: "points 0-100",
  method: "m",
  reference: "r",
  estimate: 10,
  interval: { low: 4, high: 16, level: 0.95, method: "t", kind: "confidence" },
  n: 90,
  missing: {},
  settings: { trusts: 3 },
  source: { files: [], columns: [] },
  cautions: [],
};

describe("an acceptability curve", () => {
  const of = study({ economics: { thresholds } });
  const { results, relations } = economicResults(of, modelOf(of), [change]);
  const value = (id: string) => {
    const found = results.map(checkResult).find((one) => one.id === id);
    return found?.kind === "estimate" ? found.estimate : NaN;
  };

  it("gives the share of draws in which the change is worth its cost, at each declared worth", () => {
    expect(value("economics/acceptability/settling/worth-0")).toBe(0);
    // worth 500: net benefit 500 x N(10, 3.06) less about 5,000: even
    expect(value("economics/acceptability/settling/worth-500")).toBeCloseTo(0.5, 1);
    expect(value("economics/acceptability/settling/worth-1000")).toBeGreaterThan(0.9);
  });

  it("gives most to know where the doubt is greatest", () => {
    const [none, half, most] = [0, 500, 1000].map((worth) => value(`economics/evpi/settling/worth-${worth}`));
    expect(none).toBe(0);
    // 500 x 3.06 x 0.3989
    expect(half! / 611).toBeCloseTo(1, 1);
    expect(most!).toBeLessThan(half!);
  });

  it("warns with every number that nothing was compared, and goes when change or cost does", () => {
    for (const one of results) expect((one as Estimate).cautions).toEqual([singleArm]);
    expect(relations).toHaveLength(results.length);
    expect(relations[0]).toMatchObject({
      kind: "again",
      parts: [change.id, "cost/per-img/inducted/with-supernumerary/pooled"],
    });
  });

  it("is not worked out unless a range of worths is declared", () => {
    const without = study({ economics: {} });
    expect(economicResults(without, modelOf(without), [change]).results).toEqual([]);
  });

  it.each(["post-only", "retrospective-pre", "pre-post-unlinked", "before-after-cohorts"] as const)(
    "is refused for the design %s, and says why",
    (design) => {
      const alone = study({ design, economics: { thresholds } });
      const [refused, ...rest] = economicResults(alone, modelOf(alone), [change]).results;
      expect(rest).toEqual([]);
      expect(refused).toMatchObject({ kind: "unavailable" });
      expect(refused).toHaveProperty("reason", expect.stringContaining(design));
    },
  );

  it("is refused without an interval of the change, or without costs", () => {
    const bare = { ...change, interval: null, noInterval: "none" };
    expect(economicResults(of, modelOf(of), [bare]).results[0]).toHaveProperty(
      "reason",
      "the change has no interval to draw from",
    );
    expect(economicResults(of, null, [change]).results[0]).toHaveProperty(
      "reason",
      "no costs to set the change against",
    );
  });
});

describe("consequencesOf", () => {
  it("lists every declared outcome in its own unit, with what it was before where that was asked", () => {
    const rows = consequencesOf(study(), "pooled");
    expect(rows.map(({ result, before }) => [result, before])).toEqual([
      ["change/settling/arrival-to-month3/pooled", "scale/settling/arrival/pooled"],
      ["change/confidence/arrival-to-month3/pooled", "scale/confidence/arrival/pooled"],
      ["outcome/recommend/month3/top-two/pooled", null],
      ["standard/shadowing/pooled", null],
      ["retention/month-6/pooled", null],
    ]);
  });

  it("gives the level where no change is compared", () => {
    const rows = consequencesOf(study({ comparisons: [] }), "pooled");
    expect(rows[0]).toMatchObject({ result: "scale/settling/month3/pooled", before: null });
  });
});
