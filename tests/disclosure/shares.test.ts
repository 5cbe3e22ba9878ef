import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { wilsonInterval } from "../../src/stats/proportions/wilson.js";
import { widestLimits } from "../../src/disclosure/share-limits.js";
import { pairsBehind, pairsLike, stepOfShare } from "../../src/disclosure/steps.js";
import type { Behind } from "../../src/disclosure/steps.js";
import { roundWithin } from "../../src/disclosure/rounding.js";

interface Case {
  readonly rules: string;
  readonly behind: Behind;
  readonly stepOfShare: number | null;
  readonly shares?: readonly {
    readonly share: number;
    readonly pairs: readonly (readonly [number, number])[];
    readonly limits: readonly [number, number];
  }[];
}

/** tests/reference/shares.py, by exact fractions. */
const { cases } = JSON.parse(readFileSync("tests/reference/shares.json", "utf8")) as {
  cases: readonly Case[];
};

describe("stepOfShare(behind) agrees with going through every pair in exact fractions", () => {
  it.each([...new Set(cases.map(({ rules }) => rules))])("%s", (name) => {
    const those = cases.filter(({ rules }) => rules === name);
    expect(those.length).toBeGreaterThan(30);
    for (const { behind, stepOfShare: step } of those)
      expect([behind.people, stepOfShare(behind)]).toEqual([behind.people, step]);
  });

  it("the same counts stand behind a released share, with the same limits whichever of them is true", () => {
    let seen = 0;
    for (const { behind, stepOfShare: step, shares } of cases) {
      for (const { share, pairs, limits } of shares ?? []) {
        expect(pairsLike(behind, step!, share).map(({ n, count }) => [n, count])).toEqual(pairs);
        for (const [n, count] of pairs) {
          const wilson = wilsonInterval(count, n, 0.95);
          if (wilson.kind === "unavailable") throw new Error("nobody");
          const interval = { ...wilson, method: "Wilson", kind: "confidence" as const };
          const { low, high } = widestLimits({ estimate: count / n, n, interval }, behind, step!);
          expect([low, high]).toEqual(limits);
          expect(low).toBeLessThanOrEqual(wilson.low + 1e-9);
          expect(high).toBeGreaterThanOrEqual(wilson.high - 1e-9);
          seen += 1;
        }
      }
    }
    expect(seen).toBeGreaterThan(1000);
  });
});

describe("a rounded share", () => {
  const pilotService: Behind = { people: 20, step: 5, minimum: 10, fewest: 1, everyone: true };

  it("says 0% of nobody and 100% of everybody, and of no other", () => {
    for (const { n, count } of pairsBehind(pilotService)) {
      const shown = roundWithin(count / n, 0.1);
      expect([shown === 0, shown === 1]).toEqual([count === 0, count === n]);
    }
  });

  it("leaves as much as its rounded remainder, so that two halves rounded up do not tell a half", () => {
    for (const step of [0.01, 0.02, 0.05, 0.1])
      for (const { n, count } of pairsBehind({ ...pilotService, people: 40 }))
        if (2 * count !== n)
          expect(roundWithin(count / n, step) + roundWithin((n - count) / n, step)).toBeCloseTo(1, 12);
  });

  it("is not there for people so few that no step hides the count", () => {
    expect(stepOfShare({ people: 5, step: 5, minimum: 3, fewest: 2, everyone: false })).toBeNull();
  });
});
