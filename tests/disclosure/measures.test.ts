import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Result } from "../../src/core/result.js";

/**
 * Why no released number of a measure can be turned back into a count or a person's value. Every measure stands here: a new
 * one is thought through before it is released.
 */
const why: Readonly<Record<string, string>> = {
  flow: "whole counts of what Trusts did (service): rounded by Trust; exact over all Trusts, unless the policy rounds or asks for more people between two of them",
  response: "share of people: step of shares, limits widest",
  completion: "share of people: step of shares, limits widest",
  "link-rate": "share of people: step of shares, limits widest; nobody's code is told",
  coverage: "share of people: step of shares, limits widest",
  standard: "share of people: step of shares, limits widest",
  setup: "share of people: step of shares, limits widest",
  item: "share of people: step of shares, limits widest; all, or all but one, held back",
  outcome: "share of people: step of shares, limits widest; all, or all but one, held back",
  choice: "share of people: step of shares, limits widest; all, or all but one, held back",
  gap: "share of people: step of shares, limits widest; the two sides of a gap are shares themselves",
  appraisal: "share of people: step of shares; over all Trusts only",
  retention:
    "one point of a curve, over all Trusts only: step of shares, limits outwards; no second point to take it from",
  milestone:
    "points of a curve over all Trusts, enough events apart, step of shares; by Trust the median day alone, in whole days: of the day on which someone got there it does not say who, nor of how many",
  "at-risk":
    "counts of ten or more, to the nearest 5, over all Trusts only, and only beside a point that is shown",
  scale:
    "of one group, a mean over people: step at which no sum can be told, limits even on both sides; over all Trusts, a mean of means by random effects, whose weights nobody knows: there is no sum",
  change: "as scale; the p-value is shown over all Trusts only and follows from a mean of means",
  sensitivity: "means of means, rounded as coarsely as a Trust's, and gone with any number behind them",
  heterogeneity: "spread of Trusts' means: no sum of people; coarse, and gone with any number behind it",
  bounds:
    "a share: step of shares. Of a score: to the nearest 5 points: the two cases differ by those invited who did not answer, and the response tells these anyway",
  weighted: "weights follow from cohort numbers and answers: no count; coarse, and gone with its parts",
  reliability:
    "a function of all answers together: of coefficients of two digits there are more data sets than people could search; rounded to 0.05 below 50 people, since an interval (Feldt) depends on the number of people",
  delivery: "counts Trusts and what they planned, not people",
  benchmark: "published elsewhere",
  quality:
    "counts of answers and rows over the whole study, to the nearest 5, held back when fewer people than the minimum stand behind them",
  files: "counts files, waves and variables, not people",
  cost: "money: total over IMGs is one of three denominators whose numbers over all Trusts are shown; of one Trust one denominator alone and never its total, so that no division gives its IMGs; pooled costs by dominance and p%",
  economics: "worked out from released costs, to coarse steps",
};

describe("every measure that is released", () => {
  const { results } = JSON.parse(readFileSync("reports/example/release/results.json", "utf8")) as {
    results: readonly Result[];
  };
  const measures = [...new Set(results.map(({ subject }) => subject.measure))];

  it("has its reason why it gives nobody away", () => {
    expect(measures.length).toBeGreaterThan(20);
    expect(measures.filter((measure) => why[measure] === undefined)).toEqual([]);
  });

  it("holds no exact p-value, statistic or missing count of a Trust", () => {
    const estimates = results.flatMap((one) => (one.kind === "estimate" ? [one] : []));
    const byTrust = estimates.filter(({ subject }) => subject.trusts.length === 1);
    expect(byTrust.length).toBeGreaterThan(100);
    for (const one of byTrust) {
      expect(one).not.toHaveProperty("test");
      expect(one.missing).toEqual({});
    }
  });
});
