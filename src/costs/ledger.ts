import type { Place } from "../core/issue.js";
import { toPence } from "../core/pence.js";
import { programmeComponent } from "../validate/cost-line.js";
import type {
  Cohort,
  CostReturn,
  EvidenceGrade,
  HoursBasis,
  OtherLine,
  Payer,
  StaffLine,
} from "../validate/cost-return.js";
import { isOnePersonsPay } from "./one-persons-pay.js";
import type { PricedHour } from "./own-rate.js";
import { weeksOf } from "./period.js";
import type { HourPrices } from "./price-lines.js";
import type { Spread } from "./set-up.js";
import { tellHours, tellPounds } from "./working.js";

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
  /** What the amount grows with: nothing, the number of intakes or groups, or the number of IMGs. */
  readonly behaviour: "fixed" | "step-fixed" | "per IMG";
  /** The role, item or grade in the return's own words. */
  readonly resource: string;
  /** Hours that count: all hours of the line, times its share for IMGs, less clinical work; null when it is not time. */
  readonly hours: number | null;
  /** GBP per hour, unrounded; null when it is not time. */
  readonly hourlyRate: number | null;
  /** How the hour was priced: by pay point, own rate or unit cost table; null when it is not time. */
  readonly price: PricedHour | null;
  readonly payPoint: string | null;
  /** In full when spent, at the study's choice of pension. */
  readonly amountPence: number;
  /** The same with the full pension rate, as the NHS as a whole pays it. */
  readonly fullPensionPence: number;
  /** How a set-up line is spread over its years; null when it is written off, or not set-up. */
  readonly spread: Spread | null;
  readonly paidBy: Payer;
  /** Whether it would not have been spent without the induction. */
  readonly extra: boolean;
  /** False for time that nobody was paid for. */
  readonly paidTime: boolean;
  /** True of one person's time at what that person is paid: with the hours, the amount would tell a salary. */
  readonly onePersonsPay: boolean;
  /** Whether it is the time of somebody who stood in for another. */
  readonly backfill: boolean;
  /** Share of the line that counts: for IMGs, or of an IMG's hours that were not clinical work. Already in the amount. */
  readonly share: number;
  /** Years that a one-off is of use by the return; null when it does not say. */
  readonly usefulLife: number | null;
  /** Most IMGs at once by the return; null when it does not say. */
  readonly capacity: number | null;
  /** What the hours or pounds of the return are for. */
  readonly basis: HoursBasis;
  /** Times that the line's amount was spent: 1, IMGs, intakes or weeks. */
  readonly times: number;
  /** Intakes of the Trust in the period. */
  readonly intakes: number;
  readonly evidence: EvidenceGrade;
  /** The year whose prices the amount was given at, where it was brought to the study's by a price index. */
  readonly repricedFrom?: string;
  /** The Trust's own reference, for finance; never released. */
  readonly reference: string | null;
  /** How the amount was worked out, in words with the numbers in it. */
  readonly working: string;
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

/** What a return is priced with. */
export interface Pricing {
  /** Prices of an hour at the study's pension and at the full one. */
  readonly prices: HourPrices;
  /** Strand of each component. */
  readonly strands: ReadonlyMap<string, string>;
  /** How set-up of a useful life (null when not given) is spread; null when it is written off. */
  readonly spreadOver: (usefulLife: number | null) => Spread | null;
}

/**
 * Price a cost return. Amounts per IMG are multiplied by the IMGs inducted, amounts per cohort by the intakes, amounts
 * per week by the weeks of the return's period (days over 7, both end days included); then by the line's share, once.
 * Each line is rounded to the penny once, half up; sums are sums of whole pence. A pay point without a price is a bug:
 * validation refuses it first.
 *
 * Source: micro-costing as in Drummond et al. (2015), Methods for the Economic Evaluation of Health Care Programmes, ch. 7.
 */
export function toLedger(costReturn: CostReturn, cohort: Cohort, pricing: Pricing): readonly LedgerLine[] {
  const { trust } = costReturn;
  const { prices, strands, spreadOver } = pricing;
  const times = timesOf(costReturn, cohort);
  const spending = (line: StaffLine | OtherLine) => ({
    trust,
    component: line.component,
    strand:
      line.component === programmeComponent
        ? programmeStrand
        : (strands.get(line.component) ?? programmeStrand),
    phase: line.recurrence === "one-off" ? ("set-up" as const) : ("running" as const),
    behaviour: behaviourOf(line),
    spread: line.recurrence === "one-off" ? spreadOver(line.usefulLife) : null,
    paidBy: line.paidBy,
    extra: line.extra,
    share: line.share,
    usefulLife: line.usefulLife,
    capacity: line.capacity,
    basis: line.basis,
    times: times[line.basis],
    intakes: cohort.intakes,
    evidence: line.evidence,
    reference: line.reference,
    at: line.at,
  });

  const staff = costReturn.staff.map((line, index): LedgerLine => {
    const hours = line.people * line.hours * times[line.basis] * line.share;
    return {
      ...spending(line),
      id: `${trust}/staff/${index + 1}`,
      category: staffCategory,
      resource: line.role,
      ...priced(prices, line.payPoint, line.ownRate, hours),
      paidTime: line.paidTime,
      onePersonsPay: isOnePersonsPay(line, prices.at(line.payPoint, line.ownRate).study),
      backfill: line.backfill,
      working: tellHours(
        [
          [line.people, line.people === 1 ? "person" : "people"],
          [line.hours, "hours"],
          [times[line.basis], line.basis],
        ],
        [line.share, "for IMGs"],
        hours,
        prices.at(line.payPoint, line.ownRate).study,
      ),
    };
  });

  const other = costReturn.other.map((line, index): LedgerLine => {
    const amountPence = toPence((line.amountPence * times[line.basis] * line.share) / 100);
    return {
      ...spending(line),
      id: `${trust}/other/${index + 1}`,
      category: line.category,
      resource: line.item,
      hours: null,
      hourlyRate: null,
      price: null,
      payPoint: null,
      amountPence,
      fullPensionPence: amountPence,
      ...(line.repriced ? { repricedFrom: line.repriced.from } : {}),
      paidTime: true,
      onePersonsPay: false,
      backfill: false,
      working: tellPounds(
        line.amountPence,
        [times[line.basis], line.basis],
        line.share,
        amountPence,
        line.repriced,
      ),
    };
  });

  const supernumerary = costReturn.supernumerary.map((line, index): LedgerLine => {
    const share = 1 - line.clinicalShare;
    const hours = line.imgs * line.hoursEach * share;
    return {
      id: `${trust}/img-time/${index + 1}`,
      trust,
      component: supernumeraryComponent,
      strand: supernumeraryCategory,
      category: supernumeraryCategory,
      phase: "running",
      behaviour: "per IMG",
      resource: line.grade,
      ...priced(prices, line.payPoint, null, hours),
      spread: null,
      paidBy: line.paidBy,
      extra: line.extra,
      paidTime: true,
      onePersonsPay: isOnePersonsPay(
        { people: line.imgs, ownRate: null },
        prices.at(line.payPoint, null).study,
      ),
      backfill: false,
      share,
      usefulLife: null,
      capacity: null,
      basis: "each IMG",
      times: line.imgs,
      intakes: cohort.intakes,
      evidence: line.evidence,
      reference: line.reference,
      working: tellHours(
        [
          [line.imgs, "IMGs"],
          [line.hoursEach, "hours each"],
        ],
        [share, "not clinical work"],
        hours,
        prices.at(line.payPoint, null).study,
      ),
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

function priced(prices: HourPrices, payPoint: string, ownRate: StaffLine["ownRate"], hours: number) {
  const { study, fullPension } = prices.at(payPoint, ownRate);
  return {
    hours,
    hourlyRate: study.hourly,
    price: study,
    payPoint,
    amountPence: toPence(hours * study.hourly),
    fullPensionPence: toPence(hours * fullPension.hourly),
  };
}

function timesOf(costReturn: CostReturn, cohort: Cohort): Readonly<Record<HoursBasis, number>> {
  return {
    "whole period": 1,
    "each IMG": cohort[eachImgCount],
    "each cohort": cohort.intakes,
    "each week": weeksOf(costReturn),
  };
}

/** What is spent for each cohort, or serves only so many at once, grows in steps. */
function behaviourOf({ basis, capacity }: StaffLine | OtherLine): LedgerLine["behaviour"] {
  if (basis === "each IMG") return "per IMG";
  return basis === "each cohort" || capacity !== null ? "step-fixed" : "fixed";
}
