/** An assumption at three levels: what it may be at least, what is thought likeliest, and at most. */
export interface Range {
  readonly low: number;
  readonly central: number;
  readonly high: number;
}

export const levels = ["low", "central", "high"] as const;
export type Level = (typeof levels)[number];

/** How often an amount is spent. */
export const planningBases = ["once", "each year", "each intake", "each IMG"] as const;
export type PlanningBasis = (typeof planningBases)[number];

/** Who pays. */
export const payers = ["Trust", "NHS England", "IMG"] as const;
export type Payer = (typeof payers)[number];

/** One resource that one part of the induction uses. */
export interface PlanningItem {
  /** Short and stable: `lead-time`. */
  readonly id: string;
  /** Induction component, `PROGRAMME` for running the whole, or `IMG-TIME` for IMGs' own paid time. */
  readonly component: string;
  readonly label: string;
  /** `staff time`, `IMG supernumerary time`, or what money is spent on, in the words of the cost return. */
  readonly category: string;
  /** Key of the rate card; null for an amount in pounds. */
  readonly payPoint: string | null;
  /** Hours of staff each time, or pounds each time when there is no pay point. */
  readonly amount: Range;
  readonly basis: PlanningBasis;
  /** Most IMGs that one group can hold; a further group costs the amount again. Null where there is no such limit. */
  readonly groupSize: number | null;
  /** The amount is for each week of shadowing. */
  readonly eachShadowingWeek: boolean;
  /** The hours are those of a post that is paid, leave and sickness included, rather than hours at work. */
  readonly paidHours: boolean;
  /** New money, rather than existing staff's time. */
  readonly extra: boolean;
  readonly paidBy: Payer;
  /** Taken from a pilot's release; left out for an assumption of ours. */
  readonly fromPilot?: true;
  /** Why this amount. */
  readonly reason: string;
  /** Public source, or `assumption of pilot-eval`. */
  readonly source: string;
}

/** A number that a convention sets, with its date and source. */
export interface Convention {
  readonly value: number;
  readonly reason: string;
  readonly source: string;
}

/** Something that belongs to the neighbourhood of induction and is not counted. */
export interface LeftOut {
  readonly what: string;
  readonly why: string;
}

/** Everything an estimate rests on besides pay: dated, and either pilot-eval's own or taken from a pilot's release. */
export interface PlanningAssumptions {
  /** Day on which they were set, year-month-day. */
  readonly date: string;
  /** Whose they are, in a sentence that every output repeats. */
  readonly whose: string;
  /** The pilot that some items come from, with what to know of it; left out when all are ours. */
  readonly pilot?: {
    readonly study: string;
    readonly synthetic: boolean;
    /** Financial year of the pilot's pounds. */
    readonly priceYear: string;
    readonly notes: readonly string[];
  };
  /** Financial year whose prices our pounds are in, `2026/27`; a pilot's pounds are of its own year. */
  readonly priceYear: string;
  readonly conventions: {
    readonly setUpYears: Convention;
    readonly shadowingWeeks: Convention;
    readonly shadowingHoursAWeek: Convention;
    readonly partlyShare: Convention;
  };
  readonly items: readonly PlanningItem[];
  readonly leftOut: readonly LeftOut[];
}

/** Component of IMGs' own paid time, of what serves the whole programme, and of overheads. */
export const imgTimeComponent = "IMG-TIME";
export const programmeComponent = "PROGRAMME";
export const overheadsComponent = "OVERHEADS";
/** The component that is about shadowing: IMGs' own paid time is counted with it. */
export const shadowingComponent = "PRO-03";
/** The component that is about buddies, for the scenario in which their time is not paid. */
export const buddyComponent = "ENB-01";

/**
 * The same number at all three levels: a decision rather than an uncertainty.
 *
 * @example exactly(4).high // => 4
 */
export function exactly(value: number): Range {
  return { low: value, central: value, high: value };
}

/**
 * A range made level by level.
 *
 * @example overLevels((level) => level.length) // => { low: 3, central: 7, high: 4 }
 */
export function overLevels(at: (level: Level) => number): Range {
  return { low: at("low"), central: at("central"), high: at("high") };
}
