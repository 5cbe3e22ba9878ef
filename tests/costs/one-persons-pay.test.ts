import { describe, expect, it } from "vitest";
import { trustPartitions } from "../../src/core/relation.js";
import { costResults } from "../../src/costs/per-img.js";
import { isOnePersonsPay, isPersonsPay } from "../../src/costs/one-persons-pay.js";
import type { OwnRate, StaffLine } from "../../src/validate/cost-return.js";
import { shippedFigures } from "./figures-file.js";
import { cohort, costReturn, costStudy, other, staff } from "./fixture.js";

const payroll: OwnRate = {
  pencePerHour: 6_137,
  source: "local payroll",
  includesOnCosts: true,
  includesOverheads: false,
};
const own = { kind: "own rate" } as const;

describe("one person's pay", () => {
  it("is the time of one person at a payroll rate, or at one that the study declares", () => {
    expect(isOnePersonsPay({ people: 1, ownRate: payroll }, own)).toBe(true);
    expect(isOnePersonsPay({ people: 1, ownRate: null }, own)).toBe(true);
    expect(isOnePersonsPay({ people: 1, ownRate: null }, { kind: "pay point" })).toBe(false);
    expect(isOnePersonsPay({ people: 2, ownRate: payroll }, own)).toBe(false);
    expect(isOnePersonsPay({ people: 1, ownRate: { ...payroll, source: "agency or bank" } }, own)).toBe(
      false,
    );
  });

  it("is all that a cost is, when only such lines spend, of one or two people", () => {
    const at = (hourlyRate: number, trust = "A") => ({
      trust,
      hourlyRate,
      amountPence: 5,
      onePersonsPay: true,
    });
    const room = { trust: "A", hourlyRate: null, amountPence: 5, onePersonsPay: false };
    const told = [
      [at(30)],
      [at(30), at(31)],
      [at(30), at(30), at(30)],
      [at(30), { ...room, amountPence: 0 }],
    ];
    expect(told.map((lines) => isPersonsPay(lines))).toEqual([true, true, true, true]);
    const notTold = [
      [],
      [room],
      [at(30), room],
      [at(30), at(31), at(32)],
      [at(30), at(30, "B"), at(30, "C")],
    ];
    expect(notTold.map((lines) => isPersonsPay(lines))).toEqual([false, false, false, false, false]);
  });
});

describe("costs of a Trust", () => {
  const marked = (line: Partial<StaffLine>) => {
    const mentor = staff({ component: "ENB-02", role: "Mentor", hours: 12, ...line });
    const returns = [
      costReturn("A", { staff: [mentor], other: [other()] }),
      costReturn("B", { other: [other()] }),
    ];
    const partitions = trustPartitions(["A", "B"].map((code) => ({ code, size: 20 })));
    const cohorts = [cohort("A"), cohort("B")];
    const { results } = costResults(costStudy(["A", "B"]), returns, cohorts, shippedFigures, partitions);
    return results.flatMap((result) =>
      result.kind === "estimate" && result.settings["personsPay"] === true ? [result.id] : [],
    );
  };

  it("that are one person's pay are marked for the gate: the component, its strand and its category", () => {
    const ids = marked({ ownRate: payroll });
    expect(ids).toEqual(
      expect.arrayContaining([
        "cost/component/enb-02/trust-a",
        "cost/component/enb-02/pooled",
        "cost/category/staff-time/trust-a",
      ]),
    );
    expect(ids.some((id) => id.startsWith("cost/per-img/"))).toBe(false);
  });

  it("at the pay point, or of several people, are not", () => {
    expect(marked({})).toEqual([]);
    expect(marked({ ownRate: payroll, people: 2 })).toEqual([]);
  });
});
