import { describe, expect, it } from "vitest";
import { checkInputs } from "../../../src/costs/estimate/check-inputs.js";
import { estimate } from "../../../src/costs/estimate/estimate.js";
import type { Part } from "../../../src/costs/estimate/parts.js";
import { readPlanningAssumptions } from "../../../src/run/planning.js";
import { data, inputsWith } from "./data.js";

describe("an estimate", () => {
  it("reads the assumptions that ship, one item at least for each component", async () => {
    const read = await readPlanningAssumptions();
    expect(read).toEqual(data.assumptions);
    const covered = new Set(read.items.map((item) => item.component));
    expect(data.components.map(({ id }) => id).filter((id) => !covered.has(id))).toEqual([]);
  });

  it("totals are sums of whole pence, part by part", () => {
    const inputs = inputsWith();
    expect(checkInputs(inputs, data)).toEqual([]);
    const { totals, parts } = estimate(inputs, data);
    for (const level of ["low", "central", "high"] as const) {
      const total = totals[level].totalPence;
      expect(Number.isInteger(total)).toBe(true);
      expect(totals[level].setUpPence + totals[level].runningPence).toBe(total);
      for (const dimension of Object.values(parts))
        expect(dimension.reduce((sum: number, part: Part) => sum + part.pence[level], 0)).toBe(total);
    }
  });
});
