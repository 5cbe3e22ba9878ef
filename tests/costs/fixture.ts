import { readFileSync } from "node:fs";
import type { Component, Study } from "../../src/study/study.js";
import type {
  Cohort,
  CostReturn,
  OtherLine,
  StaffLine,
  SupernumeraryLine,
} from "../../src/validate/cost-return.js";

export const components = JSON.parse(readFileSync("data/induction/components.json", "utf8")) as Component[];

/** What costs read of a study. */
export function costStudy(codes: readonly string[], costing: Partial<Study["costing"]> = {}): Study {
  return {
    trusts: codes.map((code) => ({ code, label: `Trust ${code}`, aliases: [] })),
    period: { from: "2026-04-01", to: "2026-12-31" },
    waves: [{ id: "once", label: "Once", from: "2026-04-01", to: "2026-12-31" }],
    components,
    costing: {
      price_year: "2026/27",
      pension: "paid-by-trust",
      apprenticeship_levy: true,
      hours: "paid",
      prices: "price-year",
      own_rates: [],
      sign_off: [],
      perspective: "trust-economic",
      set_up: { treatment: "written-off" },
      headline: "inducted",
      cohort_sizes: [5, 20, 60],
      uncertainty: uncertainty(),
      ...costing,
    },
    study: { seed: 1 },
    economics: {},
    confidence_level: 0.95,
  } as unknown as Study;
}

/** How sure the inputs of a study are, unless it says otherwise. */
export function uncertainty(
  change: Partial<Study["costing"]["uncertainty"]> = {},
): Study["costing"]["uncertainty"] {
  return {
    recorded: 0.05,
    estimated: 0.2,
    guessed: 0.5,
    draws: 10_000,
    correlation_within_trust: 0.5,
    pay_point: true,
    ranges: [],
    staff_mix: [],
    ...change,
  };
}

export function at(sheet: string, row: number) {
  return { file: "costs/a.xlsx", sheet, cell: `A${row}` };
}

/** What a line says unless it says otherwise. */
const usual = {
  evidence: "recorded",
  extra: true,
  paidBy: "Trust",
  usefulLife: null,
  capacity: null,
  share: 1,
  reference: null,
} as const;

export function staff(line: Partial<StaffLine> = {}): StaffLine {
  return {
    component: "PROGRAMME",
    role: "Coordinator",
    payPoint: "band6.top",
    people: 1,
    hours: 10,
    basis: "whole period",
    recurrence: "recurrent",
    ...usual,
    activity: null,
    backfill: false,
    paidTime: true,
    ownRate: null,
    statedPence: null,
    at: at("Staff", 5),
    ...line,
  };
}

export function other(line: Partial<OtherLine> = {}): OtherLine {
  return {
    component: "PRO-01",
    item: "Room",
    category: "premises",
    amountPence: 10_000,
    basis: "whole period",
    recurrence: "recurrent",
    ...usual,
    vat: "in the amount",
    quantity: null,
    unitPricePence: null,
    at: at("Other costs", 5),
    ...line,
  };
}

export function imgTime(line: Partial<SupernumeraryLine> = {}): SupernumeraryLine {
  return {
    grade: "Trust doctor",
    payPoint: "LED.MT03",
    imgs: 2,
    hoursEach: 80,
    evidence: "recorded",
    extra: true,
    paidBy: "Trust",
    clinicalShare: 0,
    reference: null,
    at: at("IMG time", 5),
    ...line,
  };
}

export function costReturn(trust: string, lines: Partial<CostReturn> = {}): CostReturn {
  return {
    trust,
    file: `costs/${trust.toLowerCase()}.xlsx`,
    templateVersion: "2",
    imgs: { recruited: null, inducted: null, completed: null },
    highCost: null,
    corporateLeftOut: true,
    from: "2026-04-01",
    to: "2026-09-30",
    staff: [],
    other: [],
    supernumerary: [],
    components: [],
    priceYear: "2026/27",
    ...lines,
  };
}

export function cohort(trust: string, counts: Partial<Cohort> = {}): Cohort {
  return {
    trust,
    eligible: 12,
    invited: 11,
    recruited: 10,
    inducted: 8,
    completed: 5,
    intakes: 3,
    at: { file: "cohort.csv", row: 2 },
    ...counts,
  };
}
