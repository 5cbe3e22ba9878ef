import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stream } from "../../../src/core/random.js";
import { normalQuantile } from "../../../src/stats/distributions/normal.js";
import { cronbachAlpha } from "../../../src/stats/reliability/alpha.js";
import { fitOneFactor } from "../../../src/stats/reliability/one-factor.js";
import { omegaTotal } from "../../../src/stats/reliability/omega.js";

const few = { numRuns: 100 };
const share = fc.double({ min: 0.2, max: 0.9, noNaN: true });

/** Covariances that one factor explains wholly. */
function covariancesOf(loadings: readonly number[], own: readonly number[]): number[][] {
  return loadings.map((a, i) => loadings.map((b, j) => a * b + (i === j ? own[i]! : 0)));
}

/** Answers of people to items that share one trait. */
function draw(seed: number, n: number, loadings: readonly number[]): number[][] {
  const random = stream(seed, "omega");
  const normal = () => normalQuantile(random() || 0.5);
  const trait = Array.from({ length: n }, normal);
  return loadings.map((loading) => trait.map((place) => loading * place + normal()));
}

function omegaOf(items: readonly (readonly number[])[]) {
  const omega = omegaTotal(items);
  if (omega.kind === "unavailable") throw new Error(omega.reason);
  return omega;
}

describe("fitOneFactor", () => {
  it("finds the factor that made the covariances, whatever the units", () => {
    const recovers = (shares: readonly number[], unit: number) => {
      const loadings = shares.map((each, item) => each * unit ** item);
      const own = shares.map((each, item) => (1 - each ** 2) * unit ** (2 * item));
      const fit = fitOneFactor(covariancesOf(loadings, own));
      if (fit.kind === "unavailable") throw new Error(fit.reason);
      fit.loadings.forEach((loading, item) => expect(loading / loadings[item]!).toBeCloseTo(1, 7));
      fit.uniquenesses.forEach((one, item) => expect(one / own[item]!).toBeCloseTo(1, 7));
      expect(fit.discrepancy).toBeLessThan(1e-12);
    };
    fc.assert(
      fc.property(fc.array(share, { minLength: 3, maxLength: 7 }), fc.constantFrom(1, 3), recovers),
      few,
    );
  });

  it("items that share nothing have loadings of 0", () => {
    const fit = fitOneFactor([
      [2, 0, 0],
      [0, 3, 0],
      [0, 0, 4],
    ]);
    expect(fit).toMatchObject({ kind: "oneFactorFit", discrepancy: expect.closeTo(0, 10) as number });
  });

  it("is refused where it cannot be", () => {
    const reason = (covariance: number[][]) => (fitOneFactor(covariance) as { reason?: string }).reason;
    expect(reason([[1, 0.5], [0.5, 1]])).toBe("a factor needs at least 3 items"); // prettier-ignore
    expect(reason([[1, 0, 0], [0, 0, 0], [0, 0, 1]])).toBe("everyone gave the same answer to one of the items"); // prettier-ignore
    expect(reason([[1, 1, 0.5], [1, 1, 0.5], [0.5, 0.5, 1]])).toBe("one item follows from the others"); // prettier-ignore
    expect(reason([[1, 0.9, 0.9], [0.9, 1, 0.7], [0.9, 0.7, 1]])).toBe(
      "an item would have no variance of its own (a Heywood case)",
    ); // prettier-ignore
  });
});

describe("omegaTotal", () => {
  it("items that carry the trait alike have omega next to alpha", () => {
    const items = draw(1, 2000, [1, 1, 1, 1, 1]);
    const alpha = cronbachAlpha(items);
    expect(omegaOf(items).estimate).toBeCloseTo((alpha as { estimate: number }).estimate, 3);
  });

  it("items that carry it to different degrees have omega above alpha", () => {
    const items = draw(2, 2000, [0.3, 0.5, 1, 2, 3]);
    const alpha = cronbachAlpha(items) as { estimate: number };
    expect(omegaOf(items).estimate).toBeGreaterThan(alpha.estimate + 0.02);
  });

  it("neither the order of items nor an offset changes it", () => {
    const items = draw(3, 60, [0.6, 1, 0.8, 1.2]);
    const moved = [...items].reverse().map((item) => item.map((value) => 1e6 + value));
    expect(omegaOf(moved).estimate).toBeCloseTo(omegaOf(items).estimate, 8);
  });

  it("an item worded the other way round carries a caution", () => {
    const [first, ...rest] = draw(4, 200, [1, 1, 1, 1]);
    expect(omegaOf([first!.map((value) => -value), ...rest]).caution).toMatch(/reverse-keyed/);
    expect(omegaOf([first!, ...rest])).not.toHaveProperty("caution");
  });

  it("answers at random give a fit or a reason, never NaN", () => {
    const answer = fc.integer({ min: 1, max: 5 });
    const people = fc.array(fc.array(answer, { minLength: 4, maxLength: 4 }), {
      minLength: 20,
      maxLength: 40,
    });
    const isWhole = (rows: number[][]) => {
      const omega = omegaTotal([0, 1, 2, 3].map((item) => rows.map((row) => row[item]!)));
      return !/null/.test(JSON.stringify(omega));
    };
    fc.assert(fc.property(people, isWhole), few);
  });

  it("is refused with too few people or items", () => {
    expect(omegaTotal(draw(5, 14, [1, 1, 1]))).toMatchObject({
      reason: "a factor of 3 items needs at least 15 people, there are 14",
    });
    expect(omegaTotal(draw(5, 50, [1, 1]))).toMatchObject({ reason: "a factor needs at least 3 items" });
    expect(omegaTotal([[1, 2, 3]])).toMatchObject({ reason: "a scale of fewer than 2 items" });
  });
});
