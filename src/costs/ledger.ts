import { invariant } from "../core/invariant.js";
import type { Place } from "../core/issue.js";
import { toPence } from "../core/pence.js";
import { programmeComponent } from "../validate/cost-line.js";
import type { Cohort, CostReturn, EvidenceGrade, HoursBasis, Recurrence } from "../validate/cost-return.js";
import type { RateCard } from "./rate-card.js";

/** One priced line of a Trust's cost return, in whole pence. */
export interface LedgerLine {
  /** `A/staff/6`: Trust, part of the return, number of the line in it from 1. */
  readonly id: string;
  readonly trust: string;
  /** Induction component, `PROGRAMME`, or `IMG-TIME` for supernumerary time. */
  readonly component: string;
  readonly strand: string;
  readonly category: string;
  /** One-off spending sets the induction up; recurrent spending keeps it running. */
  readonly phase: "set-up" | "running";
  /** Whether the amount grows with the number of IMGs. */
  readonly behaviour: "fixed" | "per IMG";
  /** The role, item or grade in the return's own words. */
  readonly resource: string;
  /** All hours of the line; null when it is not time. */
  readonly hours: number | null;
  /** GBP per hour, unrounded; null when it is not time. */
  readonly hourlyRate: number | null;
  readonly payPoint: string | null;
  readonly amountPence: number;
  readonly evidence: EvidenceGrade;
  readonly at: Place;
}

/** Category of staff time, beside the categories that the return itself names. */
export const staffCategory = "staff time";
/** Category, component and strand of paid time in which an IMG does not count in the rota. */
export const supernumeraryCategory = "IMG supernumerary time";
export const supernumeraryComponent = "IMG-TIME";
/** Strand of what serves the whole programme. */
export const programmeStrand = "running the programme";

/** The count of a cohort that an amount given "for each IMG" is multiplied by. */
export const eachImgCount = "inducted" satisfies keyof Cohort;

/**
 * Price a cost return. Amounts per IMG are multiplied by the IMGs inducted, amounts per cohort by the intakes, amounts
 * per week by the weeks of the return's period (days over 7, both end days included). Each line is rounded to the penny
 * once, half up; sums are sums of whole pence. A pay point without a rate is a bug: validation refuses it first.
 *
 * Source: micro-costing as in Drummond et al. (2015), Methods for the Economic Evaluation of Health Care Programmes, ch. 7.
 */
export function toLedger(
  costReturn: CostReturn,
  cohort: Cohort,
  card: RateCard,
  strands: ReadonlyMap<string, string>,
): readonly LedgerLine[] {
  const { trust } = costReturn;
  const times = { imgs: cohort[eachImgCount], intakes: cohort.intakes, weeks: weeksOf(costReturn) };
  const strandOf = (component: string) =>
    component === programmeComponent ? programmeStrand : (strands.get(component) ?? programmeStrand);

  const staff = costReturn.staff.map((line, index): LedgerLine => {
    const hours = line.people * line.hours * timesOf(line.basis, times);
    const hourlyRate = rateOf(card, line.payPoint);
    return {
      id: `${trust}/staff/${index + 1}`,
      trust,
      component: line.component,
      strand: strandOf(line.component),
      category: staffCategory,
      phase: phaseOf(line.recurrence),
      behaviour: behaviourOf(line.basis),
      resource: line.role,
      hours,
      hourlyRate,
      payPoint: line.payPoint,
      amountPence: toPence(hours * hourlyRate),
      evidence: line.evidence,
      at: line.at,
    };
  });

  const other = costReturn.other.map((line, index): LedgerLine => ({
    id: `${trust}/other/${index + 1}`,
    trust,
    component: line.component,
    strand: strandOf(line.component),
    category: line.category,
    phase: phaseOf(line.recurrence),
    behaviour: behaviourOf(line.basis),
    resource: line.item,
    hours: null,
    hourlyRate: null,
    payPoint: null,
    amountPence: line.amountPence * timesOf(line.basis, times),
    evidence: line.evidence,
    at: line.at,
  }));

  const supernumerary = costReturn.supernumerary.map((line, index): LedgerLine => {
    const hours = line.imgs * line.hoursEach;
    const hourlyRate = rateOf(card, line.payPoint);
    return {
      id: `${trust}/img-time/${index + 1}`,
      trust,
      component: supernumeraryComponent,
      strand: supernumeraryCategory,
      category: supernumeraryCategory,
      phase: "running",
      behaviour: "per IMG",
      resource: line.grade,
      hours,
      hourlyRate,
      payPoint: line.payPoint,
      amountPence: toPence(hours * hourlyRate),
      evidence: line.evidence,
      at: line.at,
    };
  });
  return [...staff, ...other, ...supernumerary];
}

/**
 * Sum of a ledger's amounts in whole pence.
 *
 * @example totalPence([]) // => 0
 */
export function totalPence(lines: readonly Pick<LedgerLine, "amountPence">[]): number {
  return lines.reduce((sum, line) => sum + line.amountPence, 0);
}

/**
 * Weeks in a period, both end days included.
 *
 * @example weeksOf({ from: "2026-04-01", to: "2026-04-14" }) // => 2
 */
export function weeksOf(period: Pick<CostReturn, "from" | "to">): number {
  const day = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
  return (day(period.to) - day(period.from) + 1) / 7;
}

function timesOf(
  basis: HoursBasis,
  times: { readonly imgs: number; readonly intakes: number; readonly weeks: number },
): number {
  if (basis === "each IMG") return times.imgs;
  if (basis === "each cohort") return times.intakes;
  return basis === "each week" ? times.weeks : 1;
}

function rateOf(card: RateCard, payPoint: string): number {
  const rate = card.rates[payPoint];
  invariant(rate, `no rate for pay point ${payPoint} in ${card.year}`);
  return rate.hourly;
}

function phaseOf(recurrence: Recurrence): LedgerLine["phase"] {
  return recurrence === "one-off" ? "set-up" : "running";
}

function behaviourOf(basis: HoursBasis): LedgerLine["behaviour"] {
  return basis === "each IMG" ? "per IMG" : "fixed";
}
