import { describe, expect, it } from "vitest";
import type { StaffLine } from "../../src/validate/cost-return.js";
import type { Rule } from "../../src/validate/rule.js";
import { costOneSalary } from "../../src/validate/rules/cost-one-salary.js";
import { costOnCostsMissing } from "../../src/validate/rules/cost-on-costs-missing.js";
import { costOnCostsTwice } from "../../src/validate/rules/cost-on-costs-twice.js";
import { costOverheadsTwice } from "../../src/validate/rules/cost-overheads-twice.js";
import { costPriceYear } from "../../src/validate/rules/cost-price-year.js";
import { costRateBasesMixed } from "../../src/validate/rules/cost-rate-bases-mixed.js";
import { costStatedAmount } from "../../src/validate/rules/cost-stated-amount.js";
import { rules } from "../../src/validate/rules/index.js";
import { costReturn, other, staff } from "../costs/fixture.js";
import { check } from "./check-returns.js";

/** band6.top: 24 pounds an hour of bare pay, 30 with on-costs; in 2024/25 27.50 with on-costs. */
function rated(
  pounds: number,
  own: Partial<NonNullable<StaffLine["ownRate"]>> = {},
  line: Partial<StaffLine> = {},
) {
  return staff({
    people: 2,
    ownRate: {
      pencePerHour: Math.round(pounds * 100),
      source: "local payroll",
      includesOnCosts: true,
      includesOverheads: false,
      ...own,
    },
    ...line,
  });
}
const told = (rule: Rule, ...lines: readonly StaffLine[]) =>
  check(rule, [costReturn("A", { staff: lines })]).map(({ message }) => message);

describe("an own rate", () => {
  it("without on-costs that is as much as the pay point with them may count them twice", () => {
    expect(told(costOnCostsTwice, rated(30, { includesOnCosts: false }))).toEqual([
      "own rate includes on-costs: no, but it is not below the £30.00 that an hour of band6.top costs with them; would on-costs be counted twice?",
    ]);
    expect(told(costOnCostsTwice, rated(29.99, { includesOnCosts: false }), rated(30))).toEqual([]);
  });

  it("from a published table without on-costs is asked about at any height", () => {
    const published = rated(20, { source: "published unit cost", includesOnCosts: false });
    expect(told(costOnCostsTwice, published)[0]).toContain("published unit costs hold them as a rule");
  });

  it("with on-costs that is below bare pay cannot hold them", () => {
    expect(told(costOnCostsMissing, rated(23))).toEqual([
      "own rate includes on-costs: yes, but it is below the £24.00 that an hour of band6.top is paid without them; are they in it, and is it the right pay point?",
    ]);
    expect(told(costOnCostsMissing, rated(23.9), rated(10, { includesOnCosts: false }))).toEqual([]);
  });

  it("is not compared with a pay point whose price is not known", () => {
    const unknown = rated(99, { includesOnCosts: false }, { payPoint: "band9.top" });
    expect(told(costOnCostsTwice, unknown)).toEqual([]);
    expect(told(costOnCostsMissing, rated(1, {}, { payPoint: "band9.top" }))).toEqual([]);
  });

  it("that is the pay point's price of another year says which", () => {
    expect(told(costPriceYear, rated(27.5))).toEqual([
      "own rate in pounds an hour: it is the price of band6.top in 2024/25, not in 2026/27; is it of that year?",
    ]);
    expect(told(costPriceYear, rated(30), rated(28), rated(26.9))).toEqual([]);
  });

  it("of one person from payroll is not compared with other years, which would tell it", () => {
    expect(told(costPriceYear, rated(27.5, {}, { people: 1 }))).toEqual([]);
  });

  it("from a published table is asked for its year", () => {
    const published = { source: "published unit cost" } as const;
    expect(told(costPriceYear, rated(50, published))[0]).toContain("without the year of its prices");
    expect(told(costPriceYear, rated(50, published, { reference: "Unit costs 2026" }))).toEqual([]);
  });

  it("with overheads beside a line of overheads may count them twice", () => {
    const overheads = other({ category: "overhead" });
    const findings = check(costOverheadsTwice, [
      costReturn("A", { staff: [rated(50, { includesOverheads: true })], other: [other(), overheads] }),
    ]);
    expect(findings.map(({ message }) => message)).toEqual([
      "category: overhead, beside own rates that hold overheads (Staff!A5); are they counted twice?",
    ]);
    expect(check(costOverheadsTwice, [costReturn("A", { staff: [rated(50)], other: [overheads] })])).toEqual(
      [],
    );
  });

  it("with overheads beside time priced without them is a mix of two bases, told once", () => {
    const mixed = [rated(50, { includesOverheads: true }), rated(51, { includesOverheads: true }), staff()];
    expect(told(costRateBasesMixed, ...mixed)).toEqual([
      "own rate includes overheads: yes on 2 of 3 lines of staff time; the others are priced without, and the two should not be added up",
    ]);
    expect(told(costRateBasesMixed, ...mixed.slice(0, 2))).toEqual([]);
    expect(told(costRateBasesMixed, staff())).toEqual([]);
  });
});

describe("a payroll rate of one person", () => {
  const salary = rated(61.37, { includesOnCosts: false }, { people: 1, hours: 10, statedPence: 99_913 });

  it("is told with what to do instead", () => {
    expect(check(costOneSalary, [costReturn("A", { staff: [salary] })])).toMatchObject([
      { severity: "warning", fix: expect.stringContaining("the pay point is priced for you") as string },
    ]);
  });

  it("is fine for several people, from an agency, or without a rate", () => {
    const agency = rated(61.37, { source: "agency or bank" }, { people: 1 });
    expect(told(costOneSalary, rated(61.37), agency, staff())).toEqual([]);
  });

  it("is in the words of no rule, nor is what it comes to", () => {
    const others = ["B", "C"].map((trust) => costReturn(trust, { staff: [staff()] }));
    const findings = rules.flatMap((rule) =>
      rule.id.startsWith("cost-")
        ? check(rule, [costReturn("A", { staff: [salary, staff()] }), ...others])
        : [],
    );
    expect(findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["cost-one-salary", "cost-on-costs-twice", "cost-stated-amount"]),
    );
    expect(JSON.stringify(findings)).not.toMatch(/61[.,]?37|613[.,]?7|999[.,]?13|99913/);
  });
});

describe("an amount by the Trust's ledger", () => {
  const stated = (pounds: number, line: Partial<StaffLine> = {}) =>
    staff({ people: 4, hours: 25, statedPence: Math.round(pounds * 100), ...line }); // 100 hours at 30: 3,000

  it("that differs from hours times rate by more than 1% is told with both", () => {
    expect(check(costStatedAmount, [costReturn("A", { staff: [stated(3_400)] })])).toMatchObject([
      {
        message: "amount in pounds by your ledger: £3,400.00, but hours times rate is £3,000.00",
        expected: "about £3,000.00",
        found: "£3,400.00",
      },
    ]);
    expect(told(costStatedAmount, stated(3_030), stated(2_970.3))).toEqual([]);
  });

  it("may differ by 5 pounds whatever the share", () => {
    const small = { people: 2, hours: 1 }; // 60 pounds
    expect(told(costStatedAmount, stated(65, small))).toEqual([]);
    expect(told(costStatedAmount, stated(65.01, small))).toHaveLength(1);
  });

  it("of one person is told without the amounts", () => {
    expect(told(costStatedAmount, stated(3_400, { people: 1, hours: 100 }))).toEqual([
      "amount in pounds by your ledger: more than 1% and £5 more than hours times rate",
    ]);
  });

  it("may be that of the share for IMGs", () => {
    expect(told(costStatedAmount, stated(1_500, { share: 0.5 }))).toEqual([]);
  });

  it("is compared with the own rate where there is one, on-costs once", () => {
    const own = { people: 4, hours: 25 };
    expect(told(costStatedAmount, rated(35, {}, { ...own, statedPence: 350_000 }))).toEqual([]);
    // 28 without on-costs is 35 with them, as 24 is 30.
    const without = rated(28, { includesOnCosts: false }, { ...own, statedPence: 350_000 });
    expect(told(costStatedAmount, without)).toEqual([]);
  });

  it("that holds on-costs on top of a rate that has them is told as that, once", () => {
    const twice = stated(3_750); // 3,000 x 30 / 24
    expect(told(costOnCostsTwice, twice)[0]).toContain(
      "and on-costs on top once more; were they added twice?",
    );
    expect(told(costStatedAmount, twice)).toEqual([]);
    expect(told(costOnCostsTwice, stated(3_000), stated(3_400))).toEqual([]);
  });
});

describe("words that name another year", () => {
  it.each(["Handbook, 2024/25", "2024-25 price list", "as in 2024/2025"])("are asked about: %s", (item) => {
    const findings = check(costPriceYear, [costReturn("A", { other: [other({ item })] })]);
    expect(findings.map(({ message }) => message)).toEqual([
      "price year: the line names 2024/25, the Cover says 2026/27; is the amount at prices of 2024/25?",
    ]);
  });

  it.each(["Handbook 2026/27", "Room 2020/30", "From 2024-05-06", "Order 2024/25/7", "ISBN 978-2024-25"])(
    "are left alone where they name none: %s",
    (item) => expect(check(costPriceYear, [costReturn("A", { other: [other({ item })] })])).toEqual([]),
  );

  it("count on lines of staff only where they have an amount or a rate of their own", () => {
    expect(told(costPriceYear, staff({ activity: "Meetings since 2024/25" }))).toEqual([]);
    expect(told(costPriceYear, rated(33, {}, { reference: "Payroll 2024/25" }))).toHaveLength(1);
  });

  it("are never shown", () => {
    const item = "Invoice of Jane Doe 2024/25";
    const findings = check(costPriceYear, [costReturn("A", { other: [other({ item })] })]);
    expect(JSON.stringify(findings)).not.toContain("Jane");
  });

  it("a note asks whether amounts of days before the price year were brought to it", () => {
    const early = costReturn("A", { from: "2025-10-01", to: "2026-03-31", other: [other()] });
    expect(check(costPriceYear, [early])).toMatchObject([{ severity: "note", at: { sheet: "Other costs" } }]);
    expect(check(costPriceYear, [{ ...early, to: "2026-04-01" }])).toEqual([]);
    expect(check(costPriceYear, [{ ...early, other: [] }])).toEqual([]);
  });
});
