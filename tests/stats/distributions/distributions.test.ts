import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betaCdf, betaQuantile } from "../../../src/stats/distributions/beta.js";
import { chiSquaredUpperTail } from "../../../src/stats/distributions/chi-squared.js";
import { fQuantile } from "../../../src/stats/distributions/f-distribution.js";
import { normalCdf, normalQuantile, normalUpperTail } from "../../../src/stats/distributions/normal.js";
import {
  studentTCdf,
  studentTQuantile,
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
  });

  it("an argument outside its range is named with what was expected", () => {
    expect(() => normalQuantile(1.5)).toThrow("normalQuantile: p: expected 0 to 1, got 1.5");
    expect(() => studentTQuantile(0.9, 0)).toThrow(
      "studentTQuantile: df: expected more than 0 and at most 1e10, got 0",
    );
    expect(() => chiSquaredUpperTail(-1, 2)).toThrow("chiSquaredUpperTail: x: expected 0 or more, got -1");
    expect(() => betaCdf(2, 1, 1)).toThrow(RangeError);
    expect(() => fQuantile(0.5, 0, 1)).toThrow("fQuantile: numeratorDf");
  });
});
