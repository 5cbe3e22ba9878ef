import type { Place } from "../core/issue.js";

/** One Trust's cost return, read and checked: what was spent, by whom, on what. Amounts in whole pence. */
export interface CostReturn {
  readonly trust: string;
  readonly file: string;
  readonly templateVersion: string;
  /** First and last day the return covers, year-month-day. */
  readonly from: string;
  readonly to: string;
  readonly staff: readonly StaffLine[];
  readonly other: readonly OtherLine[];
  readonly supernumerary: readonly SupernumeraryLine[];
  readonly components: readonly ComponentLine[];
}

export const hoursBases = ["whole period", "each IMG", "each cohort", "each week"] as const;
export type HoursBasis = (typeof hoursBases)[number];
export const recurrences = ["one-off", "recurrent"] as const;
export type Recurrence = (typeof recurrences)[number];
export const evidenceGrades = ["recorded", "estimated"] as const;
export type EvidenceGrade = (typeof evidenceGrades)[number];

/** Staff time: people x hours, per whole period, IMG, cohort or week. */
export interface StaffLine {
  /** Id of an induction component, or `PROGRAMME` for running the whole. */
  readonly component: string;
  readonly role: string;
  /** Key of the rate card: `band6.top`, `consultant.T2b.yr4-7` ... */
  readonly payPoint: string;
  readonly people: number;
  readonly hours: number;
  readonly basis: HoursBasis;
  readonly recurrence: Recurrence;
  readonly evidence: EvidenceGrade;
  readonly at: Place;
}

export interface OtherLine {
  readonly component: string;
  readonly item: string;
  /** `premises`, `materials`, `travel and accommodation`, `catering`, `licences and equipment`, `other`. */
  readonly category: string;
  readonly amountPence: number;
  /** Spent for each IMG, each cohort, or once for the whole period. */
  readonly basis: Exclude<HoursBasis, "each week">;
  readonly recurrence: Recurrence;
  readonly evidence: EvidenceGrade;
  readonly at: Place;
}

/** Paid time in which an IMG shadows or is taught and does not count in the rota. */
export interface SupernumeraryLine {
  readonly grade: string;
  readonly payPoint: string;
  readonly imgs: number;
  /** Supernumerary hours of each IMG. */
  readonly hoursEach: number;
  readonly evidence: EvidenceGrade;
  readonly at: Place;
}

export interface ComponentLine {
  readonly component: string;
  readonly planned: boolean;
  readonly delivered: "yes" | "partly" | "no";
  readonly at: Place;
}

/** The denominators of one Trust, from cohort.csv. */
export interface Cohort {
  readonly trust: string;
  readonly eligible: number;
  readonly invited: number;
  readonly recruited: number;
  readonly inducted: number;
  readonly completed: number;
  /** Number of cohorts (intakes) in the period. */
  readonly intakes: number;
  readonly at: Place;
}
