import { argumentError } from "../argument-error.js";
import type { SurvivalCurve } from "./kaplan-meier.js";

/** Who is still watched at one time, and what has happened to the others; for a table beneath a curve. */
export interface NumberAtRisk {
  readonly time: number;
  /** People watched and without the event just before this time. */
  readonly atRisk: number;
  /** Events up to and at this time. */
  readonly events: number;
  /** People whose watching stopped without the event, up to and at this time. */
  readonly censored: number;
}

/**
 * How many people a curve rests on at given times.
 *
 * At risk is counted just before a time, events and censorings up to and at it, as R's survival package does: people
 * with an event or a censoring at that very time are in both.
 *
 * @param curve from kaplanMeier
 * @param times 0 or more, in the unit of the curve, in any order
 * @returns one row for each time, in the order given
 * @throws RangeError when a time is not a finite number from 0
 * @see R package survival, summary.survfit with times; Pocock, Clayton & Altman (2002) Lancet 359:1686-1689
 * @example
 * numbersAtRisk(kaplanMeier([{ time: 3, event: true }, { time: 5, event: false }]), [0, 3, 4]) // => [{ time: 0, atRisk: 2, events: 0, censored: 0 }, { time: 3, atRisk: 2, events: 1, censored: 0 }, { time: 4, atRisk: 1, events: 1, censored: 0 }]
 */
export function numbersAtRisk(curve: SurvivalCurve, times: readonly number[]): readonly NumberAtRisk[] {
  return times.map((time, index) => {
    if (!(time >= 0 && time < Infinity)) {
      throw argumentError(`numbersAtRisk: times[${index}]`, "a finite number, 0 or more", time);
    }
    const past = curve.steps.filter((step) => step.time <= time);
    const events = past.reduce((total, step) => total + step.events, 0);
    const censored = past.reduce((total, step) => total + step.censored, 0);
    return { time, atRisk: curve.steps.find((step) => step.time >= time)?.atRisk ?? 0, events, censored };
  });
}
