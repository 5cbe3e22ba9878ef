import { describe, expect, it } from "vitest";
import { costReturn, costStudy, imgTime, other, staff } from "../costs/fixture.js";
import { noPrices } from "../../src/validate/prices.js";
import { costBackfillUnmarked } from "../../src/validate/rules/cost-backfill-unmarked.js";
import { costCohortDays } from "../../src/validate/rules/cost-cohort-days.js";
import { costLargeLine } from "../../src/validate/rules/cost-large-line.js";
import { costOnCostsLine } from "../../src/validate/rules/cost-on-costs-line.js";
import { costPeriodsDiffer } from "../../src/validate/rules/cost-periods-differ.js";
import { imgTimeAboveCohort } from "../../src/validate/rules/img-time-above-cohort.js";
import { check } from "./check-returns.js";

describe("img-time-above-cohort", () => {
  it("refuses more IMGs than were recruited, and names both numbers and both places", () => {
    const returned = costReturn("A", { supernumerary: [imgTime({ imgs: 8 }), imgTime({ imgs: 3 })] });
    expect(check(imgTimeAboveCohort, [returned])).toEqual([
      {
        rule: "img-time-above-cohort",
        code: "img-time-above-cohort",
        severity: "error",
        at: { file: "costs/a.xlsx", sheet: "IMG time" },
        message: "IMGs: expected at most the 10 recruited (cohort.csv row 2), found 11 on 2 lines",
        expected: "at most 10",
        found: "11",
        fix: "count each IMG once, under one grade; or correct recruited in the cohort table",
        trust: "A",
      },
    ]);
  });

  it("points at the line when there is one, and is quiet up to the number recruited", () => {
    const of = (imgs: number) =>
      check(imgTimeAboveCohort, [costReturn("A", { supernumerary: [imgTime({ imgs })] })]);
    expect(of(11)).toMatchObject([{ at: { sheet: "IMG time", cell: "A5" } }]);
    expect(of(10)).toEqual([]);
  });

  it("says nothing of a Trust without denominators, which another rule tells", () => {
    const returned = costReturn("A", { supernumerary: [imgTime({ imgs: 99 })] });
    expect(check(imgTimeAboveCohort, [returned], { cohorts: [] })).toEqual([]);
  });
});

describe("cost-large-line", () => {
  const usual = [staff({ hours: 1000 })]; // 1,000 hours at 30 pounds: 30,000

  it("warns of an amount for each IMG that is most of the Trust's cost", () => {
    const slip = other({ amountPence: 6_000_000, basis: "each IMG" }); // 60,000 for each of 8: 480,000
    expect(check(costLargeLine, [costReturn("A", { staff: usual, other: [slip] })])).toMatchObject([
      {
        severity: "warning",
        at: { sheet: "Other costs" },
        message: "amount in pounds: this line comes to about £480,000, 94% of the Trust's total of £510,000",
        trust: "A",
      },
    ]);
  });

  it("warns of staff time likewise, at the rate of its pay point", () => {
    const slip = staff({ people: 200, hours: 20, basis: "whole period" }); // 4,000 hours: 120,000
    expect(check(costLargeLine, [costReturn("A", { staff: [slip], other: [other()] })])).toMatchObject([
      { message: "staff time: this line comes to about £120,000, 99% of the Trust's total of £120,100" },
    ]);
  });

  it("sees a line by the rate of the Trust's own, and does not tell what it comes to", () => {
    const ownRate = {
      pencePerHour: 48_000,
      source: "local payroll",
      includesOnCosts: true,
      includesOverheads: false,
    } as const;
    const findings = check(costLargeLine, [
      costReturn("A", { staff: [...usual, staff({ hours: 300, ownRate })] }),
    ]);
    expect(findings).toMatchObject([
      { message: "staff time: at the Trust's own rate this line is more than half of the Trust's total" },
    ]);
    expect(findings[0]).not.toHaveProperty("found");
    expect(
      check(costLargeLine, [costReturn("A", { staff: [...usual, staff({ hours: 30, ownRate })] })]),
    ).toEqual([]);
  });

  it("looks at amounts alone when no rates are known, and says so", () => {
    const large = costReturn("A", { staff: usual, other: [other({ amountPence: 15_000_000 })] });
    expect(check(costLargeLine, [large], { pricesOf: noPrices })).toMatchObject([
      { message: "amount in pounds: this line comes to about £150,000, 100% of its other costs of £150,000" },
    ]);
  });

  it("is quiet about large lines among others as large, and about small totals", () => {
    const large = other({ amountPence: 12_000_000 });
    expect(check(costLargeLine, [costReturn("A", { other: [large, { ...large, item: "b" }] })])).toEqual([]);
    expect(check(costLargeLine, [costReturn("A", { other: [other({ amountPence: 9_900_000 })] })])).toEqual(
      [],
    );
  });

  it("never suspects IMGs' own time, but counts it in the total", () => {
    const time = imgTime({ imgs: 10, hoursEach: 400 }); // 4,000 hours at 40 pounds: 160,000
    const large = other({ amountPence: 15_000_000 });
    expect(check(costLargeLine, [costReturn("A", { supernumerary: [time], other: [large] })])).toEqual([]);
  });

  it("says nothing of a return that cannot be read whole, whose total is not known", () => {
    const large = costReturn("A", { other: [other({ amountPence: 15_000_000 })] });
    const { from, to, ...read } = large;
    const returns = [{ ...read, period: { from, to }, whole: false }];
    expect(check(costLargeLine, [large], { returns })).toEqual([]);
  });
});

describe("cost-cohort-days", () => {
  it("asks once whether cohort.csv counts the days of returns that are clearly shorter than the study's period", () => {
    const findings = check(costCohortDays, [costReturn("A"), costReturn("B")]);
    expect(findings).toMatchObject([{ severity: "warning", found: "183 days" }]);
    expect(findings[0]!.message).toContain("period: 275 days, but returns cover fewer (all Trusts)");
    expect(findings[0]).not.toHaveProperty("trust");
  });

  it("is quiet about returns that cover the whole first wave of a study that asks again", () => {
    const wave = (id: string, from: string, to: string) => ({ id, label: id, from, to });
    const waves = [wave("arrival", "2026-04-01", "2026-06-30"), wave("month3", "2026-06-20", "2026-12-31")];
    const asked = { study: { ...costStudy(["A"]), waves } };
    expect(check(costCohortDays, [costReturn("A")], asked)).toEqual([]);
    expect(check(costCohortDays, [costReturn("A", { to: "2026-06-29" })], asked)).toHaveLength(1);
    expect(check(costCohortDays, [costReturn("A", { from: "2026-04-02" })], asked)).toHaveLength(1);
  });

  it("is quiet about a tenth of the days", () => {
    expect(check(costCohortDays, [costReturn("A", { to: "2026-12-04" })])).toEqual([]);
    expect(check(costCohortDays, [costReturn("A", { to: "2026-12-02" })])).toHaveLength(1);
  });
});

describe("words that ask for a second look", () => {
  it.each(["Employer on-costs of the coordinator (NI, pension)", "ENICs", "Salary of the lead", "oncosts"])(
    "are of pay among other costs: %s, which is not told on",
    (item) => {
      const findings = check(costOnCostsLine, [costReturn("A", { other: [other({ item })] })]);
      expect(findings).toHaveLength(1);
      expect(JSON.stringify(findings)).not.toContain(item);
    },
  );

  it.each(["Room", "Unit hire", "Nice lunch", "Alumni day"])("are not in %s", (item) => {
    expect(check(costOnCostsLine, [costReturn("A", { other: [other({ item })] })])).toEqual([]);
  });

  it("are of standing in for others, unless the line says so", () => {
    const told = (line: Parameters<typeof staff>[0]) =>
      check(costBackfillUnmarked, [costReturn("A", { staff: [staff(line)] })]);
    for (const role of ["Locum doctor", "Bank nurse", "Backfill for tutors"]) {
      expect(told({ role })).toHaveLength(1);
      expect(told({ role, backfill: true })).toEqual([]);
    }
    expect(told({ role: "Embankment guide" })).toEqual([]);
  });
});

describe("cost-periods-differ", () => {
  it("is quiet when all returns cover the same days", () => {
    expect(check(costPeriodsDiffer, [costReturn("A"), costReturn("B"), costReturn("C")])).toEqual([]);
  });

  it("warns of each return that covers other days than most, and names both", () => {
    const short = costReturn("B", { to: "2026-06-30" });
    expect(check(costPeriodsDiffer, [costReturn("A"), short, costReturn("C")])).toMatchObject([
      {
        severity: "warning",
        at: { file: "costs/b.xlsx", sheet: "Cover" },
        message:
          "period covered: Trust B returned 2026-04-01 to 2026-06-30, Trusts A and C 2026-04-01 to 2026-09-30; costs of different periods are set side by side",
        trust: "B",
      },
    ]);
  });

  it("takes the first of two that differ for the usual", () => {
    expect(check(costPeriodsDiffer, [costReturn("A"), costReturn("B", { to: "2026-06-30" })])).toMatchObject([
      { trust: "B", expected: "2026-04-01 to 2026-09-30" },
    ]);
  });
});
