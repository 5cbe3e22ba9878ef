import { describe, expect, it } from "vitest";
import { clopperPearsonInterval } from "../../src/stats/proportions/clopper-pearson.js";
import { newcombeDifference } from "../../src/stats/proportions/newcombe.js";
import { wilsonInterval } from "../../src/stats/proportions/wilson.js";

describe("Newcombe (1998) Stat Med 17:857-872, table I: one proportion", () => {
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("%i of %i by method 3, Wilson", (successes, n, low, high) => {
    expect(wilsonInterval(successes, n)).toMatchObject({
      low: expect.closeTo(low, 4),
      high: expect.closeTo(high, 4),
    });
  });

  it.each([
    [81, 263, 0.2527, 0.3676],
    [15, 148, 0.0578, 0.1617],
    [0, 20, 0, 0.1684],
    [1, 29, 0.0009, 0.1776],
  ])("%i of %i by method 5, Clopper-Pearson", (successes, n, low, high) => {
    expect(clopperPearsonInterval(successes, n)).toMatchObject({
      low: expect.closeTo(low, 4),
      high: expect.closeTo(high, 4),
    });
  });
});

describe("Newcombe (1998) Stat Med 17:873-890, table II: a difference by method 10", () => {
  it.each([
    ["a", 56, 70, 48, 80, 0.0524, 0.3339],
    ["b", 9, 10, 3, 10, 0.1705, 0.809],
    ["c", 6, 7, 2, 7, 0.0582, 0.8062],
    ["d", 5, 56, 0, 29, -0.0381, 0.1926],
    ["e", 0, 10, 0, 20, -0.1611, 0.2775],
    ["f", 0, 10, 0, 10, -0.2775, 0.2775],
    ["g", 10, 10, 0, 20, 0.6791, 1],
    ["h", 10, 10, 0, 10, 0.6075, 1],
  ])("contrast %s: %i of %i less %i of %i", (_, x, m, y, n, low, high) => {
    expect(newcombeDifference({ successes: x, n: m }, { successes: y, n })).toMatchObject({
      low: expect.closeTo(low, 4),
      high: expect.closeTo(high, 4),
    });
  });
});
