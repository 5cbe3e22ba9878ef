import { describe, expect, it } from "vitest";
import { acceptability, worthsBetween } from "../../src/economics/acceptability.js";
import { valueOfInformationOfDraws } from "../../src/economics/value-of-information.js";
import { drawValues } from "../../src/stats/draws/draw.js";
import reference from "../reference/economics.json" with { type: "json" };

describe("valueOfInformationOfDraws", () => {
  it.each(reference.evpi)(
    "of a net benefit of $mean ± $sd comes to the closed form of R, within four Monte Carlo errors",
    ({ mean, sd, closed }) => {
      const draws = drawValues(
        { kind: "normal", mean, standardDeviation: sd },
        { seed: 5, family: "evpi", draws: 100_000 },
      );
      expect(Math.abs(valueOfInformationOfDraws(draws) - closed)).toBeLessThan((4 * sd) / Math.sqrt(100_000));
    },
  );

  it("is nothing where every draw says the same", () => {
    expect(valueOfInformationOfDraws([1, 2, 3])).toBe(0);
    expect(valueOfInformationOfDraws([-1, -2])).toBe(0);
  });
});

describe("acceptability", () => {
  const plan = (family: string) => ({ seed: 3, family, draws: 100_000 });
  const change = drawValues({ kind: "normal", mean: 12, standardDeviation: 3 }, plan("change"));
  const cost = drawValues({ kind: "normal", mean: 6000, standardDeviation: 400 }, plan("cost"));

  it("agrees with the normal curve of R at each worth", () => {
    const worths = reference.acceptability.map(({ worth }) => worth);
    const found = acceptability(worths, change, cost).map(({ probability }) => probability);
    found.forEach((probability, index) =>
      expect(Math.abs(probability - reference.acceptability[index]!.probability)).toBeLessThan(0.006),
    );
  });

  it("rises with the worth of an outcome that went up", () => {
    const curve = acceptability(worthsBetween({ from: 0, to: 1000, steps: 11 }), change, cost);
    const shares = curve.map(({ probability }) => probability);
    expect(shares[0]).toBe(0);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });
});
