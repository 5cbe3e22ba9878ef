import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binomialCdf, binomialUpperTail } from "../../../src/stats/distributions/binomial.js";
import { clopperPearsonInterval } from "../../../src/stats/proportions/clopper-pearson.js";
import { available } from "../available.js";
import { relativeError } from "../reference.js";
import { count, few } from "./counts.js";

describe("clopperPearsonInterval", () => {
  it("at each limit so many successes, or more extreme, have half the error probability", () => {
    const isExact = ({ successes, n }: { successes: number; n: number }) => {
      const { low, high } = available(clopperPearsonInterval(successes, n, 0.9));
      const above = low === 0 ? 0.05 : binomialUpperTail(successes - 1, n, low);
      const below = high === 1 ? 0.05 : binomialCdf(successes, n, high);
      return relativeError(above, 0.05) < 1e-11 && relativeError(below, 0.05) < 1e-11;
    };
    fc.assert(fc.property(count, isExact), few);
  });

  it("none and all have the closed limits of half the error probability", () => {
    const none = available(clopperPearsonInterval(0, 10));
    const all = available(clopperPearsonInterval(10, 10));
    expect(none.low).toBe(0);
    expect(relativeError(none.high, 1 - 0.025 ** (1 / 10))).toBeLessThan(1e-14);
    expect(relativeError(all.low, 0.025 ** (1 / 10))).toBeLessThan(1e-14);
    expect(all.high).toBe(1);
  });

  it("holds the true proportion at least as often as its level says", () => {
    const n = 12;
    const intervals = Array.from({ length: n + 1 }, (_, k) => available(clopperPearsonInterval(k, n)));
    for (let p = 0.01; p < 1; p += 0.01) {
      const holding = intervals.filter(({ low, high }) => low <= p && p <= high).map((one) => one.successes);
      const [first, last] = [holding[0] as number, holding.at(-1) as number];
      expect(binomialCdf(last, n, p) - binomialCdf(first - 1, n, p)).toBeGreaterThanOrEqual(0.95);
    }
  });

  it("nobody is data, an impossible count is a mistake refused by name", () => {
    expect(clopperPearsonInterval(0, 0)).toEqual({ kind: "unavailable", reason: "nobody was observed" });
    expect(() => clopperPearsonInterval(-1, 2)).toThrow("clopperPearsonInterval: successes");
    expect(() => clopperPearsonInterval(1, 2, 0)).toThrow("clopperPearsonInterval: level");
  });
});
