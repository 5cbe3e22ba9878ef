import { expect, it } from "vitest";
import { fisherExactTest } from "../../src/stats/tables/fisher-exact.js";
import type { FisherExactResult } from "../../src/stats/tables/fisher-exact.js";

// Fisher (1935) The Design of Experiments, chapter II: a lady tells from eight cups of tea which four had the milk first.
it("the lady who is right about six of eight cups could have guessed: 17 of the 70 ways", () => {
  const cups = [
    [3, 1],
    [1, 3],
  ] as const;
  expect((fisherExactTest(cups, { alternative: "greater" }) as FisherExactResult).pValue).toBeCloseTo(
    17 / 70,
    14,
  );
  expect((fisherExactTest(cups) as FisherExactResult).pValue).toBeCloseTo(34 / 70, 14);
});

it("the lady who is right about all eight did so by one way of 70", () => {
  const cups = [
    [4, 0],
    [0, 4],
  ] as const;
  expect((fisherExactTest(cups, { alternative: "greater" }) as FisherExactResult).pValue).toBeCloseTo(
    1 / 70,
    14,
  );
});

// Fisher (1935) J R Stat Soc 98:39-82: convictions of the like-sex twins of criminals. Of 13 monozygotic twins 10 were
// convicted, of 17 dizygotic ones 2. The table is as in R's help on fisher.test, with its p-values and interval.
it("convictions of twins: so few of the dizygotic ones had a chance of 0.0004652", () => {
  const convicted = [
    [2, 15],
    [10, 3],
  ] as const;
  const less = fisherExactTest(convicted, { alternative: "less" }) as FisherExactResult;
  expect(less.pValue).toBeCloseTo(0.0004652, 7);
  expect(less.high).toBeCloseTo(0.2849601, 5);
  expect(less.estimate).toBeCloseTo(0.04693661, 6);
});
