import { argumentError } from "../argument-error.js";
import { probabilityBelowUpperLimit } from "../confidence-level.js";
import { normalQuantile } from "../distributions/normal.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { wilsonLimits } from "../proportions/wilson.js";

/** How long one person was watched, and whether the event ended it. */
export interface FollowUp {
  /** 0 or more, in any unit. */
  readonly time: number;
  /** True when the event happened at that time, false when watching stopped without it. */
  readonly event: boolean;
}

/** The curve at one time when something happened. */
export interface SurvivalStep {
  readonly time: number;
  /** People watched and without the event just before this time. */
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
  /** Share still without the event, 0 to 1, as are low and high. */
  readonly survival: number;
  readonly low: number;
  readonly high: number;
}

/** A time, or that the curve did not fall far enough for it. */
export type TimeOrNotReached = number | "not reached";

/** A Kaplan-Meier curve with its pointwise interval and its median. */
export interface SurvivalCurve {
  readonly kind: "survivalCurve";
  readonly steps: readonly SurvivalStep[];
  readonly median: {
    readonly estimate: TimeOrNotReached;
    readonly low: TimeOrNotReached;
    readonly high: TimeOrNotReached;
  };
  readonly n: number;
  readonly events: number;
  readonly level: number;
  readonly method: "Kaplan-Meier, log-log interval";
}

/** The curve read at one time. */
export interface SurvivalAtTime {
  readonly kind: "survival";
  readonly time: number;
  readonly survival: number;
  readonly low: number;
  readonly high: number;
  /** People watched at least until this time and without the event before it. */
  readonly atRisk: number;
}

const HALF_TOLERANCE = 1e-12;

/**
 * The Kaplan-Meier curve of time to an event, with a log-log interval at every step.
 *
 * An event and a censoring at the same time are taken in that order. Greenwood's variance says nothing where the
 * curve is 1 or 0. Before the first event low is Wilson's for everyone at risk and high is 1; where the curve
 * reaches 0, low is 0 and high stays where it was. The median interval holds the times at which the band between
 * those ends holds one half.
 *
 * @param followUps observed times only, the caller drops and counts people without one
 * @param level confidence level, strictly between 0 and 1
 * @returns one step for each distinct time, in order of time, and the median; unavailable when there is nobody
 * @throws RangeError when a time is not finite or below 0, or the level is outside its range
 * @see Kaplan & Meier (1958) JASA 53:457-481; Kalbfleisch & Prentice (1980) The Statistical Analysis of Failure
 * Time Data, section 1.3 (log-log); Brookmeyer & Crowley (1982) Biometrics 38:29-41 (median)
 * @example
 * kaplanMeier([{ time: 3, event: true }, { time: 5, event: false }, { time: 8, event: true }]).steps[0] // => { time: 3, atRisk: 3, events: 1, censored: 0, survival: 0.66666667, low: 0.054073427, high: 0.94520639 }
 */
export function kaplanMeier(followUps: readonly FollowUp[], level = 0.95): SurvivalCurve | Unavailable {
  followUps.forEach(({ time }, index) => {
    if (time >= 0 && time < Infinity) return;
    throw argumentError(`kaplanMeier: followUps[${index}].time`, "a finite number, 0 or more", time);
  });
  const multiplier = normalQuantile(probabilityBelowUpperLimit(level, "kaplanMeier"));
  if (followUps.length === 0) return unavailable("nobody was watched");
  const steps: SurvivalStep[] = [];
  let atRisk = followUps.length;
  let survival = 1;
  let greenwood = 0;
  for (const { time, events, censored } of countByTime(followUps)) {
    survival *= 1 - events / atRisk;
    greenwood += events / (atRisk * (atRisk - events));
    let limits = { low: 0, high: steps.at(-1)?.high ?? 1 };
    if (survival === 1) limits = noEventLimits(atRisk, multiplier);
    else if (survival > 0) limits = logLogLimits(survival, greenwood, multiplier);
    steps.push({ time, atRisk, events, censored, survival, ...limits });
    atRisk -= events + censored;
  }
  const events = steps.reduce((total, step) => total + step.events, 0);
  const method = "Kaplan-Meier, log-log interval";
  return {
    kind: "survivalCurve",
    steps,
    median: medianOf(steps),
    n: followUps.length,
    events,
    level,
    method,
  };
}

/**
 * The curve read at one time.
 *
 * @param curve from kaplanMeier
 * @param time 0 or more, in the unit of the curve
 * @returns the share without the event at that time; unavailable after the last person was censored
 * @throws RangeError when time is not 0 or more
 * @see {@link kaplanMeier}
 * @example
 * survivalAt(kaplanMeier([{ time: 3, event: true }, { time: 5, event: false }]), 4) // => { kind: "survival", survival: 0.5, atRisk: 1 }
 */
export function survivalAt(curve: SurvivalCurve, time: number): SurvivalAtTime | Unavailable {
  if (!(time >= 0)) throw argumentError("survivalAt: time", "0 or more", time);
  const last = curve.steps.at(-1);
  if (last && time > last.time && last.survival > 0) {
    return unavailable(`watching ended at ${last.time}, before ${time}`);
  }
  const step = curve.steps.findLast((each) => each.time <= time);
  const multiplier = normalQuantile(probabilityBelowUpperLimit(curve.level, "survivalAt"));
  const { survival, low, high } = step ?? { survival: 1, ...noEventLimits(curve.n, multiplier) };
  const atRisk = curve.steps.find((each) => each.time >= time)?.atRisk ?? 0;
  return { kind: "survival", time, survival, low, high, atRisk };
}

function countByTime(followUps: readonly FollowUp[]) {
  const times = [...new Set(followUps.map(({ time }) => time))].sort((a, b) => a - b);
  const counts = new Map(times.map((time) => [time, { time, events: 0, censored: 0 }]));
  for (const { time, event } of followUps) {
    const count = counts.get(time);
    if (count) count[event ? "events" : "censored"] += 1;
  }
  return counts.values();
}

function noEventLimits(atRisk: number, multiplier: number): { low: number; high: number } {
  return wilsonLimits(1, atRisk, multiplier);
}

function logLogLimits(
  survival: number,
  greenwood: number,
  multiplier: number,
): { low: number; high: number } {
  const power = Math.exp((multiplier * Math.sqrt(greenwood)) / -Math.log(survival));
  return { low: survival ** power, high: survival ** (1 / power) };
}

function medianOf(steps: readonly SurvivalStep[]): SurvivalCurve["median"] {
  const withBand = steps.filter((step) => step.survival > 0 && step.survival < 1);
  return {
    estimate: halfTime(steps, "survival"),
    low: halfTime(withBand, "low"),
    high: halfTime(withBand, "high"),
  };
}

/** When the curve is exactly one half for a while, the middle of that while. */
function halfTime(steps: readonly SurvivalStep[], curve: "survival" | "low" | "high"): TimeOrNotReached {
  const below = steps.filter((step) => step[curve] <= 0.5 + HALF_TOLERANCE);
  const first = below[0];
  if (!first) return "not reached";
  const isLevel = Math.abs(first[curve] - 0.5) <= HALF_TOLERANCE;
  const next = below.find((step) => step[curve] < first[curve] - HALF_TOLERANCE);
  return isLevel && next ? (first.time + next.time) / 2 : first.time;
}
