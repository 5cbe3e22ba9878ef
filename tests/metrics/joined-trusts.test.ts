import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Result } from "../../src/core/result.js";
import type { UsableAnswer } from "../../src/dataset/dataset.js";
import { metrics } from "../../src/metrics/index.js";
import { inputOf, number, variable } from "./fixture.js";
import type { Person } from "./fixture.js";

const codes = ["A", "B", "C"];
const declared = {
  trusts: codes.map((code) => ({ code, label: `Trust ${code}` })),
  scales: [{ id: "s", label: "Settling", aim: "settling-in" }],
  comparisons: [{ scale: "s", from: "arrival", to: "month3" }],
};
const variables = [
  variable("q", { scale: "s", waves: ["arrival", "month3"], sensitivity: "opinion" }),
  variable("rating", { role: "outcome", sensitivity: "opinion" }),
  variable("received_x", {
    role: "received",
    component: "X-01",
    categories: [0, 1, 2].map((code) => ({ code, label: ["No", "Partly", "Yes"][code]! })),
  }),
  variable("useful_x", { role: "useful", component: "X-01", sensitivity: "opinion" }),
  variable("days_x", { role: "milestone", type: "number", categories: [] }),
];
const at = { file: "cohort.csv" };
const cohorts = codes.map((trust) => ({
  trust,
  eligible: 40,
  invited: 40,
  recruited: 40,
  inducted: 40,
  completed: 40,
  intakes: 1,
  at,
}));

/** One person at both waves, from a few drawn numbers. */
function personOf(
  trust: string,
  who: string,
  [before, after, days, received]: readonly number[],
): readonly Person[] {
  const answers: Record<string, UsableAnswer> = {
    q: number(1 + (after! % 5)),
    rating: number(1 + (before! % 5)),
    received_x: number(received! % 3),
    useful_x: number(1 + (days! % 5)),
  };
  return [
    { trust, who, wave: "arrival", answers, scores: { s: before! } },
    {
      trust,
      who,
      wave: "month3",
      answers,
      scores: { s: after! },
      durations: { days_x: { kind: "duration", time: days!, reached: received! > 0 } },
    },
  ];
}

function shown(people: readonly Person[]): readonly Result[] {
  const input = inputOf(people, variables, { declared, cohorts, clusters: [["A", "B"], ["C"]] });
  return metrics
    .flatMap((metric) => metric.compute(input).results)
    .filter(
      ({ subject }) =>
        subject.trusts.length === 3 || subject.trusts.join() === "A,B" || subject.trusts.join() === "C",
    );
}

describe("Trusts that are shown together", () => {
  it("cannot be told apart: no shown number depends on who of them works in which", () => {
    const drawn = fc.tuple(...[100, 100, 60, 2].map((max) => fc.integer({ min: 0, max })));
    fc.assert(
      fc.property(
        fc.array(drawn, { minLength: 8, maxLength: 14 }),
        fc.array(fc.boolean(), { minLength: 14, maxLength: 14 }),
        (draws, moves) => {
          const place = (index: number, moved: boolean) => {
            if (index % 3 === 2) return "C";
            const first = index % 3 === 0;
            return first !== (moved && index > 1) ? "A" : "B";
          };
          const people = (moving: boolean) =>
            draws.flatMap((draw, index) =>
              personOf(place(index, moving && moves[index]!), String(index), draw),
            );
          const plain = shown(people(false));
          const mixed = new Map(shown(people(true)).map((result) => [result.id, result]));
          expect(plain.length).toBeGreaterThan(30);
          for (const result of plain) {
            const other = mixed.get(result.id);
            expect(other?.kind, result.id).toBe(result.kind);
            if (result.kind !== "estimate" || other?.kind !== "estimate") continue;
            expect(other.estimate, result.id).toBeCloseTo(result.estimate, 9);
            expect(other.interval?.low ?? 0, result.id).toBeCloseTo(result.interval?.low ?? 0, 7);
            expect(other.interval?.high ?? 0, result.id).toBeCloseTo(result.interval?.high ?? 0, 7);
            expect(other.n, result.id).toBe(result.n);
          }
        },
      ),
      { numRuns: 25, seed: 3 },
    );
  });
});
