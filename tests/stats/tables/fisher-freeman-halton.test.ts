import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logFactorial } from "../../../src/stats/numeric/log-factorial.js";
import { fisherExactTest } from "../../../src/stats/tables/fisher-exact.js";
import type { FisherExactResult } from "../../../src/stats/tables/fisher-exact.js";
import { fisherFreemanHaltonTest } from "../../../src/stats/tables/fisher-freeman-halton.js";
import type {
  FisherFreemanHaltonOptions,
  FisherFreemanHaltonResult,
} from "../../../src/stats/tables/fisher-freeman-halton.js";
import { tableNetwork } from "../../../src/stats/tables/table-network.js";
import type { NetworkNode } from "../../../src/stats/tables/table-network.js";
import { tablesChecks } from "../../../src/verify/checks/tables.js";
import { testAgainstReference } from "../reference.js";

type Table = readonly (readonly number[])[];

const few = { numRuns: 60 };
const tableOf = (rows: number, columns: number, most: number) => {
  const row = fc.array(fc.integer({ min: 0, max: most }), { minLength: columns, maxLength: columns });
  return fc.array(row, { minLength: rows, maxLength: rows });
};
const test = (table: Table, options?: FisherFreemanHaltonOptions) =>
  fisherFreemanHaltonTest(table, options) as FisherFreemanHaltonResult;
const crowded = [
  [1, 2, 5, 8, 4],
  [0, 3, 6, 9, 2],
  [2, 4, 7, 5, 1],
  [1, 1, 3, 8, 7],
  [0, 2, 4, 6, 3],
  [3, 5, 6, 4, 2],
];

/** Deals everybody's column out to the rows in every order: 1 / (product of factorials) of a table is its share of ways. */
function byEveryTable(table: Table): number {
  const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  const rows = table.map(sumOf);
  const columns = table[0]!.map((_, column) => sumOf(table.map((row) => row[column]!)));
  const logOf = (cells: readonly number[]) => -cells.reduce((sum, count) => sum + logFactorial(count), 0);
  const seen = logOf(table.flat());
  let [tail, all] = [0, 0];
  const go = (cells: readonly number[], left: readonly number[]): void => {
    const [row, column] = [Math.floor(cells.length / columns.length), cells.length % columns.length];
    if (row === rows.length) {
      if (left.some((one) => one > 0)) return;
      const weight = logOf(cells);
      all += Math.exp(weight);
      if (weight <= seen + 1e-7) tail += Math.exp(weight);
      return;
    }
    const used = sumOf(cells.slice(row * columns.length));
    const isLast = column === columns.length - 1;
    for (let count = isLast ? rows[row]! - used : 0; count <= rows[row]! - used; count += 1) {
      if (count > left[column]!) break;
      go([...cells, count], left.map((one, place) => (place === column ? one - count : one))); // prettier-ignore
    }
  };
  go([], columns);
  return tail / all;
}

describe("the Fisher-Freeman-Halton test", () => {
  testAgainstReference(
    tablesChecks.filter(({ id }) => id.startsWith("fisher-freeman-halton")),
    { "fisher-freeman-halton": 1e-11 },
  );

  it("goes through the same tables as a search without any shortcut", () => {
    const holds = (table: Table) => {
      const result = fisherFreemanHaltonTest(table);
      if (result.kind === "unavailable") return;
      expect(result.pValue).toBeCloseTo(byEveryTable(table), 11);
    };
    fc.assert(fc.property(tableOf(3, 3, 3), holds), few);
    fc.assert(fc.property(tableOf(4, 3, 1), holds), few);
  });

  it("is Fisher's test on a 2 x 2 table", () => {
    const holds = ([first, second]: number[][]) => {
      const [[a, b], [c, d]] = [first!, second!] as [[number, number], [number, number]];
      const fisher = fisherExactTest([
        [a, b],
        [c, d],
      ]);
      const larger = fisherFreemanHaltonTest([first!, second!]);
      expect(larger.kind === "unavailable").toBe(fisher.kind === "unavailable");
      if (larger.kind === "unavailable") return;
      expect(larger.pValue).toBeCloseTo((fisher as FisherExactResult).pValue, 12);
    };
    fc.assert(fc.property(tableOf(2, 2, 15), holds), few);
  });

  it("does not mind the order of rows and columns, nor which is which", () => {
    const holds = (table: number[][]) => {
      const result = fisherFreemanHaltonTest(table);
      if (result.kind === "unavailable") return;
      const turned = table[0]!.map((_, column) => table.map((row) => row[column]!));
      const reversed = [...table].reverse().map((row) => [...row].reverse());
      expect(test(turned).pValue).toBeCloseTo(result.pValue, 11);
      expect(test(reversed).pValue).toBeCloseTo(result.pValue, 11);
    };
    fc.assert(fc.property(tableOf(3, 4, 4), holds), few);
  });

  it("the ways out of every node of the network have probability 1", () => {
    const start = tableNetwork([5, 5, 5, 2], [6, 7, 4], 10_000)!;
    const check = (node: NetworkNode): void => {
      const { to, shares } = node.arcs;
      if (to.length === 0) return;
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      to.forEach(check);
    };
    check(start);
  });

  it("a random table is as likely as its probability: draws agree with the exact p-value", () => {
    const table = [
      [3, 1, 4],
      [2, 6, 5],
      [0, 2, 7],
    ];
    const exact = test(table).pValue;
    for (const seed of [1, 2, 3, 20261127]) {
      const { pValue, monteCarlo } = test(table, { monteCarlo: true, tables: 4000, seed });
      expect(Math.abs(pValue - exact)).toBeLessThan(4 * monteCarlo!.standardError);
      expect(monteCarlo).toMatchObject({ tables: 4000, seed });
    }
  });

  it("one seed gives one answer, and a p-value is never 0", () => {
    const apart = [[30, 0, 0], [0, 30, 0], [0, 0, 30]]; // prettier-ignore
    const drawn = test(apart, { monteCarlo: true, tables: 999, seed: 7 });
    expect(drawn.pValue).toBe(1 / 1000);
    expect(test(crowded, { monteCarlo: true, seed: 7 })).toEqual(
      test(crowded, { monteCarlo: true, seed: 7 }),
    );
    expect(test(crowded, { monteCarlo: true, seed: 7 })).not.toEqual(
      test(crowded, { monteCarlo: true, seed: 8 }),
    );
  });

  it("too many tables are drawn from, and it is said", () => {
    const result = test(Array.from({ length: 12 }, (_, row) => Array.from({ length: 12 }, (__, column) => 5 + ((row * column) % 3))), { tables: 50 }); // prettier-ignore
    expect(result.method).toBe("Fisher-Freeman-Halton, Monte Carlo, tables no likelier than the one seen");
    expect(result.monteCarlo?.tables).toBe(50);
    expect(tableNetwork([19, 19, 20, 20, 15, 20], [7, 17, 31, 40, 18], 1000)).toBeNull();
  });

  it("p is exactly 1 when the table seen is the likeliest", () => {
    expect(test([[2, 2, 2], [2, 2, 2]]).pValue).toBe(1); // prettier-ignore
    expect(test([[1, 0, 1], [0, 1, 0]]).method).toContain("exact"); // prettier-ignore
  });

  it("says what cannot be tested, and refuses bad input by name", () => {
    expect(fisherFreemanHaltonTest([[3, 4, 5]])).toMatchObject({ kind: "unavailable" });
    expect(fisherFreemanHaltonTest([[0, 9], [0, 0]])).toMatchObject({ reason: "fewer than two rows of the table hold anyone" }); // prettier-ignore
    expect(() => fisherFreemanHaltonTest([[1, -1], [2, 3]])).toThrow("fisherFreemanHaltonTest: table[0][1]"); // prettier-ignore
    expect(() => fisherFreemanHaltonTest(crowded, { tables: 0 })).toThrow("fisherFreemanHaltonTest: tables: expected a whole number, 1 or more, got 0"); // prettier-ignore
  });
});
