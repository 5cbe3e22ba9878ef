import { invariant } from "./invariant.js";
import type { MissingCounts } from "./missing.js";

/** How freely a number may be shown: what the Trust did, what people think, or facts about persons. */
export type Sensitivity = "service" | "opinion" | "personal";

/** What slice of the study a number is about. Ids, not labels: labels are found in the study. */
export interface Subject {
  /** Family of the number: `response`, `coverage`, `item`, `scale`, `change`, `milestone`, `gap`, `retention`, `cost` ... */
  readonly measure: string;
  /** Variable, scale, component, standard or cost category it is about. */
  readonly item?: string;
  /** Codes of the Trusts it covers, in study order; all of them when pooled. */
  readonly trusts: readonly string[];
  /** Wave id. */
  readonly wave?: string;
  /** The wave it is compared with. */
  readonly versus?: string;
  /** Answer category, denominator, day or cohort size, as text. */
  readonly level?: string;
  /** Variable id of a subgroup, with its level. */
  readonly group?: { readonly variable: string; readonly level: string };
  readonly sensitivity: Sensitivity;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
  /** Confidence level as a proportion, 0.95 unless the study says otherwise; 1 for a range. */
  readonly level: number;
  /** Named method: `Wilson`, `t`, `modified Knapp-Hartung` ... */
  readonly method: string;
  /**
   * `confidence` for the estimate; `prediction` for a new Trust's value; `simulation` where the inputs, as sure as they are
   * declared to be, take it; `range` from the lowest to the highest of declared alternatives, with no probability.
   */
  readonly kind: "confidence" | "prediction" | "simulation" | "range";
  /** How often intervals of this method held the true value in simulation. */
  readonly coverage?: Coverage;
}

/** Simulated coverage of an interval method, from the worst to the best of the distributions tried. */
export interface Coverage {
  /** Proportions, 0 to 1. */
  readonly low: number;
  readonly high: number;
  /** What was simulated: `6 people`, `6 Trusts`. */
  readonly size: string;
  readonly distributions: readonly string[];
}

/** A test that goes with an estimate; read after the interval. */
export interface Test {
  readonly statistic: number;
  /** Degrees of freedom, when the statistic has them. */
  readonly df?: number;
  readonly pValue: number;
  /** True after the gate when the p-value is below `pValue`, which is the smallest that is shown. */
  readonly below?: boolean;
  readonly method: string;
  /** The p-value adjusted for the outcomes tested with it. */
  readonly adjusted?: {
    readonly pValue: number;
    readonly below?: boolean;
    readonly method: string;
    /** How many outcomes were tested together. */
    readonly outcomes: number;
  };
}

/** Files and columns a number was computed from. */
export interface ResultSource {
  readonly files: readonly string[];
  readonly columns: readonly string[];
}

interface ResultBase {
  /** Stable and readable: `change/settling/arrival-to-month3/trust-b`. */
  readonly id: string;
  /** A sentence part for people: `change in settling-in score, Trust B`. */
  readonly label: string;
  readonly subject: Subject;
  /** `proportion`, `points 0-100`, `days`, `people`, `GBP 2026/27 per IMG recruited` ... */
  readonly unit: string;
  readonly method: string;
  /** Citation of the method. */
  readonly reference: string;
}

/** One quotable number. Full precision before the disclosure gate. */
export interface Estimate extends ResultBase {
  readonly kind: "estimate";
  readonly estimate: number;
  readonly interval: Interval | null;
  /** Why there is no interval, when there is none. */
  readonly noInterval?: string;
  /** Interval for the value of a new Trust, when the method gives one. */
  readonly prediction?: Interval;
  /** Test of no change, for changes over all Trusts. */
  readonly test?: Test;
  /** People (or Trusts, for costs) the number rests on. */
  readonly n: number;
  /** For proportions: how many of `n`. Never leaves the gate. */
  readonly count?: number;
  /** For costs: pounds that each Trust adds, by its code, those that add nothing left out. Never leaves the gate. */
  readonly contributions?: Readonly<Record<string, number>>;
  /** For costs that tell the parts of a cost function: pounds that each Trust adds to each part. Never leaves the gate. */
  readonly partContributions?: readonly Readonly<Record<string, number>>[];
  readonly missing: MissingCounts;
  readonly settings: Readonly<Record<string, string | number | boolean>>;
  readonly source: ResultSource;
  readonly cautions: readonly string[];
  /**
   * Set by the disclosure gate: the estimate is rounded to a multiple of this, in the unit, and its limits to one of this or of
   * a finer step; limits of shares and means are rounded outwards.
   */
  readonly precision?: number;
  /** Set by the disclosure gate when `n` is rounded: to a multiple of this. */
  readonly nPrecision?: number;
}

/** A number that could not be computed; says why instead. */
export interface Unavailable extends ResultBase {
  readonly kind: "unavailable";
  readonly reason: string;
  /** How many people the reason tells of, where it tells of some. Never leaves the gate. */
  readonly people?: number;
}

/** A number that the disclosure gate held back. No number is left in it. */
export interface Suppressed extends ResultBase {
  readonly kind: "suppressed";
  readonly reason: string;
}

export type Result = Estimate | Unavailable | Suppressed;

/** A result that says why there is no number. Whatever else the base holds, such as where a number came from, is left out. */
export function unavailableResult(base: Omit<Unavailable, "kind" | "reason">, reason: string): Unavailable {
  const { id, label, subject, unit, method, reference } = base;
  return { kind: "unavailable", id, label, subject, unit, method, reference, reason };
}

/** Check a result for what only a bug can cause: NaN, a reversed interval, an empty id. */
export function checkResult(result: Result): Result {
  invariant(
    /^[a-z0-9][a-z0-9/+.-]*$/.test(result.id),
    `result id "${result.id}" has characters outside a-z 0-9 / + . -`,
  );
  if (result.kind !== "estimate") return result;
  invariant(Number.isFinite(result.estimate), `${result.id}: estimate is ${result.estimate}`);
  invariant(result.interval !== null || result.noInterval, `${result.id}: no interval and no word why`);
  for (const interval of [result.interval, result.prediction ?? null]) {
    if (interval)
      invariant(interval.low <= interval.high, `${result.id}: interval ${interval.low} to ${interval.high}`);
  }
  for (const pValue of [result.test?.pValue, result.test?.adjusted?.pValue]) {
    if (pValue !== undefined) invariant(pValue >= 0 && pValue <= 1, `${result.id}: p-value is ${pValue}`);
  }
  return result;
}

/**
 * The last part of a result id for a set of Trusts: `trust-b`, `trusts-a+b`, or `pooled` for all.
 *
 * @example trustSlug(["A", "B"], ["A", "B", "C"]) // => "trusts-a+b"
 */
export function trustSlug(trusts: readonly string[], all: readonly string[]): string {
  if (trusts.length === all.length && all.length > 1) return "pooled";
  const codes = trusts.map((code) => slug(code)).join("+");
  return trusts.length === 1 ? `trust-${codes}` : `trusts-${codes}`;
}

/**
 * A name as it stands in a result id: lower case, words joined by hyphens.
 *
 * @example slug("Very good (5)") // => "very-good-5"
 */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, "-")
    .replace(/^-+|-+$/g, "");
}
