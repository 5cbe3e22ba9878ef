import { IssuesError, type Issue } from "../core/issue.js";
import type { Study } from "../study/study.js";
import type { Cohort, CostReturn } from "../validate/cost-return.js";
import type { Figure } from "./figures.js";
import { supernumeraryCategory, toLedger, type LedgerLine } from "./ledger.js";
import { buildRateCard, type RateCard } from "./rate-card.js";

/** One Trust's priced cost return with its denominators. */
export interface TrustCosts {
  readonly trust: string;
  /** File of the return. */
  readonly file: string;
  readonly cohort: Cohort;
  readonly lines: readonly LedgerLine[];
}

/** All Trusts' costs at one set of prices. */
export interface PricedReturns {
  readonly card: RateCard;
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
 * Price every Trust's return by the study's costing rules. A Trust without a return or without a row in the cohort file
 * is left out, with the reason. Throws IssuesError when a price is missing for the study's year or a Trust sent two returns.
 */
export function priceReturns(
  study: Study,
  returns: readonly CostReturn[],
  cohorts: readonly Cohort[],
  figures: readonly Figure[],
): PricedReturns {
  const { costing } = study;
  const { value: card, issues } = buildRateCard(figures, {
    year: costing.price_year,
    pension: costing.pension,
    levy: costing.apprenticeship_levy,
    hours: costing.hours,
  });
  const problems = [...issues, ...secondReturns(returns)];
  if (!card || problems.length > 0) throw new IssuesError(problems);

  const strands = new Map(study.components.map((component) => [component.id, component.strand]));
  const missing = new Map<string, string>();
  const trusts = study.trusts.flatMap(({ code }): readonly TrustCosts[] => {
    const costReturn = returns.find((one) => one.trust === code);
    const cohort = cohorts.find((one) => one.trust === code);
    if (costReturn && cohort)
      return [
        { trust: code, file: costReturn.file, cohort, lines: toLedger(costReturn, cohort, card, strands) },
      ];
    missing.set(code, costReturn ? "no row in the cohort file" : "no cost return");
    return [];
  });
  return { card, trusts, missing };
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
