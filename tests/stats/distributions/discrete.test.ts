import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  binomialCdf,
  binomialProbability,
  binomialQuantile,
  binomialUpperQuantile,
  binomialUpperTail,
} from "../../../src/stats/distributions/binomial.js";
import {
  hypergeometricCdf,
  hypergeometricProbability,
  hypergeometricQuantile,
  hypergeometricUpperQuantile,
  hypergeometricUpperTail,
} from "../../../src/stats/distributions/hypergeometric.js";
import { relativeError } from "../reference.js";

const few = { numRuns: 100 };
const trials = fc.record({
  n: fc.integer({ min: 0, max: 60 }),
  probability: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
});
const urns = fc
  .record({ successes: fc.integer({ min: 0, max: 25 }), failures: fc.integer({ min: 0, max: 25 }) })
  .chain((urn) =>
    fc.integer({ min: 0, max: urn.successes + urn.failures }).map((draws) => ({ ...urn, draws })),
  );

function choose(n: number, k: number): number {
  if (k < 0 || k > n) return 0;
  return Array.from({ length: k }, (_, i) => (n - i) / (i + 1)).reduce((product, one) => product * one, 1);
}

describe("binomial and hypergeometric against counting", () => {
  it("binomial tails are sums of their terms", () => {
    const isSum = ({ n, probability }: { n: number; probability: number }) => {
      const mass = (k: number) => choose(n, k) * probability ** k * (1 - probability) ** (n - k);
      let below = 0;
      return Array.from({ length: n + 1 }, (_, k) => k).every((k) => {
        below += mass(k);
        return (
          relativeError(binomialProbability(k, n, probability), mass(k)) < 1e-11 &&
          relativeError(binomialCdf(k, n, probability), below) < 1e-11 &&
          relativeError(binomialUpperTail(n - k - 1, n, 1 - probability), below) < 1e-9
        );
      });
    };
    fc.assert(fc.property(trials, isSum), few);
  });

  it("hypergeometric tails are sums of their terms", () => {
    const isSum = (urn: { successes: number; failures: number; draws: number }) => {
      const ways = (k: number) => choose(urn.successes, k) * choose(urn.failures, urn.draws - k);
      const all = choose(urn.successes + urn.failures, urn.draws);
      let below = 0;
      return Array.from({ length: urn.draws + 1 }, (_, k) => k).every((k) => {
        below += ways(k) / all;
        return (
          relativeError(hypergeometricProbability(k, urn), ways(k) / all) < 1e-11 &&
          relativeError(hypergeometricCdf(k, urn), below) < 1e-11 &&
          Math.abs(hypergeometricUpperTail(k, urn) - (1 - below)) < 1e-11
        );
      });
    };
    fc.assert(fc.property(urns, isSum), few);
  });

  it("a quantile finds the count whose probability it is given", () => {
    for (let k = 0; k <= 12; k += 1) {
      expect(binomialQuantile(binomialCdf(k, 12, 0.3), 12, 0.3)).toBe(k);
      expect(binomialUpperQuantile(binomialUpperTail(k, 12, 0.3), 12, 0.3)).toBe(k);
    }
    const urn = { successes: 10, failures: 7, draws: 8 };
    for (let k = 1; k <= 8; k += 1) {
      expect(hypergeometricQuantile(hypergeometricCdf(k, urn), urn)).toBe(k);
      expect(hypergeometricUpperQuantile(hypergeometricUpperTail(k, urn), urn)).toBe(k);
    }
  });
});

describe("binomial and hypergeometric at their edges", () => {
  it("counts beyond those possible have probability 0, and tails of 0 and 1", () => {
    expect([binomialProbability(-1, 5, 0.5), binomialProbability(6, 5, 0.5)]).toEqual([0, 0]);
    expect([binomialCdf(-1, 5, 0.5), binomialUpperTail(-1, 5, 0.5)]).toEqual([0, 1]);
    expect([binomialCdf(5, 5, 0.5), binomialUpperTail(5, 5, 0.5)]).toEqual([1, 0]);
    const urn = { successes: 3, failures: 2, draws: 4 };
    expect([1, 4].map((k) => hypergeometricProbability(k, urn))).toEqual([0, 0]);
    expect([1, 3].map((k) => hypergeometricCdf(k, urn))).toEqual([0, 1]);
  });

  it("a certain trial, no trial and an empty urn are no trouble", () => {
    expect([0, 1].map((p) => binomialQuantile(0.5, 7, p))).toEqual([0, 7]);
    expect([0, 1].map((p) => binomialCdf(3, 7, p))).toEqual([1, 0]);
    expect(binomialProbability(0, 0, 0.3)).toBe(1);
    const empty = { successes: 0, failures: 0, draws: 0 };
    expect(hypergeometricProbability(0, empty)).toBe(1);
    expect(hypergeometricQuantile(0.5, empty)).toBe(0);
  });

  it("an argument outside its range is named with what was expected", () => {
    expect(() => binomialCdf(1.5, 3, 0.5)).toThrow(
      "binomialCdf: successes: expected a whole number, got 1.5",
    );
    expect(() => binomialQuantile(0.5, -1, 0.5)).toThrow("binomialQuantile: n");
    expect(() => binomialProbability(1, 3, NaN)).toThrow(
      "binomialProbability: probability: expected 0 to 1, got NaN",
    );
    expect(() => hypergeometricCdf(1, { successes: 3, failures: 2, draws: 6 })).toThrow(
      "hypergeometricCdf: draws: expected a whole number, 0 to 5, got 6",
    );
  });

  it("with an even chance and few trials the probabilities are exact", () => {
    expect(binomialCdf(0, 1, 0.5)).toBe(0.5);
    expect(binomialCdf(2, 5, 0.5)).toBe(0.5);
    expect(binomialUpperTail(24, 49, 0.5)).toBe(0.5);
    expect(binomialCdf(0, 50, 0.5)).toBe(2 ** -50);
  });
});
