import { describe, expect, it } from "vitest";
import { trustPartitions } from "../../src/core/relation.js";
import type { Estimate } from "../../src/core/result.js";
import { costResults } from "../../src/costs/per-img.js";
import { unitCostTables } from "../../src/costs/unit-costs.js";
import { cohort, costReturn, costStudy, imgTime, other, staff } from "./fixture.js";
import { shippedFigures } from "./figures-file.js";

const codes = ["A", "B", "C"];
const cohorts = [
  cohort("A", { inducted: 5, intakes: 1 }),
  cohort("B", { inducted: 15, intakes: 2 }),
  cohort("C", { inducted: 20, intakes: 2 }),
];
const year = { from: "2026-04-01", to: "2027-03-31" };
const returns = [
  costReturn("A", {
    ...year,
    staff: [
      staff({ component: "ENB-01", payPoint: "FY2.np2", hours: 8, basis: "each IMG" }),
      staff({ component: "PROGRAMME", payPoint: "band8a.top", hours: 100, recurrence: "one-off" }),
      staff({ component: "PROGRAMME", payPoint: "band5.mid", hours: 300 }),
    ],
    supernumerary: [imgTime({ imgs: 5, hoursEach: 80 })],
  }),
  costReturn("B", {
    ...year,
    staff: [
      staff({ component: "ENB-01", payPoint: "ST6-8.np5", hours: 4, basis: "each IMG" }),
      staff({ component: "PROGRAMME", payPoint: "band6.top", people: 2, hours: 150, share: 0.5 }),
      staff({ component: "PRO-08", payPoint: "consultant.T1.yr0-2", hours: 9, basis: "each cohort" }),
    ],
    other: [other({ amountPence: 40_000, basis: "each cohort" })],
  }),
  costReturn("C", {
    ...year,
    staff: [
      staff({ component: "ENB-01", payPoint: "band6.top", hours: 1, basis: "each IMG", paidBy: "IMG" }),
    ],
    other: [other({ amountPence: 60_000, recurrence: "one-off" })],
  }),
];
const { results, relations } = costResults(
  costStudy(codes),
  returns,
  cohorts,
  shippedFigures,
  trustPartitions(cohorts.map(({ trust, inducted }) => ({ code: trust, size: inducted }))),
);
const found = (id: string) => results.find((one) => one.id === `cost/quantity/${id}/pooled`) as Estimate;

describe("quantities of a pilot", () => {
  it("are total over total: of IMGs, intakes, years or Trusts, by group of staff", () => {
    expect(found("enb-01/resident-doctors/each-img").estimate).toBeCloseTo((8 * 5 + 4 * 15) / 40, 12);
    expect(found("pro-08/consultants/each-intake").estimate).toBeCloseTo((9 * 2) / 5, 12);
    expect(found("programme/bands-5-6/each-year").estimate).toBeCloseTo((300 + 2 * 150 * 0.5) / 3, 12);
    expect(found("programme/bands-7-9/once").estimate).toBeCloseTo(100 / 3, 12);
    expect(found("img-time/resident-doctors/each-img").estimate).toBeCloseTo((5 * 80) / 40, 12);
    expect(found("pro-01/premises/each-intake").estimate).toBeCloseTo((400 * 2) / 5, 12);
    expect(found("pro-01/premises/once").estimate).toBeCloseTo(600 / 3, 12);
    expect(found("enb-01/resident-doctors/each-img").unit).toBe("hours each IMG");
    expect(found("pro-01/premises/once").unit).toBe("GBP 2026/27 once");
  });

  it("hold the lowest and the highest Trust, and how many spent", () => {
    const { prediction, settings } = found("enb-01/resident-doctors/each-img");
    expect(prediction).toMatchObject({ low: 0, high: 8 });
    expect(settings["spending"]).toBe(2);
  });

  it("tell time on a row of the unit cost table in pounds, never as hours of a grade", () => {
    const row = {
      ...shippedFigures[0]!,
      table: unitCostTables["pay-and-on-costs"],
      key: "unit-cost:Nurse-band-6",
      year: "2026/27",
      value: 50,
    };
    const lines = [staff({ component: "PRO-01", payPoint: row.key, hours: 10, basis: "each IMG" })];
    const of = costResults(
      costStudy(["A"]),
      [costReturn("A", { staff: lines })],
      [cohort("A", { inducted: 5, intakes: 1 })],
      [...shippedFigures, row],
      trustPartitions([{ code: "A", size: 5 }]),
    ).results.filter(({ id }) => id.startsWith("cost/quantity/"));
    expect(of.map(({ id }) => id)).toEqual(["cost/quantity/pro-01/staff-time/each-img/trust-a"]);
    expect(of[0]).toMatchObject({ estimate: 500, unit: "GBP 2026/27 each IMG" });
  });

  it("leave out what the study's perspective does not count", () => {
    expect(found("enb-01/bands-5-6/each-img")).toBeUndefined();
  });

  it("are tied to the costs of their component and category", () => {
    const overlap = relations.find((one) => one.kind === "overlap" && one.known !== undefined);
    expect(overlap).toMatchObject({
      known: expect.arrayContaining([
        "cost/component/pro-08/pooled",
        "cost/category/staff-time/pooled",
      ]) as unknown,
    });
    const again = relations.filter((one) => one.kind === "again" && one.again.startsWith("cost/quantity/"));
    expect(again.length).toBe(results.filter(({ id }) => id.startsWith("cost/quantity/")).length);
  });
});
