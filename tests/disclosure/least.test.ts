import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isMet, leastLoss } from "../../src/disclosure/least.js";
import type { Demand, Telling, Way } from "../../src/disclosure/least.js";

const letters = ["a", "b", "c", "d", "e", "f"];
const hide = (id: string): Way => ({ id, less: "held back" });
const demand = (ids: string, whileHeldBack: string | null = null): Demand => ({
  anyOf: [...ids].map(hide),
  whileHeldBack,
});
const lossIn = (losses: Readonly<Record<string, number>>) => (way: Way) =>
  losses[way.id]! * (way.less === "coarser" ? 0.1 : 1);
const lossOfAll = (telling: Telling, lossOf: (way: Way) => number) =>
  [...telling].reduce((sum, [id, less]) => sum + lossOf({ id, less }), 0);

/** Every telling of the letters: as it is, coarser or held back. */
const tellings = letters.reduce<readonly Telling[]>(
  (all, id) =>
    all.flatMap((one) => [one, new Map(one).set(id, "coarser"), new Map(one).set(id, "held back")]),
  [new Map()],
);

describe("leastLoss(demands, lossOf)", () => {
  it("takes one dear way where it meets what several cheap ones would", () => {
    const lossOf = lossIn({ a: 5, b: 2, c: 2, d: 2, e: 1, f: 1 });
    const { telling } = leastLoss([demand("ab"), demand("ac"), demand("ad")], lossOf);
    expect([...telling.keys()]).toEqual(["a"]);
  });

  it("tells coarser before it holds back, where that is enough", () => {
    const lossOf = lossIn({ a: 5, b: 2, c: 2, d: 2, e: 1, f: 1 });
    const { telling } = leastLoss(
      [{ anyOf: [{ id: "a", less: "coarser" }, hide("b")], whileHeldBack: null }],
      lossOf,
    );
    expect([...telling]).toEqual([["a", "coarser"]]);
  });

  it("a demand that holds only while a result is held back asks nothing while it is not", () => {
    const lossOf = lossIn({ a: 1, b: 1.5, c: 9, d: 1, e: 1, f: 1 });
    const { telling } = leastLoss([demand("ab"), demand("c", "a")], lossOf);
    expect([...telling.keys()]).toEqual(["b"]);
  });

  const anyDemand = fc.record({
    anyOf: fc
      .uniqueArray(
        fc.record({ id: fc.constantFrom(...letters), less: fc.constantFrom("coarser", "held back") }),
        {
          minLength: 1,
          maxLength: 4,
          selector: ({ id }) => id,
        },
      )
      .map((ways) => ways as readonly Way[]),
    whileHeldBack: fc.constantFrom(null, null, ...letters),
  });
  const anyLosses = fc.record(Object.fromEntries(letters.map((id) => [id, fc.integer({ min: 1, max: 9 })])));

  it("loses as little as the best of all 729 tellings of six results, and meets every demand", () => {
    fc.assert(
      fc.property(fc.array(anyDemand, { maxLength: 8 }), anyLosses, (demands, losses) => {
        const lossOf = lossIn(losses);
        const { telling, proven } = leastLoss(demands, lossOf);
        const safe = tellings.filter((one) => demands.every((each) => isMet(each, one)));
        expect(proven).toBe(true);
        expect(demands.every((each) => isMet(each, telling))).toBe(true);
        expect(lossOfAll(telling, lossOf)).toBeCloseTo(
          Math.min(...safe.map((one) => lossOfAll(one, lossOf))),
          9,
        );
      }),
    );
  });

  it("the order of demands and of their ways plays no part", () => {
    fc.assert(
      fc.property(fc.array(anyDemand, { maxLength: 8 }), anyLosses, (demands, losses) => {
        const turned = demands.map((one) => ({ ...one, anyOf: [...one.anyOf].reverse() })).reverse();
        const sorted = (of: readonly Demand[]) => [...leastLoss(of, lossIn(losses)).telling].sort();
        expect(sorted(turned)).toEqual(sorted(demands));
      }),
    );
  });

  it("keeps what is told less of already", () => {
    const lossOf = lossIn({ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6 });
    const floor: Telling = new Map([["f", "held back"]]);
    const { telling } = leastLoss([demand("af"), demand("bc")], lossOf, floor);
    expect([...telling.keys()].sort()).toEqual(["b", "f"]);
  });
});
