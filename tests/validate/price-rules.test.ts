import { describe, expect, it } from "vitest";
import { noPrices, type Prices } from "../../src/validate/prices.js";
import { costNoRate } from "../../src/validate/rules/cost-no-rate.js";
import { costRateBasesMixed } from "../../src/validate/rules/cost-rate-bases-mixed.js";
import { unsignedFigure } from "../../src/validate/rules/unsigned-figure.js";
import { costReturn, costStudy, imgTime, staff } from "../costs/fixture.js";
import { check } from "./check-returns.js";

const prices = (some: Partial<Prices>) => () => ({ ...noPrices(null, null), ...some });
const declared = {
  trust: "A",
  pay_point: "band6.top",
  pounds: 30,
  per: "hour",
  source: "payroll",
  includes_on_costs: true,
  includes_overheads: true,
} as const;

describe("cost-no-rate", () => {
  const returned = costReturn("A", { staff: [staff()], supernumerary: [imgTime()] });

  it("refuses hours on a pay point without a figure for the days of the return", () => {
    const pricesOf = prices({ unpriced: new Map([["band6.top", "no figure for 2025/26"]]) });
    expect(check(costNoRate, [returned], { pricesOf })).toMatchObject([
      {
        severity: "error",
        message: "pay point: band6.top has no price: no figure for 2025/26",
        at: { sheet: "Staff" },
      },
    ]);
  });

  it("asks for the supplement of a high-cost area where it is what is missing, of IMGs too", () => {
    const pricesOf = prices({
      unpriced: new Map([["LED.MT03", "no supplement of inner London for doctors"]]),
    });
    expect(check(costNoRate, [returned], { pricesOf })).toMatchObject([
      { at: { sheet: "IMG time" }, fix: "give the supplement on the Cover, 0 where such staff get none" },
    ]);
  });

  it("lets a rate of the Trust's own stand in", () => {
    const pricesOf = prices({ unpriced: new Map([["band6.top", "no figure for 2025/26"]]) });
    const study = costStudy(["A"], { own_rates: [declared] });
    expect(check(costNoRate, [returned], { pricesOf, study })).toEqual([]);
  });
});

describe("unsigned-figure", () => {
  const leave = { id: "working_time study_leave 2026/27", label: "Study leave" };
  const sick = { id: "working_time sickness_rate 2026/27", label: "Sickness absence" };
  const pricesOf = prices({ weak: new Map([["band6.top", [leave, sick]]]) });
  const signed = { figure: leave.id, by: "Finance lead", on: "2026-10-12", reason: "none is taken" };

  it("names each figure that the costs of any Trust rest on, once", () => {
    const found = check(
      unsignedFigure,
      [costReturn("A", { staff: [staff(), staff()] }), costReturn("B", { staff: [staff()] })],
      { pricesOf },
    );
    expect(found.map(({ message }) => message)).toEqual([
      "Study leave (working_time study_leave 2026/27): not read at any source, and not signed off; the costing is provisional",
      "Sickness absence (working_time sickness_rate 2026/27): not read at any source, and not signed off; the costing is provisional",
    ]);
    expect(found[0]).toMatchObject({ severity: "warning", at: { file: "study.yaml" } });
  });

  it("says nothing of a figure that is signed off, or that no return rests on", () => {
    const study = costStudy(["A"], { sign_off: [signed] });
    const returned = costReturn("A", { staff: [staff()] });
    expect(check(unsignedFigure, [returned], { pricesOf, study })).toHaveLength(1);
    expect(check(unsignedFigure, [costReturn("A", { supernumerary: [imgTime()] })], { pricesOf })).toEqual(
      [],
    );
  });
});

describe("cost-rate-bases-mixed", () => {
  const pricesOf = prices({ withOverheads: new Set(["unit-cost:nurse"]) });
  const tabled = staff({ payPoint: "unit-cost:nurse" });

  it("tells hours of a unit cost table with overheads beside hours at pay and on-costs", () => {
    const found = check(costRateBasesMixed, [costReturn("A", { staff: [staff(), tabled] })], { pricesOf });
    expect(found).toMatchObject([{ severity: "warning", found: "1 with, 1 without" }]);
    expect(found[0]!.message).toMatch(/^pay point: priced with overheads on 1 of 2 lines of staff time/);
  });

  it("tells a rate that study.yaml declares with overheads", () => {
    const study = costStudy(["A"], { own_rates: [declared] });
    const returned = costReturn("A", { staff: [staff(), staff({ payPoint: "band7.top" })] });
    expect(check(costRateBasesMixed, [returned], { study })).toHaveLength(1);
  });

  it("says nothing when all hours are on one basis", () => {
    expect(check(costRateBasesMixed, [costReturn("A", { staff: [tabled, tabled] })], { pricesOf })).toEqual(
      [],
    );
    expect(check(costRateBasesMixed, [costReturn("A", { staff: [staff()] })], { pricesOf })).toEqual([]);
  });
});
