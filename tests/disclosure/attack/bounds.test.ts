import { describe, expect, it } from "vitest";
import { boundsOf } from "../../../src/disclosure/attack/bounds.js";
import { breachesOf } from "../../../src/disclosure/attack/breaches.js";
import type { Protected } from "../../../src/disclosure/attack/system.js";
import { tableSystem } from "./table.js";

const one = (unknown: number) => [{ unknown, times: 1 }];
const counted = (id: string, unknown: number, width: number): Protected => ({
  id,
  what: "counted",
  terms: one(unknown),
  width,
});

describe("boundsOf", () => {
  // https://sdctools.github.io/HandbookSDC/05-frequency-tables.html, example 3: rows 7, 3, 6, columns 9, 7, third row 3 and 3
  it("finds 3 to 6 in the handbook's example of two rows held back", () => {
    const table = tableSystem(
      [
        [null, null],
        [null, null],
        [3, 3],
      ],
      [7, 3, 6],
      [9, 7],
    );
    expect(boundsOf(table, one(0))).toEqual({ low: 3, high: 6 });
  });

  it("knows a single cell held back in its row", () => {
    const table = tableSystem(
      [
        [null, 2],
        [3, 4],
      ],
      [7, 7],
      [8, 6],
    );
    expect(boundsOf(table, one(0))).toEqual({ low: 5, high: 5 });
  });

  it("leaves a number open that nothing bounds", () => {
    const system = { unknowns: [{ name: "a", whole: true, low: 2, high: null }], constraints: [] };
    expect(boundsOf(system, one(0))).toEqual({ low: 2, high: null });
    expect(boundsOf(system, [{ unknown: 0, times: -2 }])).toEqual({ low: null, high: -4 });
  });

  it("counts whole people where a real number would lie between", () => {
    const system = {
      unknowns: [0, 1].map((place) => ({ name: `n${place}`, whole: true, low: 0, high: 9 })),
      constraints: [
        {
          terms: [
            { unknown: 0, times: 2 },
            { unknown: 1, times: 2 },
          ],
          low: 3,
          high: 5,
          from: ["a"],
        },
        {
          terms: [
            { unknown: 0, times: 2 },
            { unknown: 1, times: -2 },
          ],
          low: -1,
          high: 1,
          from: ["b"],
        },
      ],
    };
    expect(boundsOf(system, one(0))).toEqual({ low: 1, high: 1 });
  });

  it("says so when the numbers contradict each other", () => {
    const odd = { terms: [{ unknown: 0, times: 2 }], low: 3, high: 3, from: ["share/a", "people/a"] };
    const system = { unknowns: [{ name: "n", whole: true, low: 0, high: 9 }], constraints: [odd] };
    expect(() => boundsOf(system, one(0))).toThrow(
      "the released numbers contradict each other: no true numbers could give people/a, share/a",
    );
  });
});

describe("breachesOf", () => {
  it("names the results that give a number away together, and none besides", () => {
    const table = tableSystem(
      [
        [null, 2],
        [3, null],
        [1, 1],
      ],
      [7, 7, 2],
      [9, 7],
    );
    expect(breachesOf(table, [counted("cell/0/0", 0, 2)])).toEqual([
      {
        protected: counted("cell/0/0", 0, 2),
        bounds: { low: 5, high: 5 },
        isProven: true,
        from: ["cell/0/1", "row/0"],
      },
    ]);
  });

  it("finds nothing where bounds are as wide as asked", () => {
    const table = tableSystem(
      [
        [null, null],
        [null, null],
        [3, 3],
      ],
      [7, 3, 6],
      [9, 7],
    );
    expect(
      breachesOf(
        table,
        [0, 1, 2, 3].map((place) => counted(`${place}`, place, 3)),
      ),
    ).toEqual([]);
    expect(
      breachesOf(
        table,
        [0, 1, 2, 3].map((place) => counted(`${place}`, place, 4)),
      ),
    ).toHaveLength(4);
  });
});

it("bounds are found also where a thousand splits of whole numbers would not be enough", () => {
  let state = 77;
  const random = () => (state = (state * 16807) % 2147483647) / 2147483647;
  const groups = Array.from({ length: 10 }, () => {
    const people = 5 + Math.floor(random() * 30);
    return { people, agreed: Math.floor(random() * (people + 1)), isShown: random() < 0.8 };
  });
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const all = (offset: number) => groups.map((_, at) => ({ unknown: 2 * at + offset, times: 1 }));
  const people = total(groups.map((one) => one.people));
  const agreed = total(groups.map((one) => one.agreed));
  const system = {
    unknowns: groups.flatMap((_, at) =>
      ["people", "agreed"].map((name) => ({ name: `${name} ${at}`, whole: true, low: 0, high: null })),
    ),
    constraints: [
      ...groups.flatMap((one, at) => {
        const share = 0.05 * Math.round(one.agreed / one.people / 0.05);
        const beside = (times: number) => [...counts(2 * at + 1), { unknown: 2 * at, times: -times }];
        const counts = (unknown: number) => [{ unknown, times: 1 }];
        return [
          { terms: beside(1), low: null, high: 0, from: [`share/${at}`] },
          { terms: beside(share - 0.025), low: one.isShown ? 0 : null, high: null, from: [`share/${at}`] },
          { terms: beside(share + 0.025), low: null, high: one.isShown ? 0 : null, from: [`share/${at}`] },
        ];
      }),
      { terms: all(0), low: people, high: people, from: ["people"] },
      { terms: all(1), low: agreed, high: agreed, from: ["agreed"] },
    ],
  };
  for (const [at, group] of groups.slice(0, 4).entries()) {
    const { low, high } = boundsOf(system, one(2 * at + 1));
    expect(low).toBeLessThanOrEqual(group.agreed);
    expect(high).toBeGreaterThanOrEqual(group.agreed);
  }
});
