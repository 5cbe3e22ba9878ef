import { expect, it, vi } from "vitest";
import { breachesOf, isBreached, isProvenBreached } from "../../src/disclosure/attack/breaches.js";
import type { Protected, System } from "../../src/disclosure/attack/system.js";
import type { Telling } from "../../src/disclosure/least.js";
import { loseLeast } from "../../src/disclosure/lose-least.js";

vi.mock("../../src/disclosure/attack/highs.js", async () => {
  const { Unproven } = await import("../../src/disclosure/attack/unproven.js");
  const extremes = () => {
    throw new Unproven("the solver was made to fail");
  };
  return { withSolver: (_: System, work: (failing: typeof extremes) => unknown) => work(extremes) };
});

vi.mock("../../src/disclosure/attack/searched-extremes.js", () => ({ searchedExtremes: () => () => null }));

const people = (name: string) => ({ name, whole: true, low: 0, high: 40 });
const said = [
  { from: ["a"], times: [2, 3, 0], sum: 60 },
  { from: ["b"], times: [3, 2, 1], sum: 70 },
  { from: ["c"], times: [0, 1, 5], sum: 40 },
];
const number: Protected = { id: "hidden", what: "counted", terms: [{ unknown: 0, times: 1 }], width: 3 };

/** What is said while some results are held back. */
function saidBeside(telling: Telling): System {
  return {
    unknowns: ["x", "y", "z"].map(people),
    constraints: said
      .filter(({ from }) => from.every((id) => telling.get(id) !== "held back"))
      .map(({ from, times, sum }) => ({
        terms: times.map((many, unknown) => ({ unknown, times: many })).filter(({ times: many }) => many > 0),
        low: sum - 20,
        high: sum + 20,
        from,
      })),
  };
}

it("a number whose bounds cannot be worked out counts as given away, and is told as not proven", () => {
  const [breach, ...others] = breachesOf(saidBeside(new Map()), [number]);
  expect(others).toEqual([]);
  expect(breach).toMatchObject({ isProven: false, bounds: { low: null, high: null }, from: ["a", "b"] });
});

it("such a number counts as given away where more care follows, and not where less does", () => {
  expect(isBreached(saidBeside(new Map()), [number])).toBe(true);
  expect(isProvenBreached(saidBeside(new Map()), [number])).toBe(false);
});

it("what says something of such a number is held back, and the choice comes to an end", () => {
  const attack = (telling: Telling) =>
    breachesOf(saidBeside(telling), [number]).map(({ protected: { id }, from, isProven }) => ({
      id,
      from,
      isProven,
    }));
  const { telling } = loseLeast(attack, () => 1);
  expect(attack(telling)).toEqual([]);
  expect(telling.size).toBeGreaterThan(0);
});

it("after so many rounds all results that give a number away are held back at once", () => {
  const all = Array.from({ length: 50 }, (_, at) => `result/${at}`);
  let attacks = 0;
  const { telling } = loseLeast(
    (now) => {
      attacks += 1;
      const from = all.filter((id) => !now.has(id));
      return from.length === 0 ? [] : [{ id: "hidden", from, isProven: true }];
    },
    () => 1,
    () => false,
    { fresh: 2, sparing: 4 },
  );
  expect([...telling.keys()].sort()).toEqual([...all].sort());
  expect(attacks).toBeLessThan(120);
});
