import type { PaymentTiming } from "../annuity.js";
import { latestFigure } from "../figure-id.js";
import { programmeComponent } from "./assumptions.js";
import type { EstimateData } from "./estimate-data.js";

/** Whose money is counted. */
export const perspectives = ["trust-cash", "trust-economic", "nhs"] as const;
export type Perspective = (typeof perspectives)[number];

export const perspectiveWords: Readonly<Record<Perspective, string>> = {
  "trust-cash": "new money that the Trust pays",
  "trust-economic": "all that the Trust pays, with the value of existing staff's time",
  nhs: "all that the NHS pays, with the full pension rate",
};

/** Which part of the employer's pension contribution is counted. */
export const pensions = ["paid-by-trust", "full"] as const;
export type Pension = (typeof pensions)[number];

export const hoursChoices = ["paid", "productive"] as const;
export const setUpTreatments = ["annuitised", "written-off"] as const;
export const highCostZones = ["none", "fringe", "outer London", "inner London"] as const;
export const selfAssessmentAnswers = ["yes", "partly", "no"] as const;
export type SelfAssessmentAnswer = (typeof selfAssessmentAnswers)[number];

/** A Trust's own figure in place of an assumption; what is left out stays as assumed. */
export interface Override {
  /** Hours each time, or pounds each time for an item in pounds. */
  readonly amount?: number;
  readonly payPoint?: string;
  /** The Trust's own cost of an hour with on-costs, in GBP, in place of the rate card's. */
  readonly poundsAnHour?: number;
}

/** What a Trust says about itself. Shares are fractions, money is GBP. */
export interface EstimateInputs {
  /** IMGs inducted in a year: a whole number from 1. */
  readonly imgs: number;
  /** Groups in which they start in a year. */
  readonly intakes: number;
  /** Financial year of pay, `2026/27`. */
  readonly year: string;
  /** Null when nobody has chosen, which is refused. */
  readonly pension: Pension | null;
  readonly levy: boolean;
  readonly hours: (typeof hoursChoices)[number];
  readonly perspective: Perspective;
  /** Components provided, and `PROGRAMME`. */
  readonly components: readonly string[];
  /** What is there today, by component; null when the question is not about gaps. */
  readonly selfAssessment: Readonly<Record<string, SelfAssessmentAnswer>> | null;
  /** Share of a component's cost that closing a gap takes where the answer is partly. */
  readonly partlyShare: number;
  readonly shadowingWeeks: number;
  readonly shadowingHoursAWeek: number;
  /** Grade at which IMGs are paid while they shadow; null keeps the assumption's. */
  readonly shadowingPayPoint: string | null;
  /** Whether IMGs' own pay while they shadow is a cost of the induction. */
  readonly countSupernumerary: boolean;
  readonly setUp: {
    readonly treatment: (typeof setUpTreatments)[number];
    readonly years: number;
    readonly discountRate: number;
    readonly timing: PaymentTiming;
  };
  /** Overheads as a fraction of staff and other costs; null when none are declared. */
  readonly overheads: number | null;
  readonly highCost: {
    readonly zone: (typeof highCostZones)[number];
    /** Supplement of a full-time person in a year, GBP, under Agenda for Change; null when none is given. */
    readonly afc: number | null;
    /** The same for a doctor. */
    readonly medical: number | null;
  };
  /** By item id. */
  readonly overrides: Readonly<Record<string, Override>>;
  /** Other counts that a cost per IMG may be divided by; null when not known. */
  readonly recruited: number | null;
  readonly completed: number | null;
  /** What replacing one doctor costs, GBP, for the break-even; null when not given. */
  readonly replacementCost: number | null;
}

/**
 * Inputs to start from: every component provided, the assumptions' conventions, the Trust's own cost with existing
 * staff's time. How many IMGs there are is asked, and the pension is nobody's default: it stays unchosen.
 * The discount rate is the Green Book's, the latest that ships.
 */
export function defaultInputs(
  { assumptions, components, figures }: EstimateData,
  imgs: number,
): EstimateInputs {
  const { conventions } = assumptions;
  return {
    imgs,
    intakes: Math.max(1, Math.min(2, imgs)),
    year: assumptions.priceYear,
    pension: null,
    levy: true,
    hours: "paid",
    perspective: "trust-economic",
    components: [...components.map(({ id }) => id), programmeComponent],
    selfAssessment: null,
    partlyShare: conventions.partlyShare.value,
    shadowingWeeks: conventions.shadowingWeeks.value,
    shadowingHoursAWeek: conventions.shadowingHoursAWeek.value,
    shadowingPayPoint: null,
    countSupernumerary: true,
    setUp: {
      treatment: "annuitised",
      years: conventions.setUpYears.value,
      discountRate: latestFigure(figures, "discount_rate", "standard.0-30y").value,
      timing: "in arrears",
    },
    overheads: null,
    highCost: { zone: "none", afc: null, medical: null },
    overrides: {},
    recruited: null,
    completed: null,
    replacementCost: null,
  };
}
