import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readEqualOnce } from "../../src/ingest/equal-cells.js";

const cell = fc.constantFrom("", " ", "1", 1, 1.5, Number.NaN, true, "true", null, "a", "b");
const tables = fc
  .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 30 }))
  .chain(([width, height]) =>
    fc.record({
      height: fc.constant(height),
      columns: fc.array(fc.array(cell, { minLength: height, maxLength: height }), {
        minLength: width,
        maxLength: width,
      }),
    }),
  );

describe("readEqualOnce", () => {
  it("gives every row what its own cells say, and reads each combination of cells once", () => {
    fc.assert(
      fc.property(tables, ({ height, columns }) => {
        const read: string[] = [];
        const told = (row: number) =>
          columns.map((values) => `${typeof values[row]} ${String(values[row])}`).join(" | ");
        const named = columns.map((values, position) => ({ name: "", aliases: [], position, values }));
        const found = readEqualOnce(named, height, (row) => {
          read.push(told(row));
          return told(row);
        });
        expect(found).toEqual(Array.from({ length: height }, (_, row) => told(row)));
        expect(new Set(read).size).toBe(read.length);
      }),
    );
  });
});
