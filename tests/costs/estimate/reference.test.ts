import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { levels, type Level } from "../../../src/costs/estimate/assumptions.js";
import { checkInputs } from "../../../src/costs/estimate/check-inputs.js";
import { estimate } from "../../../src/costs/estimate/estimate.js";
import type { EstimateInputs } from "../../../src/costs/estimate/inputs.js";
import { data } from "./data.js";

interface Case {
  readonly inputs: EstimateInputs;
  readonly expected: Readonly<
    Record<
      Level,
      { readonly setUpPence: number; readonly runningPence: number; readonly oneMorePence: number }
    >
  >;
  readonly driver: { readonly id: string; readonly lowPence: number; readonly highPence: number };
  readonly sixWeeksPence: number;
}

/** Made by tests/reference/estimate.py; make it again when the assumptions or the pay figures change. */
const cases = JSON.parse(readFileSync("tests/reference/estimate.json", "utf8")) as readonly Case[];

describe("200 random Trusts, worked out apart in decimal arithmetic", () => {
  it("agree to the penny: set-up, running, one more IMG, a driver and a scenario", () => {
    expect(cases.length).toBe(200);
    for (const [index, { inputs, expected, driver, sixWeeksPence }] of cases.entries()) {
      expect(checkInputs(inputs, data), `case ${index}`).toEqual([]);
      const found = estimate(inputs, data);
      for (const level of levels) {
        const { setUpPence, runningPence } = found.totals[level];
        const oneMorePence = found.oneMore.pence[level];
        expect({ setUpPence, runningPence, oneMorePence }, `case ${index}, ${level}`).toEqual(
          expected[level],
        );
      }
      const six = found.scenarios.find(({ id }) => id === "shadowing-6")!;
      expect(six.totalPence.central, `case ${index}, six weeks`).toBe(sixWeeksPence);
      const moved = found.drivers.find(({ id }) => id === driver.id);
      if (moved) expect(moved, `case ${index}, ${driver.id}`).toMatchObject(driver);
      else expect(driver.lowPence, `case ${index}, ${driver.id} moves nothing`).toBe(driver.highPence);
    }
  });
});
