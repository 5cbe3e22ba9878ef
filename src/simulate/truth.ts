import type { FormId } from "./forms/form.js";

/** A scale as it truly is, on a latent 0-100 line that the answers cut into five categories. */
export interface ScaleTruth {
  /** Mean over Trusts when doctors arrive. */
  readonly arrival: number;
  /** Mean change over Trusts by month 3. */
  readonly change: number;
  /** Standard deviation between Trusts at arrival, and of their changes. */
  readonly betweenArrival: number;
  readonly betweenChange: number;
  /** Standard deviation between doctors of one Trust at arrival, and of their own changes. */
  readonly withinArrival: number;
  readonly withinChange: number;
  /** Standard deviation of one answer around the doctor's own score. */
  readonly answer: number;
  /** How much more or less each item is agreed with, in questionnaire order. */
  readonly items: readonly number[];
}

/** What one Trust's induction takes: hours of people, and other spending in pounds. */
export interface CostTruth {
  readonly leadHoursEachWeek: number;
  readonly coordinatorHoursEachWeek: number;
  readonly coordinatorPayPoint: string;
  readonly designHours: number;
  readonly taughtHoursEachCohort: number;
  readonly welcomeHoursEachImg: number;
  readonly buddyHoursEachImg: number;
  readonly mentorHoursEachImg: number;
  readonly supervisorHoursEachImg: number;
  readonly pastoralHoursEachImg: number;
  readonly trainingHoursEachImg: number;
  readonly welcomeStayEachImg: number;
  readonly venueEachCohort: number;
  readonly lunchEachImg: number;
  readonly licenceEachImg: number;
  readonly materialsOnce: number;
  /** Supernumerary hours of each IMG. */
  readonly supernumeraryHoursEach: number;
  /** How many lines the Trust took from records, the rest being estimates; buddies' hours are guessed where few were. */
  readonly recorded: "most" | "some";
  /** Most IMGs that a taught day takes, and years that the design and the materials are of use; where the return says so. */
  readonly taughtCapacity?: number;
  readonly usefulLife?: number;
  /** Percent of the coordinator and of the learning platform that is for IMGs; of shadowing that was clinical work. */
  readonly coordinatorPercent?: number;
  readonly platformPercent?: number;
  readonly clinicalPercent?: number;
  /** Agency doctors who stood in for speakers on the taught days, and what an hour of theirs cost, on-costs included. */
  readonly backfillHoursEachCohort?: number;
  readonly backfillPoundsAnHour?: number;
  /** NHS England paid the communication tutors. */
  readonly tutorsPaidCentrally?: true;
  /** The Trust's own rate for communication tutors, from payroll, without on-costs. */
  readonly tutorPoundsAnHour?: number;
  /** Buddies met the IMGs in their own time. */
  readonly buddiesUnpaid?: true;
  /** Room, light and finance of the education department, for IMGs alone, over the period. */
  readonly overheadPounds?: number;
  /** A local charity's welcome for the IMG's family. */
  readonly charityPoundsEachImg?: number;
  /** Supplements of a full-time year, in pounds. */
  readonly highCost?: { readonly area: "outer London"; readonly afc: number; readonly medical: number };
}

/** One Trust as it truly is. */
export interface TrustTruth {
  readonly code: string;
  /** How it ran its survey. */
  readonly form: FormId;
  readonly recruited: number;
  readonly eligible: number;
  readonly invited: number;
  readonly inducted: number;
  readonly completed: number;
  /** First days of its intakes. */
  readonly intakes: readonly string[];
  /** Chance that an IMG received each component in full, by component id. */
  readonly received: Readonly<Record<string, number>>;
  /** Components that the Trust planned and delivered, though the questionnaire does not ask about them. */
  readonly alsoPlanned: readonly string[];
  /** Chance that each practical matter is settled by month 3, of those to whom it applies. */
  readonly setup: { readonly gp: number; readonly tax: number; readonly transport: number };
  /** Median days to each milestone, of those who did not have it on the first day. */
  readonly medianDays: { readonly login: number; readonly bank: number; readonly home: number };
  /** Usual working days of shadowing of those who had the whole period. */
  readonly shadowDays: number;
  /** Chance that a doctor would definitely or probably recommend the induction. */
  readonly recommend: number;
  /** Chance that a doctor is still in post six months after starting. */
  readonly retained: number;
  readonly costs: CostTruth;
}

/** Everything the synthetic study is drawn from. */
export interface Truth {
  readonly title: string;
  readonly period: { readonly from: string; readonly to: string };
  readonly waves: readonly {
    readonly id: "arrival" | "month3";
    readonly label: string;
    readonly from: string;
    readonly to: string;
  }[];
  /** First and last day the cost returns cover. */
  readonly costPeriod: { readonly from: string; readonly to: string };
  /** Financial year of prices. */
  readonly priceYear: string;
  /** Day of the HR extract. */
  readonly extracted: string;
  /** Share of invited doctors who answer each wave. */
  readonly response: number;
  /** Share of month-3 answers whose code is found among the arrival answers. */
  readonly linked: number;
  /** Chances, for each question that allows it, of each kind of missing answer. */
  readonly missing: {
    readonly blank: number;
    readonly dontKnow: number;
    readonly notApplicable: number;
    readonly preferNot: number;
  };
  /** Share of first NHS posts, and of each grade in codebook order. */
  readonly firstPost: number;
  readonly grades: readonly number[];
  readonly scales: { readonly settling: ScaleTruth; readonly confidence: ScaleTruth };
  /** Of those who did not receive a component in full, the share who received part of it. */
  readonly partly: number;
  /** Chance of the top two answers on usefulness, of those who received it, by component id. */
  readonly useful: Readonly<Record<string, number>>;
  /** Spread of days to a milestone: standard deviation of their logarithm. */
  readonly milestoneSpread: number;
  /** Chance that an appraisal that was due was done. */
  readonly appraised: number;
  readonly trusts: readonly TrustTruth[];
}
