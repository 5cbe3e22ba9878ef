import { expect, it } from "vitest";
import { exampleSeed, exampleTruth } from "../../src/simulate/example-truth.js";
import { drawPeople } from "../../src/simulate/people.js";

it("six Trusts recruited 6, 16, 22, 28, 36 and 44 IMGs", () => {
  const sizes = exampleTruth.trusts.map((trust) => drawPeople(exampleTruth, exampleSeed, trust).length);
  expect(sizes).toEqual([6, 16, 22, 28, 36, 44]);
});

it.each(exampleTruth.trusts)(
  "about 85% of Trust $code answer each wave and 75% of them are linked",
  (trust) => {
    const people = drawPeople(exampleTruth, exampleSeed, trust);
    for (const wave of ["arrival", "month3"] as const) {
      const answering = people.filter((person) => person.codes[wave] !== null).length;
      expect(Math.abs(answering - 0.85 * trust.invited)).toBeLessThanOrEqual(0.5);
    }
    const normal = (code: string | null) => code?.toUpperCase().replaceAll(" ", "");
    const atMonth3 = people.filter((person) => person.codes.month3 !== null);
    const arrival = new Set(people.map((person) => normal(person.codes.arrival)));
    const linked = atMonth3.filter((person) => arrival.has(normal(person.codes.month3))).length;
    expect(Math.abs(linked - 0.75 * atMonth3.length)).toBeLessThanOrEqual(1);
  },
);

it("changing one Trust moves no doctor of another", () => {
  const [first, ...rest] = exampleTruth.trusts;
  const changed = { ...exampleTruth, trusts: [{ ...first!, recruited: 9, invited: 9 }, ...rest] };
  const scores = (truth: typeof exampleTruth) =>
    drawPeople(truth, 7, truth.trusts[3]!).map(({ scores, codes }) => ({ scores, codes }));
  expect(scores(changed)).toEqual(scores(exampleTruth));
});
