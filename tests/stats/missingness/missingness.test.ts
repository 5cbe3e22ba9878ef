import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scoreItems } from "../../../src/stats/missingness/item-rules.js";
import type { ItemRule } from "../../../src/stats/missingness/item-rules.js";
import { meanBounds, nonResponseBounds } from "../../../src/stats/missingness/non-response-bounds.js";

const few = { numRuns: 100 };
const rules: readonly ItemRule[] = [
  "every item answered",
  "at least half answered",
  "any item answered",
  "missing items take the item's mean",
  { atLeastShare: 0.7 },
];
const answer = fc.option(fc.integer({ min: 1, max: 5 }), { freq: 2 });
const matrix = fc.array(fc.array(answer, { minLength: 4, maxLength: 4 }), { maxLength: 12 });
const item = { lowest: 1, highest: 5 };
const four = [item, item, item, item];

describe("bounds when not everyone answered", () => {
  it("hold whatever the others would have said, and are as wide as the share of them", () => {
    const counts = fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20), fc.double({ min: 0, max: 1, noNaN: true }));
    const hold = ([successes, failures, silent, share]: [number, number, number, number]) => {
      const answered = successes + failures;
      const invited = answered + silent;
      const bounds = nonResponseBounds({ successes, answered, invited });
      if (bounds.kind === "unavailable") return invited === 0;
      const truth = (successes + Math.round(share * silent)) / invited;
      return (
        bounds.low <= truth &&
        truth <= bounds.high &&
        Math.abs(bounds.high - bounds.low - (1 - bounds.responseRate)) < 1e-12
      );
    };
    fc.assert(fc.property(counts, hold), few);
  });

  it("a proportion is a mean of noughts and ones", () => {
    const count = { successes: 3, answered: 7, invited: 12 };
    const { low, high } = nonResponseBounds(count) as { low: number; high: number };
    const asMean = meanBounds({ mean: 3 / 7, answered: 7, invited: 12, lowest: 0, highest: 1 });
    expect(asMean).toMatchObject({ kind: "bounds" });
    expect((asMean as { low: number }).low).toBeCloseTo(low, 12);
    expect((asMean as { high: number }).high).toBeCloseTo(high, 12);
  });

  it("nobody invited is unavailable; nobody answered leaves the whole scale", () => {
    expect(nonResponseBounds({ successes: 0, answered: 0, invited: 0 })).toMatchObject({
      kind: "unavailable",
    });
    expect(nonResponseBounds({ successes: 0, answered: 0, invited: 4 })).toMatchObject({
      observed: null,
      low: 0,
      high: 1,
    });
    expect(meanBounds({ mean: null, answered: 0, invited: 0, lowest: 0, highest: 1 })).toMatchObject({
      reason: "nobody was invited",
    });
  });

  it("counts that do not fit in one another are refused by name", () => {
    expect(() => nonResponseBounds({ successes: 3, answered: 2, invited: 4 })).toThrow(
      "at most answered, 2, got 3",
    );
    expect(() => nonResponseBounds({ successes: 1, answered: 5, invited: 4 })).toThrow(
      "at most invited, 4, got 5",
    );
    expect(() => nonResponseBounds({ successes: 0.5, answered: 2, invited: 4 })).toThrow("successes[0]");
    const given = { mean: 3, answered: 2, invited: 4, lowest: 1, highest: 5 };
    expect(() => meanBounds({ ...given, mean: 6 })).toThrow("meanBounds: mean: expected 1 to 5, got 6");
    expect(() => meanBounds({ ...given, mean: null })).toThrow(
      "meanBounds: mean: expected a number, got null",
    );
    expect(() => meanBounds({ ...given, highest: 1 })).toThrow("meanBounds: lowest and highest");
  });
});

describe("rules for missing items", () => {
  it("every person is counted once, and scores lie from 0 to 100", () => {
    const counted = (people: (number | null)[][]) =>
      rules.every((rule) => {
        const scored = scoreItems(people, four, rule);
        if (scored.kind === "unavailable") return rule === "missing items take the item's mean";
        const { complete, prorated, imputed, unscored, scores } = scored;
        return (
          complete + prorated + imputed + unscored === people.length &&
          scores.filter((score) => score === null).length === unscored &&
          scores.every((score) => score === null || (score >= 0 && score <= 100))
        );
      });
    fc.assert(fc.property(matrix, counted), few);
  });

  it("a stricter rule scores fewer people and scores those the same", () => {
    const nested = (people: (number | null)[][]) => {
      const [every, half, any] = rules.slice(0, 3).map((rule) => scoreItems(people, four, rule));
      if (every?.kind !== "itemScores" || half?.kind !== "itemScores" || any?.kind !== "itemScores")
        return false;
      return every.scores.every(
        (score, i) =>
          (score === null || score === half.scores[i]) &&
          (half.scores[i] === null || half.scores[i] === any.scores[i]),
      );
    };
    fc.assert(fc.property(matrix, nested), few);
  });

  it("turning the scale round turns the scores round", () => {
    const turns = (people: (number | null)[][]) => {
      const turned = people.map((answers) => answers.map((one) => (one === null ? null : 6 - one)));
      return rules.every((rule) => {
        const there = scoreItems(people, four, rule);
        const back = scoreItems(turned, four, rule);
        if (there.kind === "unavailable" || back.kind === "unavailable") return there.kind === back.kind;
        return there.scores.every((score, i) => {
          const other = back.scores[i] as number | null;
          return score === null || other === null ? score === other : Math.abs(score + other - 100) < 1e-9;
        });
      });
    };
    fc.assert(fc.property(matrix, turns), few);
  });

  it("an item that nobody answered has no mean; a share of two thirds of six is four", () => {
    expect(scoreItems([[3, null]], [item, item], "missing items take the item's mean")).toEqual({
      kind: "unavailable",
      reason: "nobody answered item 2, so it has no mean",
    });
    const six = [[1, 1, 1, 1, null, null]];
    expect(scoreItems(six, [...four, item, item], { atLeastShare: 2 / 3 })).toMatchObject({ prorated: 1 });
    expect(scoreItems([], four, "any item answered")).toMatchObject({ scores: [], unscored: 0 });
    const silent = [[null, null]];
    expect(scoreItems(silent, [item, item], "missing items take the item's mean")).toMatchObject({
      unscored: 1,
    });
  });

  it("what only a caller can get wrong is refused by name", () => {
    const rule = "any item answered";
    expect(() => scoreItems([[6]], [item], rule)).toThrow("expected 1 to 5, got 6");
    expect(() => scoreItems([[1, 2]], [item], rule)).toThrow("answers[0]: expected 1 values");
    expect(() => scoreItems([[]], [], rule)).toThrow("items: expected at least 1");
    expect(() => scoreItems([[1]], [item], { atLeastShare: 0 })).toThrow("scoreItems: rule.atLeastShare");
  });
});
