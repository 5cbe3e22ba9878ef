import fc from "fast-check";
import { expect, it } from "vitest";
import { countAnswers, netTopTwo, topTwo } from "../../../src/stats/likert/counts.js";

const answers = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 40 });

it("every answer is counted once, and empty categories are kept", () => {
  expect(countAnswers([], 1, 5)).toEqual([0, 0, 0, 0, 0]);
  const countsAll = (all: number[]) =>
    countAnswers(all, 1, 5).reduce((sum, count) => sum + count) === all.length;
  fc.assert(fc.property(answers, countsAll), { numRuns: 100 });
});

it("turning the scale round changes the sign of the net score", () => {
  const turns = (all: number[]) => {
    const turned = all.map((answer) => 6 - answer);
    return netTopTwo(countAnswers(turned, 1, 5)) === -netTopTwo(countAnswers(all, 1, 5));
  };
  fc.assert(fc.property(answers, turns), { numRuns: 100 });
});

it("topTwo counts by hand", () => {
  expect(topTwo([2, 1, 4, 5, 3])).toEqual({ successes: 8, n: 15 });
});

it("an answer off the scale, a short scale and no answers are refused by name", () => {
  expect(() => countAnswers([3, 9], 1, 5)).toThrow(
    "countAnswers: answers[1]: expected a whole number, 1 to 5, got 9",
  );
  expect(() => countAnswers([3.5], 1, 5)).toThrow(RangeError);
  expect(() => topTwo([1, 2, 3])).toThrow("topTwo: counts: expected at least 4 categories, got 3");
  expect(() => netTopTwo([0, 0, 0, 0])).toThrow("netTopTwo: counts: expected at least 1 answer, got 0");
});
