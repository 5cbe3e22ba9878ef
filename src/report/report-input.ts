import type { SetUp } from "../costs/set-up.js";
import type { DisclosureSummary } from "../disclosure/gate.js";
import type { Released } from "../disclosure/released.js";
import type { PublicStudy } from "../study/public-study.js";
import type { FigureBlock } from "./document.js";

/**
 * All that a release is made from: what was declared and may be told, what the gate let through, and how it was worked out.
 * `release/results.json` holds it, and nothing else is looked at when the report, the charts and the workbook are made.
 */
export interface ReleaseContents {
  readonly study: PublicStudy;
  readonly released: Released;
  readonly disclosure: DisclosureSummary;
  readonly rates: readonly RateNote[];
  /** The days that each cost return covers; empty without cost returns. */
  readonly costPeriods: readonly CostPeriod[];
  /** How the costs were worked out, beyond what the study declares; null without cost returns. */
  readonly costFacts: CostFacts | null;
  /** What the statistics were compared with before the report was written. */
  readonly verification: VerificationNote;
  /** Version of pilot-eval. */
  readonly version: string;
}

/** What a report is composed from: the contents of the release, its charts, and the measures that this version knows. */
export interface ReportInput extends ReleaseContents {
  /** Charts already drawn; a section takes its own by id. */
  readonly figures: readonly FigureBlock[];
  readonly methods: readonly MethodNote[];
}

/** Facts of the costing that only its returns and prices tell. */
export interface CostFacts {
  /** With the discount rate and where it is from. */
  readonly setUp: SetUpNote;
  /** Trusts with a rate of their own in place of a published one. */
  readonly ownRateTrusts: number;
  readonly highCostTrusts: number;
  /** Whether every return covers a whole year. */
  readonly coversYear: boolean;
}

type Annuitised = Extract<SetUp, { readonly treatment: "annuitised" }>;

/** How set-up is treated; of a rate from the tool's own table, from when it is in force. */
export type SetUpNote =
  | Extract<SetUp, { readonly treatment: "written-off" }>
  | (Omit<Annuitised, "rateFrom"> & { readonly rateFrom: { readonly from: string } | null });

/**
 * The days, year-month-day, that one Trust's cost return covers. Shown without the Trust's consent: they are dates of a form,
 * neither people nor pounds, and no cost can be worked out from them.
 */
export interface CostPeriod {
  readonly trust: string;
  readonly from: string;
  readonly to: string;
}

/** What the statistics were compared with, for the appendix. */
export interface VerificationNote {
  /** Largest relative error allowed, of closed forms and exact methods, and of iterative fits. */
  readonly closedForm: number;
  readonly iterative: number;
  /** Methods of the whole program, used by this report or not. */
  readonly allMethods: number;
  readonly families: readonly {
    readonly label: string;
    readonly methods: number;
    readonly cases: number;
    /** Values compared, over all cases. */
    readonly values: number;
    /** Software and version: `R 4.2.2`. */
    readonly references: readonly string[];
  }[];
}

/** One measure of the analysis, for the methods section. */
export interface MethodNote {
  readonly id: string;
  readonly label: string;
  /** What it measures and how, in a sentence or two. */
  readonly about: string;
  /** Where the method comes from. */
  readonly reference: string;
}

/** One unit cost, on-cost or working-time figure that the costing used, for the appendix. */
export interface RateNote {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  /** `GBP/year`, `fraction`, `hours/week` ... */
  readonly unit: string;
  /** Financial year, `2026/27`. */
  readonly year: string;
  readonly source: string;
  /** How well it is attested: A read at a publisher, B read in a copy, C worked out or assumed. */
  readonly confidence: string;
  /** Of a figure of confidence C: its name, and who agreed to rely on it; null when nobody has. */
  readonly weak?: {
    readonly id: string;
    readonly signed: { readonly by: string; readonly on: string; readonly reason: string } | null;
  };
}
