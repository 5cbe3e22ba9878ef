import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  betaCdf,
  betaQuantile,
  betaUpperQuantile,
  betaUpperTail,
} from "../../../src/stats/distributions/beta.js";
import {
  chiSquaredCdf,
  chiSquaredQuantile,
  chiSquaredUpperQuantile,
  chiSquaredUpperTail,
} from "../../../src/stats/distributions/chi-squared.js";
import {
  fCdf,
  fQuantile,
  fUpperQuantile,
  fUpperTail,
} from "../../../src/stats/distributions/f-distribution.js";
import {
  gammaCdf,
  gammaQuantile,
  gammaUpperQuantile,
  gammaUpperTail,
} from "../../../src/stats/distributions/gamma.js";
import {
  normalCdf,
  normalQuantile,
  normalUpperQuantile,
  normalUpperTail,
} from "../../../src/stats/distributions/normal.js";
import {
  studentTCdf,
  studentTQuantile,
  studentTUpperQuantile,
  studentTUpperTail,
} from "../../../src/stats/distributions/student-t.js";
import { distributionsChecks } from "../../../src/verify/checks/distributions.js";
import { relativeError, testAgainstReference } from "../reference.js";

describe("distributions", () => {
  const tighter = Object.fromEntries(distributionsChecks.map(({ id }) => [id, 1e-12]));
  testAgainstReference(distributionsChecks, { ...tighter, "normal-tails": 1e-14, "normal-quantile": 1e-14 });
});

describe("distributions against theory", () => {
  const tail = fc.double({ min: -290, max: -0.31, noNaN: true }).map((exponent) => 10 ** exponent);
  const df = fc.double({ min: 1, max: 1000, noNaN: true });
  const shape = fc.double({ min: 0.5, max: 200, noNaN: true });
  const few = { numRuns: 200 };

  it("normalCdf undoes normalQuantile", () => {
    fc.assert(
      fc.property(tail, (p) => relativeError(normalCdf(normalQuantile(p)), p) < 1e-11),
      few,
    );
  });

  it("studentTCdf undoes studentTQuantile", () => {
    const undoes = (p: number, df: number) =>
      relativeError(studentTCdf(studentTQuantile(p, df), df), p) < 1e-11;
    fc.assert(fc.property(tail, df, undoes), few);
  });

  it("betaCdf undoes betaQuantile", () => {
    const p = fc.double({ min: 1e-6, max: 0.999, noNaN: true });
    const undoes = (p: number, a: number, b: number) =>
      relativeError(betaCdf(betaQuantile(p, a, b), a, b), p) < 1e-11;
    // below shape 1 the density is infinite at 1, and the rounding of x near 1 alone moves the probability
    const secondShape = fc.double({ min: 1, max: 200, noNaN: true });
    fc.assert(fc.property(p, shape, secondShape, undoes), few);
  });

  it("quantiles of gamma, chi-squared and F are undone by their tails, from either side", () => {
    const undone = (p: number, a: number, b: number) =>
      relativeError(gammaCdf(gammaQuantile(p, a, 3), a, 3), p) < 1e-11 &&
      relativeError(gammaUpperTail(gammaUpperQuantile(p, a, 3), a, 3), p) < 1e-11 &&
      relativeError(chiSquaredCdf(chiSquaredQuantile(p, b), b), p) < 1e-11 &&
      relativeError(chiSquaredUpperTail(chiSquaredUpperQuantile(p, b), b), p) < 1e-11 &&
      relativeError(fCdf(fQuantile(p, 2 * a, b), 2 * a, b), p) < 1e-11 &&
      relativeError(fUpperTail(fUpperQuantile(p, a, 2 * b), a, 2 * b), p) < 1e-11;
    const p = fc.double({ min: -100, max: -0.31, noNaN: true }).map((exponent) => 10 ** exponent);
    const wide = fc.double({ min: 1, max: 200, noNaN: true });
    fc.assert(fc.property(p, wide, wide, undone), few);
  });

  it("quantiles by the upper tail are those of the complement, turned where the distribution is", () => {
    expect(normalUpperQuantile(1e-20)).toBe(-normalQuantile(1e-20));
    expect(studentTUpperQuantile(1e-20, 7)).toBe(-studentTQuantile(1e-20, 7));
    expect(relativeError(fUpperQuantile(1e-20, 3, 9), 1 / fQuantile(1e-20, 9, 3))).toBeLessThan(1e-13);
    expect(relativeError(betaUpperQuantile(0.25, 2, 7), betaQuantile(0.75, 2, 7))).toBeLessThan(1e-14);
    expect(relativeError(betaUpperTail(0.3, 2, 7), betaCdf(0.7, 7, 2))).toBeLessThan(1e-14);
  });

  it("no shape from 1e-6 to 1e10 stalls, throws or gives a value that is no number", () => {
    const exponent = fc.double({ min: -6, max: 10, noNaN: true }).map((e) => 10 ** e);
    const isNumber = (p: number, a: number, b: number) =>
      [betaQuantile(p, a, b), gammaQuantile(p, a), fUpperQuantile(p, a, b), studentTQuantile(p, a)].every(
        (value) => !Number.isNaN(value),
      ) && Math.abs(betaCdf(a / (a + b), a, b) + betaUpperTail(a / (a + b), a, b) - 1) < 1e-15;
    fc.assert(fc.property(tail, exponent, exponent, isNumber), few);
  });

  it("the beta distribution is its own mirror image", () => {
    const mirrored = (x: number, a: number, b: number) =>
      Math.abs(betaCdf(x / 1024, a, b) + betaCdf(1 - x / 1024, b, a) - 1) < 1e-13;
    fc.assert(fc.property(fc.integer({ min: 0, max: 1024 }), shape, shape, mirrored), few);
  });

  it("Student t with 1 df is Cauchy, with 2 df is t / √(2 + t²)", () => {
    for (const t of [0.01, 0.5, 1, 3, 40]) {
      expect(relativeError(studentTUpperTail(t, 1), Math.atan(1 / t) / Math.PI)).toBeLessThan(1e-14);
      expect(relativeError(studentTCdf(t, 2), 0.5 + t / (2 * Math.sqrt(2 + t * t)))).toBeLessThan(1e-14);
    }
  });

  it("chi-squared with 2 df is exponential, with 1 df a squared normal", () => {
    for (const x of [0.001, 0.5, 2, 3.9, 4.1, 60, 1000]) {
      expect(relativeError(chiSquaredUpperTail(x, 2), Math.exp(-x / 2))).toBeLessThan(1e-12);
      expect(relativeError(chiSquaredUpperTail(x, 1), 2 * normalUpperTail(Math.sqrt(x)))).toBeLessThan(1e-12);
    }
  });

  it("F with 1 and m df is a squared t with m df", () => {
    for (const m of [1, 5, 52]) {
      expect(relativeError(fQuantile(0.95, 1, m), studentTQuantile(0.975, m) ** 2)).toBeLessThan(1e-12);
    }
  });
});

describe("distributions at their edges", () => {
  it("0, 1 and infinity have exact answers", () => {
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalCdf(-Infinity)).toBe(0);
    expect(normalCdf(Infinity)).toBe(1);
    expect(studentTCdf(-Infinity, 3)).toBe(0);
    expect(studentTCdf(0, 3)).toBe(0.5);
    expect(studentTUpperTail(-Infinity, 3)).toBe(1);
    expect(studentTQuantile(0.5, 3)).toBe(0);
    expect(chiSquaredUpperTail(0, 3)).toBe(1);
    expect(chiSquaredUpperTail(Infinity, 3)).toBe(0);
    expect(betaCdf(0, 2, 2)).toBe(0);
    expect(betaCdf(1, 2, 2)).toBe(1);
    expect(betaQuantile(0, 2, 2)).toBe(0);
    expect(betaQuantile(1, 2, 2)).toBe(1);
    expect([gammaCdf(0, 2), gammaUpperTail(Infinity, 2)]).toEqual([0, 0]);
    expect([gammaQuantile(0, 2), gammaUpperQuantile(0, 2)]).toEqual([0, Infinity]);
    expect([fCdf(0, 1, 2), fUpperTail(0, 1, 2), fUpperTail(Infinity, 1, 2)]).toEqual([0, 1, 0]);
    expect([fQuantile(0, 1, 2), fQuantile(1, 1, 2)]).toEqual([0, Infinity]);
    expect(studentTUpperQuantile(0, 3)).toBe(Infinity);
  });

  it("an argument outside its range is named with what was expected", () => {
    expect(() => normalQuantile(1.5)).toThrow("normalQuantile: p: expected 0 to 1, got 1.5");
    expect(() => studentTQuantile(0.9, 0)).toThrow("studentTQuantile: df: expected 1e-6 to 1e10, got 0");
    expect(() => chiSquaredUpperTail(-1, 2)).toThrow("chiSquaredUpperTail: x: expected 0 or more, got -1");
    expect(() => betaCdf(2, 1, 1)).toThrow(RangeError);
    expect(() => fQuantile(0.5, 0, 1)).toThrow("fQuantile: numeratorDf");
    expect(() => gammaCdf(1, 2, 0)).toThrow("gammaCdf: scale: expected a finite number more than 0, got 0");
    expect(() => gammaQuantile(0.5, 1e11)).toThrow(
      "gammaQuantile: shape: expected 1e-6 to 1e10, got 100000000000",
    );
    expect(() => normalCdf(NaN)).toThrow("normalCdf: z: expected a number, got NaN");
    expect(() => studentTUpperTail(NaN, 2)).toThrow("studentTUpperTail: t: expected a number, got NaN");
  });
});
