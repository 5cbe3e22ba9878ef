import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundsOf } from "../../../src/disclosure/attack/bounds.js";
import { breachesOf } from "../../../src/disclosure/attack/breaches.js";
import type { Constraint, System, Term } from "../../../src/disclosure/attack/system.js";

/** A system made from a true solution, so that the truth satisfies it, with a sum to ask about. */
interface Puzzle {
  readonly system: System;
  readonly truth: readonly number[];
  readonly terms: readonly Term[];
}

const most = 4;
const factor = fc.constantFrom(-2, -1, -0.35, 0.35, 1, 1, 2, 3);
const margin = fc.constantFrom(null, 0, 0, 0.5, 1, 2.25);

function sumOver(unknowns: number): fc.Arbitrary<readonly Term[]> {
  const term = fc.record({ unknown: fc.nat(unknowns - 1), times: factor });
  return fc.uniqueArray(term, { minLength: 1, maxLength: 3, selector: ({ unknown }) => unknown });
}

function puzzle(whole: fc.Arbitrary<boolean>): fc.Arbitrary<Puzzle> {
  return fc.integer({ min: 1, max: 5 }).chain((size) =>
    fc
      .record({
        truth: fc.array(fc.nat(most), { minLength: size, maxLength: size }),
        whole: fc.array(whole, { minLength: size, maxLength: size }),
        sums: fc.array(fc.tuple(sumOver(size), margin, margin), { maxLength: 7 }),
        terms: sumOver(size),
      })
      .map(({ truth, whole: kinds, sums, terms }) => ({
        truth,
        terms,
        system: {
          unknowns: kinds.map((isWhole, at) => ({ name: `${at}`, whole: isWhole, low: 0, high: most })),
          constraints: sums.map(([own, below, above], at): Constraint => {
            const value = valueAt(own, truth);
            const low = below === null ? null : value - below;
            const high = above === null ? null : value + above;
            return { terms: own, low, high, from: [`result/${at}`] };
          }),
        },
      })),
  );
}

function valueAt(terms: readonly Term[], at: readonly number[]): number {
  return terms.reduce((sum, { unknown, times }) => sum + times * at[unknown]!, 0);
}

/** Every solution in whole numbers, by trying all. */
function solutions({ unknowns, constraints }: System): readonly (readonly number[])[] {
  let all: readonly (readonly number[])[] = [[]];
  for (const { low, high } of unknowns) {
    const values = Array.from({ length: high! - low + 1 }, (_, more) => low + more);
    all = all.flatMap((some) => values.map((value) => [...some, value]));
  }
  const holds = (at: readonly number[]) =>
    constraints.every(({ terms, low, high }) => {
      const value = valueAt(terms, at);
      return (low === null || value >= low - 1e-9) && (high === null || value <= high + 1e-9);
    });
  return all.filter(holds);
}

function expectSame(
  actual: { low: number | null; high: number | null },
  expected: { low: number | null; high: number | null },
) {
  expect(actual.low).toBeCloseTo(expected.low!, 6);
  expect(actual.high).toBeCloseTo(expected.high!, 6);
}

describe("bounds", () => {
  it("are the lowest and highest of all solutions in whole numbers", () => {
    fc.assert(
      fc.property(puzzle(fc.constant(true)), ({ system, terms }) => {
        const values = solutions(system).map((at) => valueAt(terms, at));
        expectSame(boundsOf(system, terms), { low: Math.min(...values), high: Math.max(...values) });
      }),
      { numRuns: 150 },
    );
  });

  it("hold the truth, and whole numbers are never wider than real ones", () => {
    fc.assert(
      fc.property(puzzle(fc.boolean()), ({ system, terms, truth }) => {
        const { low, high } = boundsOf(system, terms);
        const value = valueAt(terms, truth);
        expect(low).toBeLessThanOrEqual(value + 1e-6);
        expect(high).toBeGreaterThanOrEqual(value - 1e-6);
        const split = { ...system, unknowns: system.unknowns.map((one) => ({ ...one, whole: false })) };
        const real = boundsOf(split, terms);
        expect(real.low).toBeLessThanOrEqual(low! + 1e-6);
        expect(real.high).toBeGreaterThanOrEqual(high! - 1e-6);
      }),
      { numRuns: 80 },
    );
  });

  it("are reached: the sum fixed at either end contradicts nothing, and beyond it does", () => {
    fc.assert(
      fc.property(puzzle(fc.boolean()), ({ system, terms }) => {
        const { low, high } = boundsOf(system, terms);
        const fixed = (from: number, to: number) => {
          const known: Constraint = { terms, low: from, high: to, from: [] };
          return () => boundsOf({ ...system, constraints: [...system.constraints, known] }, terms);
        };
        expect(fixed(low! - 1e-7, low! + 1e-7)).not.toThrow();
        expect(fixed(high! - 1e-7, high! + 1e-7)).not.toThrow();
        expect(fixed(low! - 9, low! - 0.001)).toThrow("contradict");
        expect(fixed(high! + 0.001, high! + 9)).toThrow("contradict");
      }),
      { numRuns: 40 },
    );
  });

  it("do not depend on the order of unknowns, constraints or terms", () => {
    const shuffled = fc.tuple(puzzle(fc.boolean()), fc.infiniteStream(fc.nat(1e6)));
    fc.assert(
      fc.property(shuffled, ([{ system, terms }, keys]) => {
        const order = system.unknowns
          .map((_, at) => ({ at, key: keys.next().value! }))
          .sort((a, b) => a.key - b.key);
        const place = new Map(order.map(({ at }, next) => [at, next]));
        const moved = (own: readonly Term[]) =>
          own.map(({ unknown, times }) => ({ unknown: place.get(unknown)!, times })).reverse();
        const other: System = {
          unknowns: order.map(({ at }) => system.unknowns[at]!),
          constraints: system.constraints.map((one) => ({ ...one, terms: moved(one.terms) })).reverse(),
        };
        expectSame(boundsOf(other, moved(terms)), boundsOf(system, terms));
      }),
      { numRuns: 60 },
    );
  });

  it("never widen when more is said", () => {
    fc.assert(
      fc.property(puzzle(fc.boolean()), ({ system, terms }) => {
        const fewer = { ...system, constraints: system.constraints.slice(0, -1) };
        const [before, after] = [boundsOf(fewer, terms), boundsOf(system, terms)];
        expect(after.low).toBeGreaterThanOrEqual(before.low! - 1e-6);
        expect(after.high).toBeLessThanOrEqual(before.high! + 1e-6);
      }),
      { numRuns: 60 },
    );
  });
});

describe("breaches", () => {
  it("are those numbers whose bounds are too narrow, and their results give them away only all together", () => {
    fc.assert(
      fc.property(puzzle(fc.boolean()), fc.integer({ min: 1, max: 4 }), ({ system }, width) => {
        const numbers = system.unknowns.map((_, unknown) => ({
          id: `held/${unknown}`,
          what: "counted" as const,
          terms: [{ unknown, times: 1 }],
          width,
        }));
        const isNarrow = (some: System, terms: readonly Term[]) => {
          const { low, high } = boundsOf(some, terms);
          return high! - low! < width - 1e-5;
        };
        const breaches = breachesOf(system, numbers);
        expect(breaches.map((one) => one.protected.id)).toEqual(
          numbers.filter(({ terms }) => isNarrow(system, terms)).map(({ id }) => id),
        );
        for (const { protected: number, bounds, from } of breaches) {
          expectSame(bounds, boundsOf(system, number.terms));
          const saidBy = (ids: readonly string[]) => ({
            ...system,
            constraints: system.constraints.filter((one) => one.from.every((id) => ids.includes(id))),
          });
          expect(isNarrow(saidBy(from), number.terms)).toBe(true);
          for (const id of from)
            expect(isNarrow(saidBy(from.filter((other) => other !== id)), number.terms)).toBe(false);
        }
      }),
      { numRuns: 40 },
    );
  });
});
