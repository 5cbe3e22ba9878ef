import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { durationOf } from "../../src/dataset/duration.js";
import { keepOnePerPerson } from "../../src/dataset/duplicates.js";
import { linkCodes } from "../../src/dataset/link.js";
import { scoreScale } from "../../src/dataset/score.js";
import type { MissingReason } from "../../src/core/missing.js";
import type { Answer } from "../../src/study/answer.js";
import type { Variable } from "../../src/study/variable.js";

const item = (name: string, reverse = false): Variable => ({
  name,
  question: name,
  label: name,
  headings: [],
  role: "item",
  type: "single",
  waves: ["arrival"],
  scale: "settling",
  reverse,
  component: null,
  categories: [1, 2, 3, 4, 5].map((code) => ({ code, label: `${code}` })),
  minimum: null,
  maximum: null,
  missing: {},
  notYet: [],
  sensitivity: "opinion",
  required: false,
});
const number = (value: number): Answer => ({ kind: "number", value });
const blank: Answer = { kind: "missing", reason: "blank" };
const notAsked: Answer = { kind: "missing", reason: "not asked" };

describe("scoreScale(items, answers, minimumAnswered)", () => {
  const items = [item("a"), item("b"), item("c", true), item("d")];

  it("places each item on 0 to 100 and takes the mean, turning reverse-keyed items", () => {
    // By hand: 75, 50, reversed 5 -> 1 -> 0, 100; mean 56.25
    const score = scoreScale(items, [number(4), number(3), number(5), number(5)], 0.5);
    expect(score).toEqual({ kind: "score", value: 56.25, answered: 4, asked: 4 });
  });

  it("is the same whichever way an item is keyed and answered", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 4, maxLength: 4 }), (codes) => {
        const turned = items.map((one) => ({ ...one, reverse: !one.reverse }));
        const plain = scoreScale(items, codes.map(number), 0.5);
        const mirrored = scoreScale(
          turned,
          codes.map((code) => number(6 - code)),
          0.5,
        );
        expect(mirrored).toEqual(plain);
      }),
    );
  });

  it("scores when half of the items asked were answered, and not below", () => {
    expect(scoreScale(items, [number(5), number(5), blank, blank], 0.5)).toMatchObject({
      kind: "score",
      value: 100,
    });
    expect(scoreScale(items, [number(5), blank, blank, blank], 0.5)).toEqual({
      kind: "missing",
      reason: "blank",
    });
  });

  it("gives the commonest reason where there is no score, and what people said before blanks", () => {
    const none = (...reasons: readonly MissingReason[]) =>
      scoreScale(
        items,
        reasons.map((reason) => ({ kind: "missing", reason })),
        0.5,
      );
    const declined = "prefer not to say";
    expect(none(declined, declined, declined, declined)).toEqual({ kind: "missing", reason: declined });
    expect(none("not applicable", "don't know", "don't know", "blank")).toMatchObject({
      reason: "don't know",
    });
    expect(none("blank", "blank", declined, declined)).toMatchObject({ reason: declined });
    expect(none("not asked", "not asked", "not asked", "blank")).toMatchObject({ reason: "blank" });
    expect(none("not asked", "not asked", "not asked", "not asked")).toMatchObject({ reason: "not asked" });
  });

  it("counts items that the form did not ask neither for nor against", () => {
    expect(scoreScale(items, [number(5), notAsked, notAsked, blank], 0.5)).toMatchObject({
      answered: 1,
      asked: 2,
    });
    expect(scoreScale(items, [notAsked, notAsked, notAsked, notAsked], 0.5)).toEqual({
      kind: "missing",
      reason: "not asked",
    });
  });
});

describe("linking", () => {
  it("linkCodes(before, after) pairs codes that stand once on each side, and no others", () => {
    expect(linkCodes(["A", "B", "B", null, "C"], ["C", "B", "A", "A"])).toEqual([[4, 0]]);
  });

  it("linkCodes is symmetric", () => {
    const codes = fc.array(fc.option(fc.constantFrom("A", "B", "C", "D"), { nil: null }), { maxLength: 8 });
    fc.assert(
      fc.property(codes, codes, (before, after) => {
        const there = linkCodes(before, after).map(([i, j]) => `${i}-${j}`);
        const back = linkCodes(after, before).map(([j, i]) => `${i}-${j}`);
        expect([...there].sort()).toEqual([...back].sort());
      }),
    );
  });
});

describe("keepOnePerPerson(candidates, rule)", () => {
  const twice = [
    { code: "A", complete: true, submitted: 10 },
    { code: "A", complete: false, submitted: 20 },
    { code: null, complete: true, submitted: 5 },
    { code: "B", complete: true, submitted: 1 },
    { code: "A", complete: true, submitted: 15 },
  ];

  it("latest-complete keeps the last finished answer", () => {
    expect(keepOnePerPerson(twice, "latest-complete")).toEqual([false, false, true, true, true]);
  });

  it("first keeps the first by time", () => {
    expect(keepOnePerPerson(twice, "first")).toEqual([true, false, true, true, false]);
  });

  it("keeps the last unfinished one when none was finished", () => {
    const unfinished = twice.map((one) => ({ ...one, complete: false }));
    expect(keepOnePerPerson(unfinished, "latest-complete")).toEqual([false, true, true, true, false]);
  });

  it("takes the order in the file when a time is missing", () => {
    const untimed = twice.map((one) => ({ ...one, submitted: one.submitted === 20 ? null : one.submitted }));
    expect(keepOnePerPerson(untimed, "first")).toEqual([true, false, true, true, false]);
  });
});

describe("durationOf(answer, start, answered)", () => {
  it("counts those not yet there up to the day they answered", () => {
    expect(durationOf({ kind: "not-yet" }, 100, 190)).toEqual({ kind: "duration", time: 90, reached: false });
  });

  it("cannot use 'not yet' without both days", () => {
    const unusable = { kind: "missing", reason: "no usable dates" };
    expect(durationOf({ kind: "not-yet" }, null, 190)).toEqual(unusable);
    expect(durationOf({ kind: "not-yet" }, 100, null)).toEqual(unusable);
    expect(durationOf({ kind: "not-yet" }, 200, 190)).toEqual(unusable);
  });

  it("takes a number of days as reached, and none before the start", () => {
    expect(durationOf({ kind: "number", value: 3 }, null, null)).toEqual({
      kind: "duration",
      time: 3,
      reached: true,
    });
    expect(durationOf({ kind: "number", value: -2 }, null, null)).toMatchObject({ time: 0 });
  });
});
