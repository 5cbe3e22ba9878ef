import { describe, expect, it } from "vitest";
import type { Study } from "../../src/study/study.js";
import type { Cohort, CostReturn, OtherLine } from "../../src/validate/cost-return.js";
import type { Rule } from "../../src/validate/rule.js";
import { costBackfillTwice } from "../../src/validate/rules/cost-backfill-twice.js";
import { costCapacity } from "../../src/validate/rules/cost-capacity.js";
import { costCorporateInduction } from "../../src/validate/rules/cost-corporate-induction.js";
import { costCoverCounts } from "../../src/validate/rules/cost-cover-counts.js";
import { costFundedAmount } from "../../src/validate/rules/cost-funded-amount.js";
import { costGuessed } from "../../src/validate/rules/cost-guessed.js";
import { costHighCostSupplement } from "../../src/validate/rules/cost-high-cost-supplement.js";
import { costNoImgs } from "../../src/validate/rules/cost-no-imgs.js";
import { costNoIntakes } from "../../src/validate/rules/cost-no-intakes.js";
import { costOneOffSmallCohort } from "../../src/validate/rules/cost-one-off-small-cohort.js";
import { costPaidTwice } from "../../src/validate/rules/cost-paid-twice.js";
import { costQuantityPrice } from "../../src/validate/rules/cost-quantity-price.js";
import { costUsefulLife } from "../../src/validate/rules/cost-useful-life.js";
import { costVatTwice } from "../../src/validate/rules/cost-vat-twice.js";
import { costVat } from "../../src/validate/rules/cost-vat.js";
import { at, cohort, costReturn, costStudy, imgTime, other, staff } from "../costs/fixture.js";
import { check } from "./check-returns.js";

/** What a rule says of Trust A's return; its cohort: 10 recruited, 8 inducted, 5 completed, 3 intakes. */
function told(rule: Rule, lines: Partial<CostReturn>, counts: Partial<Cohort> = {}) {
  const cohorts = [cohort("A", counts)];
  return check(rule, [costReturn("A", lines)], { cohorts }).map(({ severity, message }) =>
    severity === rule.severity ? message : `${severity}: ${message}`,
  );
}

describe("a cohort of nobody", () => {
  it("inducted must be mended: other Trusts' IMGs would carry the costs", () => {
    expect(told(costNoImgs, {}, { inducted: 0, completed: 0 })).toEqual([
      "inducted: expected 1 or more beside a cost return, found 0; other Trusts' IMGs would carry its costs",
      "note: completed: 0, beside a cost return; a cost per IMG completed cannot be worked out, and none is shown",
    ]);
    expect(costNoImgs.protects).toBe("errors");
    expect(told(costNoImgs, {})).toEqual([]);
  });

  it("completed is a warning where that is the headline, and stands in the cohort table", () => {
    const findings = check(costNoImgs, [costReturn("A")], {
      study: costStudy(["A"], { headline: "completed" }),
      cohorts: [cohort("A", { completed: 0 })],
    });
    expect(findings).toMatchObject([
      { severity: "warning", at: { file: "cohort.csv", row: 2, column: "completed" } },
    ]);
  });

  it("needs no intake, but IMGs do, and at most one each", () => {
    expect(told(costNoIntakes, {}, { inducted: 0, intakes: 0 })).toEqual([]);
    expect(told(costNoIntakes, {}, { intakes: 0 })).toEqual([
      "intakes: expected from 1 to the 8 inducted, found 0; costs for each cohort are multiplied by it",
    ]);
    expect(told(costNoIntakes, {}, { intakes: 9 })).toHaveLength(1);
    expect(told(costNoIntakes, {}, { intakes: 8 })).toEqual([]);
  });
});

describe("counts on the Cover", () => {
  it("that are not those of the cohort table are told with both numbers and places", () => {
    expect(told(costCoverCounts, { imgs: { recruited: 10, inducted: 9, completed: null } })).toEqual([
      "IMGs who began the induction: 9 on the Cover, 8 inducted in cohort.csv row 2, which is what counts",
    ]);
    expect(told(costCoverCounts, { imgs: { recruited: 10, inducted: 8, completed: 5 } })).toEqual([]);
  });
});

describe("VAT", () => {
  const lines = (...vat: readonly Partial<OtherLine>[]) => ({ other: vat.map((line) => other(line)) });

  it("left out of goods is asked about, with what 20% would make of it", () => {
    const handbook = { category: "materials", vat: "left out" } as const;
    expect(told(costVat, lines(handbook, { vat: "left out" }))).toEqual([
      "VAT: left out of 2 of 2 amounts (A5 and A5); 1 of them is for goods, on which a Trust can seldom get it back; at 20% the first would be £120.00",
    ]);
  });

  it("in some amounts and not in others is asked about", () => {
    expect(told(costVat, lines({}, { vat: "left out" }))).toEqual([
      "VAT: left out of 1 of 2 amounts (A5); at 20% the first would be £120.00",
    ]);
  });

  it("left out of services alone is a note", () => {
    expect(told(costVat, lines({ vat: "left out" }, { vat: "no VAT" }))[0]).toMatch(/^note: /);
  });

  it("in every amount, or in amounts of nothing, is fine", () => {
    expect(told(costVat, lines({}, { vat: "no VAT" }, { vat: "left out", amountPence: 0 }))).toEqual([]);
  });

  it("on top of another amount of the same part may be one cost entered twice", () => {
    const both = lines({ amountPence: 12_000 }, { vat: "left out", at: at("Other costs", 6) });
    expect(told(costVatTwice, both)).toEqual([
      "amount in pounds: it is that of row 6 with 20% VAT on top; are they one cost?",
    ]);
    const apart = lines({ amountPence: 12_000 }, { vat: "left out", category: "catering" });
    expect(told(costVatTwice, apart)).toEqual([]);
    expect(told(costVatTwice, lines({ amountPence: 12_000 }, {}))).toEqual([]);
  });
});

describe("quantity times price", () => {
  const of = (quantity: number, pounds: number, line: Partial<OtherLine> = {}) =>
    told(costQuantityPrice, {
      other: [other({ amountPence: 120_000, quantity, unitPricePence: pounds * 100, ...line })],
    });

  it("that is not the amount is told with both", () => {
    expect(of(10, 90)).toEqual(["amount in pounds: £1,200.00, but quantity times price is £900.00"]);
    expect(of(10, 120)).toEqual([]);
    expect(of(3, 399)).toEqual([]);
  });

  it("may be for one IMG or for all of them", () => {
    expect(of(80, 120, { basis: "each IMG" })).toEqual([]);
    expect(of(10, 120, { basis: "each IMG" })).toEqual([]);
    expect(of(40, 120, { basis: "each IMG" })).toHaveLength(1);
  });

  it("that is 20% apart says so, unless the amount holds VAT and the price does not", () => {
    expect(of(10, 100)).toEqual([]);
    expect(of(10, 100, { vat: "left out" })[0]).toContain('so does it hold VAT, though VAT says "left out"?');
    expect(of(12, 120)[0]).toContain("so is VAT in the price and not in the amount?");
  });
});

describe("set-up in a small cohort", () => {
  const lines = {
    staff: [staff({ hours: 100, recurrence: "one-off", at: at("Staff", 7) })], // 3,000 pounds
    other: [other({ amountPence: 500_000 })],
    supernumerary: [imgTime({ hoursEach: 400 })], // 32,000 pounds, which do not count here
  };

  it("that is a large part of its cost is told with what it would be a year", () => {
    // 3,000 over five years: 600 a year; for each of 8: 75.
    expect(told(costOneOffSmallCohort, lines)).toEqual([
      "set-up is written off in this study, so that one-off costs of about £3,000 are 38% of the cost of 8 IMGs (£375 each); spread over 5 years they would be about £600 a year, without interest (£75 each)",
    ]);
  });

  it("is left alone in a study that spreads it over years, whatever its rate", () => {
    const findings = (set_up: Study["costing"]["set_up"]) =>
      check(costOneOffSmallCohort, [costReturn("A", lines)], {
        study: costStudy(["A"], { set_up }),
        cohorts: [cohort("A")],
      });
    expect(findings({ treatment: "written-off" })).toHaveLength(1);
    expect(findings({ treatment: "annuitised", years: 3, timing: "in-arrears" })).toEqual([]);
    expect(
      findings({ treatment: "annuitised", years: 3, discount_rate: 0.05, timing: "in-advance" }),
    ).toEqual([]);
  });

  it("is left alone in a larger cohort, with a useful life, or where it is a small part", () => {
    expect(told(costOneOffSmallCohort, lines, { inducted: 11 })).toEqual([]);
    expect(told(costOneOffSmallCohort, { ...lines, staff: [{ ...lines.staff[0]!, usefulLife: 4 }] })).toEqual(
      [],
    );
    expect(told(costOneOffSmallCohort, { ...lines, other: [other({ amountPence: 2_000_000 })] })).toEqual([]);
    expect(told(costOneOffSmallCohort, lines, { inducted: 0 })).toEqual([]);
  });
});

describe("the induction of every new doctor", () => {
  it("counted for IMGs in full is asked about, line by line", () => {
    const lines = {
      corporateLeftOut: false,
      staff: [staff({ component: "PRO-01" }), staff({ component: "PRO-01", share: 0.2 }), staff()],
      other: [other({ component: "PRO-01" })],
    };
    const message =
      "percent for IMGs: all of this line of PRO-01 is counted for IMGs, but the Cover says that the induction of every new doctor is in it";
    expect(told(costCorporateInduction, lines)).toEqual([message, message]);
    expect(told(costCorporateInduction, { ...lines, corporateLeftOut: true })).toEqual([]);
  });

  it("said to be in the return, without a line, is asked for", () => {
    expect(told(costCorporateInduction, { corporateLeftOut: false, staff: [staff()] })[0]).toContain(
      "but no line is for PRO-01; where is it counted?",
    );
  });
});

describe("one cost under two payers", () => {
  it("is told at the line of the one who is not the Trust", () => {
    const post = staff({ role: "IMG lead", hours: 100 });
    const funded = staff({ role: "img  Lead", hours: 100, paidBy: "NHS England", at: at("Staff", 9) });
    expect(told(costPaidTwice, { staff: [post, funded] })).toEqual([
      "paid by: NHS England here, and the Trust in row 5 for the same; is it one cost?",
    ]);
    const part = { ...funded, hours: 60 };
    expect(told(costPaidTwice, { staff: [post, part, { ...funded, role: "Tutor" }] })).toEqual([]);
    expect(told(costPaidTwice, { staff: [funded, funded] })).toEqual([]);
  });

  it("is looked for among other costs and IMGs' time too", () => {
    expect(told(costPaidTwice, { other: [other(), other({ paidBy: "charity" })] })).toHaveLength(1);
    expect(
      told(costPaidTwice, { supernumerary: [imgTime(), imgTime({ paidBy: "NHS England" })] }),
    ).toHaveLength(1);
  });

  it("in the Trust's own ledger, though another pays, is asked about", () => {
    const funded = staff({ paidBy: "NHS England", statedPence: 30_000 });
    expect(told(costFundedAmount, { staff: [funded, staff({ statedPence: 30_000 })] })).toEqual([
      "paid by: NHS England, but the line has an amount of the Trust's own ledger; who bore the cost in the end?",
    ]);
    expect(told(costFundedAmount, { staff: [{ ...funded, statedPence: 0 }] })).toEqual([]);
  });
});

describe("backfill", () => {
  const stood = staff({ component: "COM-01", hours: 21, backfill: true, at: at("Staff", 8) });

  it("beside about the same hours of the same part is asked about", () => {
    expect(told(costBackfillTwice, { staff: [staff({ component: "COM-01", hours: 20 }), stood] })).toEqual([
      "stands in for someone else: yes, for about the same hours of COM-01 as row 5; both are counted, so are the hours there twice?",
    ]);
  });

  it("alone, of another part or of other hours is fine", () => {
    const others = [staff({ component: "COM-01", hours: 30 }), staff({ component: "PAS-01", hours: 21 })];
    expect(told(costBackfillTwice, { staff: [...others, stood] })).toEqual([]);
    expect(told(costBackfillTwice, { staff: [stood, { ...stood, role: "Bank doctor" }] })).toEqual([]);
  });
});

describe("a high-cost area", () => {
  const area = (afcPence: number | null, medicalPence: number | null) =>
    told(costHighCostSupplement, { highCost: { area: "inner London", afcPence, medicalPence } });

  it("in which nobody gets a supplement is odd", () => {
    expect(area(0, 0)).toEqual(["high-cost area: inner London, but nobody gets a supplement; is that so?"]);
    expect(area(0, null)).toHaveLength(1);
    expect(area(0, 216_200)).toEqual([]);
  });

  it("with a supplement like a salary is asked about", () => {
    expect(area(4_500_000, 216_200)).toEqual([
      "High-cost supplement a year, Agenda for Change, in pounds: £45,000 is more than £15,000; is it the supplement of one full-time year?",
    ]);
  });
});

describe("cells that are not used, or say little", () => {
  it("room for more IMGs than there were is a note", () => {
    const lines = {
      staff: [staff({ capacity: 11 })],
      other: [other({ capacity: 10, basis: "each cohort" })],
    };
    expect(told(costCapacity, lines)).toEqual(["most IMGs at once: 11, but 10 were recruited in all"]);
    expect(told(costCapacity, { staff: [staff({ capacity: 4, basis: "each IMG" })] })[0]).toContain(
      "it is not used",
    );
  });

  it("a useful life of what is recurrent is a note", () => {
    const lines = { staff: [staff({ usefulLife: 3 }), staff({ usefulLife: 3, recurrence: "one-off" })] };
    expect(told(costUsefulLife, lines)).toEqual([
      "useful life in years: 3, on a recurrent line; it is not used",
    ]);
  });

  it("a return that is mostly guessed is a note", () => {
    const guessed = {
      staff: [staff({ hours: 20, evidence: "guessed" })],
      other: [other({ amountPence: 50_000 })],
    };
    expect(told(costGuessed, guessed)).toEqual([
      "recorded, estimated or guessed: about 55% of the cost is guessed, on 1 of 2 lines",
    ]);
    expect(told(costGuessed, { ...guessed, other: [other({ amountPence: 60_000 })] })).toEqual([]);
    expect(told(costGuessed, {})).toEqual([]);
  });
});
