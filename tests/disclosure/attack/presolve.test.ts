import { describe, expect, it } from "vitest";
import { boundsOf } from "../../../src/disclosure/attack/bounds.js";
import type { System } from "../../../src/disclosure/attack/system.js";

/** Who agreed, did not and were undecided, of all who answered; those who agreed, once more by five groups. */
const names = ["agreed", "answered", "did not", "undecided", "agreed again", "a", "A", "b", "B", "c", "C"];
const [agreed, answered, didNot, undecided, again, ...groups] = [...names.keys()] as [
  number,
  number,
  number,
  number,
  number,
  ...number[],
];
const counted = groups.filter((_, place) => place % 2 === 0);
const people = groups.filter((_, place) => place % 2 === 1);

const of = (times: number, unknown: number) => ({ times, unknown });
const lines: readonly [low: number | null, high: number | null, ...terms: ReturnType<typeof of>[]][] = [
  [0, null, of(-1, agreed), of(1, answered)],
  [null, -36, of(-3, agreed)],
  [null, 114, of(-1, agreed), of(1, answered)],
  [null, 39, of(3, agreed)],
  [null, -111, of(1, agreed), of(-1, answered)],
  [0, null, of(1, answered), of(-1, didNot)],
  [0, null, of(1, answered), of(-1, undecided)],
  [null, -104, of(-2, undecided)],
  [null, 21, of(1, answered), of(-2, undecided)],
  [null, 106, of(2, undecided)],
  [null, -19, of(-1, answered), of(2, undecided)],
  [0, null, of(1, answered), of(-1, again)],
  ...counted.map((one, place): (typeof lines)[number] => [0, null, of(-1, one), of(1, people[place]!)]),
  [0, 0, of(1, again), ...counted.map((one) => of(-1, one))],
  [0, 0, of(1, answered), ...people.map((one) => of(-1, one))],
  [0, 0, of(1, agreed), of(-1, answered), of(1, didNot), of(1, undecided)],
  [0, 0, of(1, agreed), of(-1, again)],
];
const system: System = {
  unknowns: names.map((name) => ({ name, whole: true, low: 0, high: null })),
  constraints: lines.map(([low, high, ...terms]) => ({ terms, low, high, from: [] })),
};

describe("boundsOf(system, terms): a system that the presolve of HiGHS 1.15 wrongly calls contradictory", () => {
  it("has the bounds that a search through every whole number finds", () => {
    // 12 or 13 agreed, 52 or 53 undecided, answered as the two shares allow.
    const found: number[] = [];
    for (let n = 0; n <= 200; n++)
      for (let yes = 12; yes <= 13; yes++)
        for (let maybe = 52; maybe <= 53; maybe++)
          if (n - yes >= 111 && n - yes <= 114) {
            const not = n - yes - maybe;
            if (n - 2 * maybe <= 21 && n - 2 * maybe >= 19 && not >= 0) found.push(not);
          }
    expect(boundsOf(system, [{ unknown: didNot, times: 1 }])).toEqual({
      low: Math.min(...found),
      high: Math.max(...found),
    });
  });
});
