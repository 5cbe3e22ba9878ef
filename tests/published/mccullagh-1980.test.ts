import { expect, it } from "vitest";
import { proportionalOdds } from "../../src/stats/ordinal/proportional-odds.js";
import type { ProportionalOdds } from "../../src/stats/ordinal/proportional-odds.js";

// McCullagh & Nelder (1989) Generalized Linear Models, 2nd ed., section 5.6: four additives in cheese, tasted by 52 people
// each and marked from 1, strong dislike, to 9, excellent taste. The model is that of McCullagh (1980) J R Stat Soc B
// 42:109-142. Effects are against the fourth cheese; with the book's sign a worse taste is above 0.
const cheeses = [
  [0, 0, 1, 7, 8, 8, 19, 8, 1],
  [6, 9, 12, 11, 7, 6, 1, 0, 0],
  [1, 1, 6, 8, 23, 7, 5, 1, 0],
  [0, 0, 0, 1, 3, 7, 14, 16, 11],
];

it("the cheeses come out in the published order and distance", () => {
  const cells = cheeses.flatMap((counts, cheese) =>
    counts.map((count, mark) => ({ cheese, mark: mark + 1, count })),
  );
  const covariates = ["A", "B", "C"].map((name, place) => ({
    name,
    values: cells.map(({ cheese }) => (cheese === place ? 1 : 0)),
  }));
  const { coefficients } = proportionalOdds({
    answers: cells.map(({ mark }) => mark),
    counts: cells.map(({ count }) => count),
    covariates,
  }) as ProportionalOdds;
  const published = [
    { effect: 1.6128, standardError: 0.3778 },
    { effect: 4.9646, standardError: 0.4741 },
    { effect: 3.3227, standardError: 0.4251 },
  ];
  published.forEach(({ effect, standardError }, place) => {
    expect(-(coefficients[place]!.estimate as number)).toBeCloseTo(effect, 3);
    expect(coefficients[place]!.standardError as number).toBeCloseTo(standardError, 2);
  });
});
