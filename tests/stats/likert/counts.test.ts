import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { topBoxShare } from "../../../src/stats/likert/boxes.js";
import { answerShares, countAnswers } from "../../../src/stats/likert/counts.js";
import { quantileOfCounts, summariseCounts } from "../../../src/stats/likert/summary.js";
import { mean, median, quantile, standardDeviation } from "../../../src/stats/means/summary.js";
import { likertChecks } from "../../../src/verify/checks/likert.js";
import { testAgainstReference } from "../reference.js";

testAgainstReference(likertChecks, {
  "answer-shares": 1e-15,
  "item-summary": 1e-14,
  "quantile-of-counts": 1e-13,
  "top-box-share": 1e-13,
  "net-score": 1e-11,
  "scale-scores": 1e-14,
});

const answers = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 40 });
const few = { numRuns: 100 };

describe("counts", () => {
  it("every answer is counted once, and empty categories are kept", () => {
    expect(countAnswers([], 1, 5)).toEqual([0, 0, 0, 0, 0]);
    const countsAll = (all: number[]) =>
      countAnswers(all, 1, 5).reduce((sum, one) => sum + one) === all.length;
    fc.assert(fc.property(answers, countsAll), few);
  });

  it("a column of small integers is counted as a plain one", () => {
    expect(countAnswers(Int8Array.from([5, 1, 5]), 1, 5)).toEqual([1, 0, 0, 0, 2]);
  });

  it("counts give the summaries of the answers written out", () => {
    const agrees = (all: number[], p: number, quantileType: 6 | 7) => {
      const counts = countAnswers(all, 1, 5);
      expect(summariseCounts(counts)).toMatchObject({
        n: all.length,
        mean: expect.closeTo(mean(all), 12) as number,
        standardDeviation: expect.closeTo(standardDeviation(all), 12) as number,
        median: median(all),
      });
      expect(quantileOfCounts(counts, p, { quantileType })).toBeCloseTo(quantile(all, p, quantileType), 12);
    };
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(fc.property(answers, share, fc.constantFrom(6, 7), agrees), few);
  });

  it("the top boxes of the turned scale are the bottom boxes", () => {
    expect(topBoxShare([2, 1, 4, 5, 3])).toMatchObject({ successes: 8, n: 15 });
    expect(topBoxShare([3, 5, 4, 1, 2])).toMatchObject({ successes: 3, n: 15 });
    expect(topBoxShare([3, 5, 4, 1, 2], { boxes: 1 })).toMatchObject({ successes: 2, n: 15 });
  });

  it("nobody's answers are unavailable, and one person's have no spread", () => {
    const nobody = { kind: "unavailable", reason: "nobody answered" };
    const none = [0, 0, 0, 0, 0];
    expect([
      answerShares(none),
      summariseCounts(none),
      quantileOfCounts(none, 0.5),
      topBoxShare(none),
    ]).toEqual([nobody, nobody, nobody, nobody]);
    expect(summariseCounts([0, 0, 1])).toMatchObject({
      median: 3,
      standardDeviation: { kind: "unavailable", reason: "one person answered" },
    });
  });

  it("what is off the scale is refused by name", () => {
    expect(() => countAnswers([3, 9], 1, 5)).toThrow(
      "countAnswers: answers[1]: expected a whole number, 1 to 5, got 9",
    );
    expect(() => countAnswers([3.5], 1, 5)).toThrow(RangeError);
    expect(() => countAnswers([3], 1.5, 5)).toThrow("countAnswers: lowest: expected a whole number, got 1.5");
    expect(() => countAnswers([3], 5, 5)).toThrow(
      "countAnswers: highest: expected a whole number above 5, got 5",
    );
    expect(() => answerShares([])).toThrow("answerShares: counts: expected at least 1 category, got 0");
    expect(() => answerShares([1, -1])).toThrow(
      "answerShares: counts[1]: expected a whole number, 0 or more, got -1",
    );
    expect(() => topBoxShare([1, 2, 3])).toThrow(
      "topBoxShare: boxes: expected a whole number, 1 to half of the 3 categories, got 2",
    );
    expect(() => quantileOfCounts([1, 2], 1.1)).toThrow("quantileOfCounts: p: expected 0 to 1, got 1.1");
    expect(() => summariseCounts([1], { lowest: 0.5 })).toThrow(
      "summariseCounts: lowest: expected a whole number, got 0.5",
    );
  });
});
