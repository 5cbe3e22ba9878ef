import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { passGate } from "../../src/disclosure/gate.js";
import type { Released } from "../../src/disclosure/released.js";
import { heldBackBeside } from "../bench/usefulness/compare.mjs";
import { atTheGate } from "../bench/usefulness/studies.mjs";

describe("the committed release of the example", () => {
  const { results, groups } = JSON.parse(
    readFileSync("reports/example/release/results.json", "utf8"),
  ) as Released;

  it("shows five groups of its six Trusts", () => {
    expect(groups).toHaveLength(5);
    expect(groups.flat()).toHaveLength(6);
  });

  it("shows at least 80% of what it counts of services by Trust", () => {
    const cells = results.filter(
      ({ kind, subject }) =>
        kind !== "unavailable" &&
        subject.sensitivity === "service" &&
        subject.measure !== "cost" &&
        groups.some((group) => group.join() === subject.trusts.join()),
    );
    expect(cells.length).toBeGreaterThan(300);
    const shown = cells.filter(({ kind }) => kind === "estimate");
    expect(shown.length / cells.length).toBeGreaterThanOrEqual(0.8);
  });
});

/** tests/bench/usefulness.mjs compares 200. */
it("no more is held back for the sake of others than by the greedy textbook rule, in a simulated study", async () => {
  const given = (await atTheGate(1))!;
  const { study, computed, partition, sizes } = given;
  const gated = passGate(computed, partition, study, sizes);
  const { primary, textbook, oursOfAnyKind } = heldBackBeside(given, gated);
  expect(primary.size).toBeGreaterThan(5);
  expect(textbook.size).toBeGreaterThan(0);
  expect(oursOfAnyKind).toBeLessThanOrEqual(textbook.size);
}, 60_000);
