import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { searchOf } from "../../../src/disclosure/attack/search.js";
import type { Constraint, System, Term } from "../../../src/disclosure/attack/system.js";

const most = 4;

/** A small system in whole numbers, which may have solutions or none. */
const systems = fc.integer({ min: 1, max: 4 }).chain((size) =>
  fc
    .array(
      fc.record({
        terms: termsOver(size, [-2, -1, 1, 1, 2, 3]),
        low: fc.constantFrom(null, 0, 1, 3),
        width: fc.constantFrom(null, 0, 1, 4),
      }),
      { maxLength: 5 },
    )
    .map((rows): System => ({
      unknowns: unknownsOf(size, most),
      constraints: rows.map(({ terms, low, width }) => ({
        terms,
        low,
        high: width === null ? null : (low ?? 0) + width,
        from: [],
      })),
    })),
);

function termsOver(size: number, factors: readonly number[]): fc.Arbitrary<readonly Term[]> {
  const term = fc.record({ unknown: fc.nat(size - 1), times: fc.constantFrom(...factors) });
  return fc.uniqueArray(term, { minLength: 1, maxLength: 4, selector: ({ unknown }) => unknown });
}

function unknownsOf(size: number, high: number | null): System["unknowns"] {
  return Array.from({ length: size }, (_, at) => ({ name: `${at}`, whole: true, low: 0, high }));
}

function valueAt(terms: readonly Term[], at: ArrayLike<number>): number {
  return terms.reduce((sum, { unknown, times }) => sum + times * at[unknown]!, 0);
}

function holds({ constraints }: System, at: ArrayLike<number>): boolean {
  return constraints.every(({ terms, low, high }) => {
    const value = valueAt(terms, at);
    return (low === null || value >= low) && (high === null || value <= high);
  });
}

/** Every solution, by trying all values of all unknowns. */
function solutions(system: System): readonly (readonly number[])[] {
  const values = Array.from({ length: most + 1 }, (_, value) => value);
  const all = system.unknowns.reduce<readonly (readonly number[])[]>(
    (some) => some.flatMap((one) => values.map((value) => [...one, value])),
    [[]],
  );
  return all.filter((at) => holds(system, at));
}

describe("a search for a solution in which a sum lies between two sides", () => {
  it("finds one, or says that there is none, as trying all values does; it hardly ever gives up", () => {
    let gaveUp = 0;
    const asked = fc.tuple(systems, termsOver(1, [1, 2]), fc.nat(8), fc.nat(2));
    fc.assert(
      fc.property(asked, ([system, terms, low, width]) => {
        const inside = solutions(system).filter((at) => {
          const value = valueAt(terms, at);
          return value >= low && value <= low + width;
        });
        const found = searchOf(system)!(terms, low, low + width, null);
        if (found === "gave up") gaveUp += 1;
        else if (found === "none") expect(inside).toEqual([]);
        else expect(inside).toContainEqual([...found]);
      }),
      { numRuns: 400 },
    );
    expect(gaveUp).toBeLessThan(20);
  });

  it("never says that there is none where there is one, however unlike the numbers of a constraint", () => {
    const factors = [-1e6, 1e6, 1e-4, -1e-4, 0.37, 1, 12_345.678];
    const made = fc.integer({ min: 2, max: 5 }).chain((size) =>
      fc.record({
        truth: fc.array(fc.nat(2000), { minLength: size, maxLength: size }),
        rows: fc.array(fc.tuple(termsOver(size, factors), fc.constantFrom(0, 0, 0.5, null)), {
          minLength: 1,
          maxLength: 6,
        }),
        isOpen: fc.array(fc.boolean(), { minLength: size, maxLength: size }),
      }),
    );
    fc.assert(
      fc.property(made, ({ truth, rows, isOpen }) => {
        const system: System = {
          unknowns: unknownsOf(truth.length, null).map((one, at) =>
            isOpen[at] ? one : { ...one, high: 3000 },
          ),
          constraints: rows.map(([terms, margin]): Constraint => {
            const value = valueAt(terms, truth);
            return { terms, low: value, high: margin === null ? null : value + margin, from: [] };
          }),
        };
        expect(searchOf(system)!([], -Infinity, Infinity, null)).not.toBe("none");
      }),
      { numRuns: 2000 },
    );
  });

  it("gives up on what takes very many tries, and is not for numbers that are not whole", () => {
    // Of 40 unknowns of 0 or 1, 6, 10 and 15 times as many can come to 29 in no way that narrowing sees.
    const terms = Array.from({ length: 40 }, (_, unknown) => ({ unknown, times: [6, 10, 15][unknown % 3]! }));
    const hard: System = {
      unknowns: unknownsOf(40, 1),
      constraints: [{ terms, low: 29, high: 29, from: [] }],
    };
    expect(searchOf(hard)!([], -Infinity, Infinity, null)).toBe("gave up");
    expect(
      searchOf({ ...hard, unknowns: hard.unknowns.map((one) => ({ ...one, whole: false })) }),
    ).toBeNull();
  });
});
