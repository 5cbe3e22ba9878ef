import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proratedMean, scaleScores } from "../../../src/stats/likert/scale-scores.js";

const item = { lowest: 1, highest: 5 };
const row = fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { minLength: 4, maxLength: 4 });
const rows = fc.array(row, { minLength: 1, maxLength: 12 });
const few = { numRuns: 100 };

describe("scaleScores", () => {
  it("everyone is complete, prorated or unscored", () => {
    const counts = (answers: (number | null)[][]) => {
      const { complete, prorated, unscored, scores } = scaleScores(answers, [item, item, item, item]);
      return (
        complete + prorated + unscored === answers.length &&
        scores.filter((score) => score === null).length === unscored
      );
    };
    fc.assert(fc.property(rows, counts), few);
  });

  it("reversing an item and turning its answers leaves every score", () => {
    const leaves = (answers: (number | null)[][]) => {
      const turned = answers.map(([first, ...rest]) => [first === null ? null : 6 - first!, ...rest]);
      expect(scaleScores(turned, [{ ...item, isReversed: true }, item, item, item])).toEqual(
        scaleScores(answers, [item, item, item, item]),
      );
    };
    fc.assert(fc.property(rows, leaves), few);
  });

  it("half of the items is enough at the half rule, and a share is compared exactly", () => {
    expect(proratedMean([5, 4, null, null], 0.5)).toBe(4.5);
    expect(proratedMean([5, null, null, null], 0.5)).toBeNull();
    const eleven = Array.from({ length: 20 }, (_, index) => (index < 11 ? 3 : null));
    expect(proratedMean(eleven, 0.55)).toBe(3);
  });

  it("nothing answered has no score, even when nothing is required", () => {
    expect(scaleScores([[null, null]], [item, item], 0)).toMatchObject({ scores: [null], unscored: 1 });
    expect(scaleScores([], [item])).toMatchObject({ scores: [], complete: 0, prorated: 0, unscored: 0 });
  });

  it("codes off the scale and rows of another length are refused by name", () => {
    expect(() => scaleScores([[6]], [item])).toThrow("scaleScores: answers[0][0]: expected 1 to 5, got 6");
    expect(() => scaleScores([[5, 5]], [item])).toThrow(
      "scaleScores: answers[0]: expected 1 values, one for each of the other list, got 2",
    );
    expect(() => scaleScores([[5]], [])).toThrow("scaleScores: items: expected at least 1, got 0");
    expect(() => scaleScores([[5]], [{ lowest: 5, highest: 5 }])).toThrow(
      "scaleScores: items[0].highest: expected more than 5, at most 1e15, got 5",
    );
    expect(() => scaleScores([[5]], [item], 2)).toThrow(
      "scaleScores: minimumAnswered: expected 0 to 1, got 2",
    );
  });
});
