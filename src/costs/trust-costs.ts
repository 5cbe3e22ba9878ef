import { IssuesError, type Issue } from "../core/issue.js";
import type { Study } from "../study/study.js";
import type { Cohort, CostReturn } from "../validate/cost-return.js";
import { payPointsOf, type Figure } from "./figures.js";
import type { Days } from "./financial-year.js";
import { supernumeraryCategory, toLedger, type LedgerLine } from "./ledger.js";
import { linesIn } from "./perspective.js";
import type { DeclaredOwnRate } from "./price-hour.js";
import { hourPrices, type Cards } from "./price-lines.js";
import { buildRateCard, type HighCost, type RateCard } from "./rate-card.js";
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
  const usual = cardsOf(study, figures, {}, issues);
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
    const highCost = highCostOf(costReturn, figures, costing.price_year);
    const worked =
      costing.prices === "when-worked" ? { from: costReturn.from, to: costReturn.to } : undefined;
    const cards = highCost || worked ? cardsOf(study, figures, { highCost, worked }, issues) : usual;
    if (!cards || issues.length > 0) return [];
    const { file, from, to } = costReturn;
    const ledger = toLedger(costReturn, cohort, {
      prices: hourPrices(code, cards, ownRatesOf(costing)),
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
  { highCost, worked }: { readonly highCost?: HighCost | undefined; readonly worked?: Days | undefined },
  issues: Issue[],
): Cards | null {
  const cardWith = (pension: "paid-by-trust" | "full") => {
    const { price_year: year, apprenticeship_levy: levy, hours } = costing;
    const options = {
      year,
      pension,
      levy,
      hours,
      ...(highCost ? { highCost } : {}),
      ...(worked ? { worked } : {}),
    };
    const { value, issues: problems } = buildRateCard(figures, options);
    issues.push(...problems);
    return value;
  };
  const study = cardWith(costing.pension);
  const fullPension = costing.pension === "full" ? study : cardWith("full");
  return study && fullPension && { study, fullPension };
}

function ownRatesOf({ own_rates }: Study["costing"]): readonly DeclaredOwnRate[] {
  return own_rates.map(({ pay_point, includes_on_costs, includes_overheads, pensionable, ...rate }) => ({
    ...rate,
    payPoint: pay_point,
    includesOnCosts: includes_on_costs,
    includesOverheads: includes_overheads,
    ...(pensionable === undefined ? {} : { pensionable }),
  }));
}

/** The supplement of a Trust in a high-cost area; nothing is asked for staff that the return does not name. */
function highCostOf(costReturn: CostReturn, figures: readonly Figure[], year: string): HighCost | undefined {
  const { highCost } = costReturn;
  if (!highCost) return undefined;
  const named = new Set([...costReturn.staff, ...costReturn.supernumerary].map(({ payPoint }) => payPoint));
  const kinds = new Set(
    payPointsOf(figures, year).flatMap(({ key, staff }) => (named.has(key) ? [staff] : [])),
  );
  const pounds = (pence: number | null, staff: "afc" | "medical") =>
    pence === null ? (kinds.has(staff) ? null : 0) : pence / 100;
  return {
    zone: highCost.area,
    afc: pounds(highCost.afcPence, "afc"),
    medical: pounds(highCost.medicalPence, "medical"),
  };
}

function unique(issues: readonly Issue[]): readonly Issue[] {
  return [...new Map(issues.map((issue) => [issue.message, issue])).values()];
}
