import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { stream } from "../../../src/core/random.js";
import * as stats from "../../../src/stats/index.js";
import { chooseInterval } from "../../../src/stats/policy/choose-interval.js";
import type { DataKind } from "../../../src/stats/policy/choose-interval.js";
import { coverageTable } from "../../../src/stats/policy/coverage-table.js";
import { drawBlocks } from "../../../src/stats/resampling/blocks.js";
import { resampleMeans, resamplePivots } from "../../../src/stats/resampling/bootstrap-mean.js";
import { accelerationOf } from "../../../src/stats/resampling/jackknife.js";
import { cells, simulate } from "../../bench/interval-coverage/cells.mjs";
import { quotedRows } from "../../bench/interval-coverage/table-source.mjs";
import type { Results } from "../../bench/interval-coverage/table-source.mjs";

const results = JSON.parse(
  readFileSync(new URL("../../bench/interval-coverage/results.json", import.meta.url), "utf8"),
) as Results;
const kinds: readonly DataKind[] = [
  "proportion",
  "item",
  "pooled proportion",
  "change",
  "score",
  "pooled mean",
  "continuous skewed",
  "time to event",
];

describe("chooseInterval", () => {
  it.each([
    ["proportion", "Wilson score"],
    ["item", "Wilson score"],
    ["pooled proportion", "Wilson score, effective n and t over clusters"],
    ["change", "Student t"],
    ["score", "Student t"],
    ["pooled mean", "random effects, REML, modified Knapp-Hartung"],
    ["continuous skewed", "bootstrap-t"],
    ["time to event", "Kaplan-Meier, log-log interval"],
  ] as const)("%s: %s, whatever the n, with its coverage", (kind, method) => {
    for (const n of [36, 50, 95, 263]) {
      const choice = chooseInterval({ kind, n, clusters: 6 });
      expect(choice).toMatchObject({ kind: "interval", method, coverage: { kind: "coverage" } });
    }
  });

  it("names the method as the function that works it out does", () => {
    const method = (kind: DataKind) => {
      const choice = chooseInterval({ kind, n: 40, clusters: 6 });
      return choice.kind === "interval" ? choice.method : null;
    };
    const counts = [
      { successes: 9, n: 12 },
      { successes: 4, n: 11 },
    ];
    expect(stats.wilsonInterval(1, 2)).toMatchObject({ method: method("proportion") });
    expect(stats.wilsonIntervalClustered(counts)).toMatchObject({ method: method("pooled proportion") });
    expect(stats.tInterval([1, 2])).toMatchObject({ method: method("change") });
    expect(stats.poolRandomEffects({ estimates: [1, 2], variances: [1, 1] })).toMatchObject({
      method: method("pooled mean"),
    });
    expect(
      stats.bootstrapMean([1, 2, 4], { seed: 1, family: "a", replicates: 99, method: "t" }),
    ).toMatchObject({
      method: method("continuous skewed"),
    });
    expect(stats.kaplanMeier([{ time: 1, event: true }])).toMatchObject({ method: method("time to event") });
  });

  it("an exact interval is given for a share when asked for, and holds its level at every n", () => {
    for (const n of [6, 12, 30]) {
      const choice = chooseInterval({ kind: "proportion", n, isExact: true });
      if (choice.kind !== "interval" || choice.coverage.kind !== "coverage")
        throw new Error("expected coverage");
      expect(choice.method).toBe("Clopper-Pearson");
      expect(choice.coverage.low).toBeGreaterThanOrEqual(0.95);
    }
    expect(chooseInterval({ kind: "change", n: 6, isExact: true })).toMatchObject({ method: "Student t" });
  });

  it("coverage is that of the nearest size at or below, and unavailable below all", () => {
    expect(chooseInterval({ kind: "change", n: 11 })).toMatchObject({ coverage: { n: 6, size: "6 people" } });
    expect(chooseInterval({ kind: "change", n: 12 })).toMatchObject({
      coverage: { n: 12, size: "12 people" },
    });
    expect(chooseInterval({ kind: "change", n: 5 })).toMatchObject({
      method: "Student t",
      coverage: { kind: "unavailable", reason: "not simulated below 6 people" },
    });
    expect(chooseInterval({ kind: "pooled mean", n: 94, clusters: 6 })).toMatchObject({
      coverage: { size: "6 Trusts, 36 people" },
    });
    expect(chooseInterval({ kind: "pooled mean", n: 95, clusters: 5 })).toMatchObject({
      coverage: { size: "3 Trusts, 52 people" },
    });
    expect(chooseInterval({ kind: "pooled mean", n: 20, clusters: 6 })).toMatchObject({
      coverage: { reason: "not simulated below 36 people in 6 Trusts" },
    });
  });

  it("an interval over two Trusts, very wide, whose coverage was not simulated", () => {
    expect(chooseInterval({ kind: "pooled mean", n: 40, clusters: 2 })).toMatchObject({
      kind: "interval",
      method: "random effects, REML, modified Knapp-Hartung",
      coverage: { kind: "unavailable", reason: "not simulated with 2 Trusts" },
    });
  });

  it("no interval where none has a meaning", () => {
    expect(chooseInterval({ kind: "costs of Trusts", n: 95, clusters: 6 })).toMatchObject({
      kind: "noInterval",
    });
    expect(chooseInterval({ kind: "pooled mean", n: 40, clusters: 1 })).toMatchObject({
      kind: "noInterval",
      reason: "fewer than 2 Trusts do not show how Trusts differ",
    });
    expect(chooseInterval({ kind: "pooled mean", n: 6, clusters: 6 })).toMatchObject({ kind: "noInterval" });
    expect(chooseInterval({ kind: "change", n: 1 })).toMatchObject({ kind: "noInterval" });
    expect(chooseInterval({ kind: "proportion", n: 0 })).toMatchObject({ kind: "noInterval" });
  });

  it("what only a caller can get wrong is refused by name", () => {
    expect(() => chooseInterval({ kind: "change", n: 1.5 })).toThrow(
      "chooseInterval: n: expected a whole number",
    );
    expect(() => chooseInterval({ kind: "change", n: 6, clusters: 0 })).toThrow("chooseInterval: clusters");
    expect(() => chooseInterval({ kind: "wish" as DataKind, n: 6 })).toThrow("chooseInterval: kind");
  });
});

describe("the coverage table", () => {
  it("is the quoted part of what the simulation saved", () => {
    expect(coverageTable).toEqual(quotedRows(results));
  });

  it("holds every kind of data that gets an interval, with coverage from 0 to 1", () => {
    for (const kind of kinds) {
      const choice = chooseInterval({ kind, n: 300, clusters: 6 });
      if (choice.kind !== "interval" || choice.coverage.kind !== "coverage")
        throw new Error(`${kind}: no coverage`);
      const { low, high } = choice.coverage;
      expect(low).toBeGreaterThan(0.8);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(high);
    }
  });

  it.each(["share/12", "mean/change in one item/6"])(
    "%s, simulated again, gives the figures that were saved",
    (id) => {
      const cell = cells.find((one) => one.id === id)!;
      const tools = { ...stats, accelerationOf, drawBlocks, resampleMeans, resamplePivots };
      const again = simulate(cell, { stats: tools, stream, seed: results.seed });
      expect(again.length).toBeGreaterThan(0);
      for (const row of again) {
        const saved = results.rows.find(
          (one) => one.method === row.method && one.distribution === row.distribution && one.n === row.n,
        );
        expect(saved).toMatchObject({ kind: row.kind, simulations: row.simulations });
        expect(Math.abs(saved!.low - row.low)).toBeLessThan(2e-4);
        expect(Math.abs(saved!.high - row.high)).toBeLessThan(2e-4);
      }
    },
  );
});
