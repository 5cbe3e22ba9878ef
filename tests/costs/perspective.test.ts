import { describe, expect, it } from "vitest";
import { trustPartitions } from "../../src/core/relation.js";
import { costResults } from "../../src/costs/per-img.js";
import { linesIn, type AnyPerspective } from "../../src/costs/perspective.js";
import { totalPence } from "../../src/costs/ledger.js";
import { shareOfYear } from "../../src/costs/period.js";
import { priceReturns } from "../../src/costs/trust-costs.js";
import type { Study } from "../../src/study/study.js";
import { cohort, costReturn, costStudy, imgTime, other, staff } from "./fixture.js";
import { shippedFigures } from "./figures-file.js";

const pounds = (amount: number, more: Parameters<typeof other>[0] = {}) =>
  other({ amountPence: amount * 100, ...more });

/** One line of each kind, each with a share of the binary digits, so that a total tells which lines are in it. */
const mixed = costReturn("A", {
  other: [
    pounds(1),
    pounds(2, { extra: false }),
    pounds(4, { paidBy: "NHS England" }),
    pounds(8, { paidBy: "NHS England", extra: false }),
    pounds(16, { paidBy: "charity" }),
    pounds(32, { paidBy: "IMG" }),
  ],
});

function priced(lines: typeof mixed, costing: Partial<Study["costing"]> = {}) {
  return priceReturns(costStudy(["A"], costing), [lines], [cohort("A")], shippedFigures).trusts[0]!;
}

function total(lines: typeof mixed, perspective: AnyPerspective, costing: Partial<Study["costing"]> = {}) {
  return totalPence(linesIn(priced(lines, costing).ledger, perspective)) / 100;
}

describe("perspectives", () => {
  it("count the lines of those who pay, and apart what IMGs and charities pay", () => {
    const of = (perspective: AnyPerspective) => total(mixed, perspective);
    expect(of("trust-cash")).toBe(1);
    expect(of("trust-economic")).toBe(1 + 2);
    expect(of("nhs")).toBe(1 + 2 + 4 + 8);
    expect(of("charity")).toBe(16);
    expect(of("img")).toBe(32);
    const incremental = (perspective: AnyPerspective) =>
      totalPence(linesIn(priced(mixed).ledger, perspective, "incremental")) / 100;
    expect(incremental("trust-economic")).toBe(1);
    expect(incremental("nhs")).toBe(1 + 4);
  });

  it("new money leaves out time that nobody was paid for, and existing staff's time", () => {
    const lines = costReturn("A", {
      staff: [staff(), staff({ paidTime: false }), staff({ extra: false }), staff({ backfill: true })],
    });
    const one = priced(lines).ledger[0]!.amountPence / 100;
    expect(total(lines, "trust-cash")).toBeCloseTo(2 * one, 10);
    expect(total(lines, "trust-economic")).toBeCloseTo(4 * one, 10);
  });

  it("the NHS pays the full pension rate whatever the study chose", () => {
    const lines = costReturn("A", { staff: [staff()], supernumerary: [imgTime()] });
    expect(total(lines, "nhs", { pension: "paid-by-trust" })).toBe(total(lines, "nhs", { pension: "full" }));
    expect(total(lines, "nhs", { pension: "full" })).toBe(
      total(lines, "trust-economic", { pension: "full" }),
    );
    expect(total(lines, "nhs")).toBeGreaterThan(total(lines, "trust-economic"));
  });

  it("say where the pension is not what the view's name says", () => {
    const ownRate = {
      pencePerHour: 3000,
      source: "local payroll",
      includesOnCosts: true,
      includesOverheads: false,
    } as const;
    const cautions = (line: Parameters<typeof staff>[0], view: string, pension: "full" | "paid-by-trust") => {
      const all = costResults(
        costStudy(["A"], { pension }),
        [costReturn("A", { staff: [staff(line)] })],
        [cohort("A")],
        shippedFigures,
        trustPartitions([{ code: "A", size: 8 }]),
      ).results;
      const found = all.find(({ id }) => id.startsWith(`cost/perspective/${view}/full/total/with-`));
      return found?.kind === "estimate" ? found.cautions.join("; ") : "no result";
    };
    expect(cautions({ ownRate }, "nhs", "paid-by-trust")).toContain("paid centrally may be missing");
    expect(cautions({}, "nhs", "paid-by-trust")).not.toContain("paid centrally");
    expect(cautions({ ownRate: { ...ownRate, includesOnCosts: false } }, "nhs", "full")).not.toContain(
      "centrally",
    );
    expect(cautions({}, "trust-cash", "full")).toContain("no new money of the Trust");
    expect(cautions({}, "trust-cash", "paid-by-trust")).not.toContain("centrally");
    expect(cautions({ ownRate }, "trust-cash", "full")).not.toContain("centrally");
  });

  it("the headline is what the study declares", () => {
    const lines = (perspective: Study["costing"]["perspective"]) =>
      totalPence(priced(mixed, { perspective }).lines) / 100;
    expect([lines("trust-cash"), lines("trust-economic"), lines("nhs")]).toEqual([1, 3, 15]);
  });
});

describe("set-up", () => {
  const annuitised = { treatment: "annuitised", years: 5, timing: "in-arrears" } as const;
  const year = { from: "2026-04-01", to: "2027-03-31" };
  const bought = costReturn("A", { ...year, other: [pounds(10_000, { recurrence: "one-off" })] });

  it("counts in full when written off", () => {
    expect(total(bought, "trust-economic")).toBe(10_000);
  });

  it("spread over 5 years at the Green Book's 3.5% is 2,214.81 a year in arrears, 2,139.92 in advance", () => {
    expect(total(bought, "trust-economic", { set_up: annuitised })).toBe(2214.81);
    expect(total(bought, "trust-economic", { set_up: { ...annuitised, timing: "in-advance" } })).toBe(
      2139.92,
    );
    expect(total(bought, "nhs", { set_up: annuitised })).toBe(2214.81);
  });

  it("is never spread where new money is counted", () => {
    expect(total(bought, "trust-cash", { set_up: annuitised })).toBe(10_000);
  });

  it("a line's own useful life wins, and the study's own rate", () => {
    const two = costReturn("A", {
      ...year,
      other: [pounds(10_000, { recurrence: "one-off", usefulLife: 2 })],
    });
    const set_up = { ...annuitised, discount_rate: 0 };
    expect(total(two, "trust-economic", { set_up })).toBe(5000);
    expect(total(bought, "trust-economic", { set_up })).toBe(2000);
  });

  it("a return of half a year counts half of a year's sum; running costs count as they are", () => {
    const half = costReturn("A", {
      from: "2026-04-01",
      to: "2026-09-30",
      other: [pounds(3650, { recurrence: "one-off", usefulLife: 1 }), pounds(7)],
    });
    // 183 of 365 days of 3,650 a year
    expect(total(half, "trust-economic", { set_up: { ...annuitised, discount_rate: 0 } })).toBe(1830 + 7);
  });

  it("counts no more years of it than it lasts, however long the return", () => {
    const two = { from: "2024-04-01", to: "2026-03-31" };
    const lasting = (usefulLife: number) =>
      costReturn("A", { ...two, other: [pounds(10_000, { recurrence: "one-off", usefulLife })] });
    const set_up = { ...annuitised, discount_rate: 0.035 };
    // one year of the sum of £10,000 in arrears is 10,000 x 1.035; of 1.5 years all of them at no interest
    expect(total(lasting(1), "trust-economic", { set_up })).toBe(10_350);
    expect(total(lasting(1.5), "nhs", { set_up: { ...annuitised, discount_rate: 0 } })).toBe(10_000);
    expect(total(lasting(4), "nhs", { set_up: { ...annuitised, discount_rate: 0 } })).toBe(5000);
  });

  it("a year is its own days, leap or not", () => {
    expect(shareOfYear({ from: "2027-03-01", to: "2028-02-29" })).toBe(1);
    expect(shareOfYear({ from: "2028-02-29", to: "2029-02-27" })).toBeCloseTo(365 / 366, 12);
    expect(shareOfYear({ from: "2028-01-01", to: "2028-12-31" })).toBe(1);
    expect(shareOfYear({ from: "2026-04-01", to: "2026-09-30" })).toBe(183 / 365);
  });
});

describe("results by perspective", () => {
  const study = costStudy(["A", "B"]);
  const cohorts = [cohort("A"), cohort("B")];
  const partitions = trustPartitions([
    { code: "A", size: 8 },
    { code: "B", size: 8 },
  ]);
  const { results } = costResults(
    study,
    [mixed, { ...mixed, trust: "B" }],
    cohorts,
    shippedFigures,
    partitions,
  );
  const value = (id: string) => {
    const result = results.find((one) => one.id === id);
    return result?.kind === "estimate" ? result.estimate : result?.kind;
  };

  it("stand side by side for all Trusts together, with the headline under its own id", () => {
    expect(value("cost/per-img/inducted/with-supernumerary/pooled")).toBe(6 / 16);
    expect(value("cost/perspective/trust-cash/full/inducted/with-supernumerary/pooled")).toBe(2 / 16);
    expect(value("cost/perspective/trust-economic/incremental/recruited/with-supernumerary/pooled")).toBe(
      2 / 20,
    );
    expect(value("cost/perspective/nhs/full/total/without-supernumerary/pooled")).toBe(30);
    expect(value("cost/perspective/nhs/incremental/completed/with-supernumerary/pooled")).toBe(1);
    expect(value("cost/perspective/img/full/inducted/with-supernumerary/pooled")).toBe(4);
    expect(value("cost/perspective/charity/full/total/with-supernumerary/pooled")).toBe(32);
  });
});
