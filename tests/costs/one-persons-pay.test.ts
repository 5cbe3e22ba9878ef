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
    const pay = { amountPence: 5, onePersonsPay: true };
    const room = { amountPence: 5, onePersonsPay: false };
    expect([[pay], [pay, pay], [pay, { ...room, amountPence: 0 }]].map(isPersonsPay)).toEqual([
      true,
      true,
      true,
    ]);
    expect([[], [room], [pay, room], [pay, pay, pay]].map(isPersonsPay)).toEqual([
      false,
      false,
      false,
      false,
    ]);
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
