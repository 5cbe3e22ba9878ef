import { IssuesError, type Issue } from "../core/issue.js";
import type { Study } from "../study/study.js";
import type { Cohort, CostReturn } from "../validate/cost-return.js";
import { cardOfReturn, declaredOwnRates, type PricedFor } from "./costing-card.js";
import type { Figure } from "./figures.js";
import { daysOfYear } from "./financial-year.js";
import { supernumeraryCategory, toLedger, type LedgerLine } from "./ledger.js";
import { linesIn } from "./perspective.js";
import { hourPrices, type Cards } from "./price-lines.js";
import type { RateCard } from "./rate-card.js";
import { setUpOf, spreadOf, type SetUp } from "./set-up.js";

/** One Trust's priced cost return with its denominators. */
export interface TrustCosts {
  readonly trust: string;
  /** File of the return. */
  readonly file: string;
  readonly cohort: Cohort;
  /** First and last day that the return covers. */
  readonly from: string;
  readonly to: string;
  readonly cards: Cards;
  /** Every line of the return, at its amount in full. */
  readonly ledger: readonly LedgerLine[];
  /** The lines that the study's perspective counts, at the amounts at which it counts them. */
  readonly lines: readonly LedgerLine[];
}

/** All Trusts' costs at one set of prices. */
export interface PricedReturns {
  /** Rates outside high-cost areas, at the study's choice of pension. */
  readonly card: RateCard;
  readonly setUp: SetUp;
  readonly trusts: readonly TrustCosts[];
  /** Trusts without costs, and why. */
  readonly missing: ReadonlyMap<string, string>;
}

/** Denominators of a cost per IMG. */
export const denominators = ["recruited", "inducted", "completed"] as const;
export type Denominator = (typeof denominators)[number];

/** Whether IMGs' own supernumerary pay is in a cost. */
export const supernumeraryChoices = ["with", "without"] as const;
export type Supernumerary = (typeof supernumeraryChoices)[number];

/**
 * Price every Trust's return by the study's costing rules, with a rate card of its own where it is in a high-cost area. A
 * Trust without a return or without a row in the cohort file is left out, with the reason. Throws IssuesError when a price
 * is missing for the study's year or a Trust sent two returns.
 */
export function priceReturns(
  study: Study,
  returns: readonly CostReturn[],
  cohorts: readonly Cohort[],
  figures: readonly Figure[],
): PricedReturns {
  const { costing } = study;
  const issues: Issue[] = [];
  const usual = cardsOf(study, figures, { ...daysOfYear(costing.price_year), highCost: null }, issues);
  issues.push(...secondReturns(returns));
  const setUp = setUpOf(costing, figures);
  const strands = new Map(study.components.map((component) => [component.id, component.strand]));
  const missing = new Map<string, string>();
  const trusts = study.trusts.flatMap(({ code }): readonly TrustCosts[] => {
    const costReturn = returns.find((one) => one.trust === code);
    const cohort = cohorts.find((one) => one.trust === code);
    if (!costReturn || !cohort) {
      missing.set(code, costReturn ? "no row in the cohort file" : "no cost return");
      return [];
    }
    const isUsual = costReturn.highCost === null && costing.prices === "price-year";
    const cards = isUsual ? usual : cardsOf(study, figures, costReturn, issues);
    if (!cards || issues.length > 0) return [];
    const { file, from, to } = costReturn;
    const ledger = toLedger(costReturn, cohort, {
      prices: hourPrices(code, cards, declaredOwnRates(study)),
      strands,
      spreadOver: spreadOf(setUp, costReturn),
    });
    const lines = linesIn(ledger, costing.perspective);
    return [{ trust: code, file, cohort, from, to, cards, ledger, lines }];
  });
  if (!usual || issues.length > 0) throw new IssuesError(unique(issues));
  return { card: usual.study, setUp, trusts, missing };
}

/** Lines with or without IMGs' own supernumerary time. */
export function linesOf(trusts: readonly TrustCosts[], supernumerary: Supernumerary): readonly LedgerLine[] {
  const lines = trusts.flatMap((one) => one.lines);
  return supernumerary === "with" ? lines : lines.filter((line) => line.category !== supernumeraryCategory);
}

/** IMGs recruited, inducted or completed at some Trusts. */
export function countImgs(trusts: readonly TrustCosts[], denominator: Denominator): number {
  return trusts.reduce((sum, one) => sum + one.cohort[denominator], 0);
}

function secondReturns(returns: readonly CostReturn[]): readonly Issue[] {
  return returns.flatMap((one, index): readonly Issue[] => {
    const first = returns.findIndex((other) => other.trust === one.trust);
    if (first === index) return [];
    return [
      {
        code: "second-cost-return",
        severity: "error",
        at: { file: one.file },
        message: `Trust ${one.trust}: a second cost return beside ${returns[first]!.file}`,
        expected: "one cost return for each Trust",
        found: "two",
        fix: "put both into one return, so that costs for each IMG are not counted twice",
      },
    ];
  });
}

/** The rate cards with the study's pension and with the full one; null, with issues added, when a price is missing. */
function cardsOf(
  { costing }: Study,
  figures: readonly Figure[],
  pricedFor: PricedFor,
  issues: Issue[],
): Cards | null {
  const cardWith = (pension: Study["costing"]["pension"]) => {
    const { value, issues: problems } = cardOfReturn(
      { costing: { ...costing, pension } },
      figures,
      pricedFor,
    );
    issues.push(...problems);
    return value;
  };
  const study = cardWith(costing.pension);
  const fullPension = costing.pension === "full" ? study : cardWith("full");
  return study && fullPension && { study, fullPension };
}

function unique(issues: readonly Issue[]): readonly Issue[] {
  return [...new Map(issues.map((issue) => [issue.message, issue])).values()];
}
