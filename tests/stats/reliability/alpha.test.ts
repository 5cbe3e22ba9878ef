import { expect, it } from "vitest";
import { cronbachAlpha } from "../../../src/stats/reliability/alpha.js";
import { readReference, relativeError } from "../reference.js";

interface Expected {
  readonly answers: readonly (readonly number[])[];
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}
const { alpha } = readReference<{ readonly alpha: Expected }>("intervals");

function alphaOf(answers: readonly (readonly number[])[]) {
  const result = cronbachAlpha(answers);
  if (result.kind === "unavailable") throw new Error(result.reason);
  return result;
}

it("cronbachAlpha(answers) agrees with R psych::alpha and qf to 1e-12", () => {
  const result = alphaOf(alpha.answers);
  for (const field of ["estimate", "low", "high"] as const) {
    expect(relativeError(result[field], alpha[field])).toBeLessThan(1e-12);
  }
  expect(result).toMatchObject({ n: 14, items: 5 });
});

it("the same answers to every item have alpha 1 and no width", () => {
  const result = alphaOf([1, 4, 2, 5].map((answer) => [answer, answer, answer]));
  expect(result.estimate).toBeCloseTo(1, 12);
  expect(result.high - result.low).toBeCloseTo(0, 12);
});

it("turning the whole scale round, or stretching it, leaves alpha", () => {
  const turned = alphaOf(alpha.answers.map((row) => row.map((answer) => 100 - 10 * answer)));
  expect(turned.estimate).toBeCloseTo(alpha.estimate, 12);
});

it("the order of people and of items does not matter", () => {
  const reversed = alphaOf(alpha.answers.map((row) => [...row].reverse()).reverse());
  expect(reversed.low).toBeCloseTo(alpha.low, 12);
});

it("alpha is unavailable when every respondent has the same total", () => {
  expect(
    cronbachAlpha([
      [1, 3],
      [2, 2],
      [3, 1],
    ]),
  ).toEqual({
    kind: "unavailable",
    reason: "every respondent has the same total",
  });
});

it("a table that is too small or ragged is refused by name", () => {
  expect(() => cronbachAlpha([[1, 2]])).toThrow("cronbachAlpha: answers: expected at least 2 rows, got 1");
  expect(() => cronbachAlpha([[1], [2]])).toThrow("cronbachAlpha: answers: expected at least 2 items, got 1");
  expect(() => cronbachAlpha([[1, 2], [2]])).toThrow("cronbachAlpha: answers[1]: expected 2 items, got 1");
});
