import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundsOf } from "../../../src/disclosure/attack/bounds.js";
import { flowOf } from "../../../src/disclosure/attack/flow.js";
import { withSolver } from "../../../src/disclosure/attack/highs.js";
import { networkOf } from "../../../src/disclosure/attack/network.js";
import { simplify } from "../../../src/disclosure/attack/simplify.js";
import { partsOf } from "../../../src/disclosure/attack/parts.js";
import type { System } from "../../../src/disclosure/attack/system.js";
import { tableSystem } from "./table.js";

const one = (unknown: number) => [{ unknown, times: 1 }];

/** A table of counts with some cells held back, and margins as rounding to a multiple of `step` leaves them. */
function table(most: number, sizes: readonly [number, number]): fc.Arbitrary<System> {
  const size = fc.integer({ min: sizes[0], max: sizes[1] });
  return fc.tuple(size, size, fc.constantFrom(1, 1, 5)).chain(([rows, columns, step]) =>
    fc
      .record({
        counts: fc.array(fc.array(fc.nat(most), { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
        hidden: fc.array(fc.array(fc.boolean(), { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      })
      .map(({ counts, hidden }) => {
        const shown = counts.map((row, at) =>
          row.map((count, column) => (hidden[at]![column] ? null : count)),
        );
        const ofRows = counts.map((row) => total(row));
        const ofColumns = Array.from({ length: columns }, (_, at) => total(counts.map((row) => row[at]!)));
        const exact = tableSystem(shown, ofRows, ofColumns);
        if (step === 1) return exact;
        const rounded = (value: number) => step * Math.round(value / step);
        return {
          ...exact,
          constraints: exact.constraints.map((said) =>
            said.from[0]!.startsWith("cell")
              ? said
              : {
                  ...said,
                  low: rounded(said.low!) - (step - 1) / 2,
                  high: rounded(said.high!) + (step - 1) / 2,
                },
          ),
        };
      }),
  );
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** The range of each cell over all tables that fit, by trying every count up to `most` in every cell. */
function byTrying({ unknowns, constraints }: System, most: number) {
  const ranges = unknowns.map(() => ({ low: Infinity, high: -Infinity }));
  const at: number[] = [];
  const fits = () =>
    constraints.every(({ terms, low, high }) => {
      const sum = total(terms.map(({ unknown }) => at[unknown] ?? 0));
      const isFull = terms.every(({ unknown }) => at[unknown] !== undefined);
      return sum <= high! && (!isFull || sum >= low!);
    });
  const fill = () => {
    if (!fits()) return;
    if (at.length === unknowns.length) {
      for (const [place, value] of at.entries()) {
        const range = ranges[place]!;
        range.low = Math.min(range.low, value);
        range.high = Math.max(range.high, value);
      }
      return;
    }
    for (let value = 0; value <= most; value++) {
      at.push(value);
      fill();
      at.pop();
    }
  };
  fill();
  return ranges;
}

describe("a two-way table", () => {
  it("has the bounds that trying every table finds", () => {
    fc.assert(
      fc.property(table(3, [2, 3]), (system) => {
        expect(system.unknowns.map((_, at) => boundsOf(system, one(at)))).toEqual(byTrying(system, 13));
      }),
      { numRuns: 60 },
    );
  });

  it("has the same bounds by flow as by linear programs", () => {
    fc.assert(
      fc.property(table(9, [3, 8]), (system) => {
        const sums = system.unknowns.map((_, at) => one(at));
        for (const part of partsOf(simplify(system), sums)) {
          const network = networkOf(part.system);
          expect(network).not.toBeNull();
          const flow = flowOf(network!);
          withSolver(part.system, (extremes) => {
            for (const place of part.system.unknowns.keys()) {
              expect(flow.lowest(place)).toBe(extremes(one(place), "lowest").value);
              expect(flow.highest(place)).toBe(extremes(one(place), "highest").value);
            }
          });
        }
      }),
      { numRuns: 40 },
    );
  });

  it("is a network also when its margins are held back and only their total is shown", () => {
    const system: System = {
      unknowns: ["a", "b", "row"].map((name) => ({ name, whole: true, low: 0, high: null })),
      constraints: [
        { terms: [...one(0), ...one(1), { unknown: 2, times: -1 }], low: 0, high: 0, from: [] },
        { terms: one(2), low: 3, high: 7, from: ["row"] },
      ],
    };
    expect(networkOf(simplify(system))).not.toBeNull();
    expect(boundsOf(system, one(0))).toEqual({ low: 0, high: 7 });
    expect(boundsOf(system, one(2))).toEqual({ low: 3, high: 7 });
  });

  it("is no network when an unknown counts in three sums, or a sum counts it twice over", () => {
    const whole = { name: "n", whole: true, low: 0, high: 9 };
    const rows = [0, 1, 2].map((at) => ({ terms: [...one(0), ...one(at + 1)], low: 3, high: 4, from: [] }));
    expect(networkOf({ unknowns: [whole, whole, whole, whole], constraints: rows })).toBeNull();
    const twice = { terms: [{ unknown: 0, times: 2 }, ...one(1)], low: 3, high: 4, from: [] };
    expect(networkOf({ unknowns: [whole, whole], constraints: [twice] })).toBeNull();
  });

  it("is contradicted by margins of different totals", () => {
    const odd = tableSystem([[null, null], [null, null]], [3, 4], [3, 3]); // prettier-ignore
    expect(() => boundsOf(odd, one(0))).toThrow(
      "the released numbers contradict each other: no true numbers could give column/0, column/1, row/0, row/1",
    );
  });
});
