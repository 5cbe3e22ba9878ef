import type { Place } from "../core/issue.js";

export const hoursBases = ["whole period", "each IMG", "each cohort", "each week"] as const;
export type HoursBasis = (typeof hoursBases)[number];
export const recurrences = ["one-off", "recurrent"] as const;
export type Recurrence = (typeof recurrences)[number];
/** How a figure came about: from a diary, rota or invoice; by somebody's judgement; without much to go by. */
export const evidenceGrades = ["recorded", "estimated", "guessed"] as const;
export type EvidenceGrade = (typeof evidenceGrades)[number];
/** Who bears a cost. */
export const payers = ["Trust", "NHS England", "charity", "IMG"] as const;
export type Payer = (typeof payers)[number];
export const rateSources = ["local payroll", "agency or bank", "published unit cost"] as const;
export type RateSource = (typeof rateSources)[number];
export const vatAnswers = ["no VAT", "in the amount", "left out"] as const;
export type VatAnswer = (typeof vatAnswers)[number];

/** A rate of the Trust's own in place of the pay point's, with what it already holds. */
export interface OwnRate {
  readonly pencePerHour: number;
  readonly source: RateSource;
  readonly includesOnCosts: boolean;
  readonly includesOverheads: boolean;
}

/** What every line of cost says about itself. */
interface LineBase {
  readonly evidence: EvidenceGrade;
  /** Whether it would not have been spent without the induction. */
  readonly extra: boolean;
  readonly paidBy: Payer;
  /** The Trust's own reference, for finance; never released. */
  readonly reference: string | null;
  readonly at: Place;
}

/** What lines of staff time and of other costs have in common. */
export interface SpendingLine extends LineBase {
  /** Id of an induction component, or `PROGRAMME` for running the whole. */
  readonly component: string;
  readonly recurrence: Recurrence;
  /** Years that a one-off is of use; null when the return leaves it to the study. */
  readonly usefulLife: number | null;
  /** Most IMGs that one cohort, room or group takes; null when the return does not say. */
  readonly capacity: number | null;
  /** Share of the line that is for IMGs, above 0 and at most 1; 1 where the return leaves it blank. */
  readonly share: number;
}

/** Staff time: people x hours, per whole period, IMG, cohort or week. */
export interface StaffLine extends SpendingLine {
  readonly role: string;
  /** What was done, in the Trust's words; never released. */
  readonly activity: string | null;
  /** Key of the rate card: `band6.top`, `consultant.T2b.yr4-7` ... */
  readonly payPoint: string;
  readonly people: number;
  /** Hours of each person; a full-time share is turned into hours for each week. */
  readonly hours: number;
  readonly basis: HoursBasis;
  /** Whether it is the time of somebody who stood in for another. */
  readonly backfill: boolean;
  /** False for goodwill: time that nobody was paid for. */
  readonly paidTime: boolean;
  readonly ownRate: OwnRate | null;
  /** What the Trust's own ledger says the whole line cost, to compare with. */
  readonly statedPence: number | null;
}

/** An amount of another year's prices, and what it was multiplied by. */
export interface Repriced {
  readonly statedPence: number;
  readonly from: string;
  readonly to: string;
  readonly factor: number;
}

export interface OtherLine extends SpendingLine {
  readonly item: string;
  /** `premises`, `materials`, `travel and accommodation`, `catering`, `licences and equipment`, `overhead`, `other`. */
  readonly category: string;
  readonly amountPence: number;
  /** How the amount was brought from prices of another year; left out where it was not. */
  readonly repriced?: Repriced;
  /** Spent for each IMG, each cohort, or once for the whole period. */
  readonly basis: Exclude<HoursBasis, "each week">;
  readonly vat: VatAnswer;
  /** How many the amount bought, and what one cost; null when the return does not say. */
  readonly quantity: number | null;
  readonly unitPricePence: number | null;
}

/** Paid time in which an IMG shadows or is taught and does not count in the rota. */
export interface SupernumeraryLine extends LineBase {
  readonly grade: string;
  readonly payPoint: string;
  readonly imgs: number;
  /** Supernumerary hours of each IMG. */
  readonly hoursEach: number;
  /** Share of these hours in which the IMG did clinical work after all, 0 to 1; 0 where left blank. */
  readonly clinicalShare: number;
}

export interface ComponentLine {
  readonly component: string;
  readonly planned: boolean;
  readonly delivered: "yes" | "partly" | "no";
  readonly at: Place;
}

/** Component of what serves the whole programme rather than one part of it. */
export const programmeComponent = "PROGRAMME";

/** What a line is read against. */
export interface LineContext {
  /** Ids of the induction components. */
  readonly components: readonly string[];
  /** Hours of a full-time week by pay point. */
  readonly payPoints: ReadonlyMap<string, number>;
  /** Year whose pay points these are, `2026/27`. */
  readonly priceYear: string;
  /** Pay points of other years, by year. */
  readonly otherYears: ReadonlyMap<string, ReadonlyMap<string, unknown>>;
  /** First and last day covered; null when the Cover does not say. */
  readonly period: { readonly from: string; readonly to: string } | null;
}
