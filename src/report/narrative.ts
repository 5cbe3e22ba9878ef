import { formatEstimate, formatInterval, formatNumber } from "../core/format.js";
import type { Estimate, Interval, Result, Suppressed } from "../core/result.js";
import { forEarlierRelease } from "../disclosure/primary.js";
import { findEstimate, findResult } from "../disclosure/released.js";
import type { Inline } from "./document.js";
import { whyCostNotShown } from "../charts/cost-consent.js";
import { inSentence } from "../charts/wording.js";
import type { ReportInput } from "./report-input.js";
import { say } from "./say.js";

/** Keeps "n = 98" on one line. */
const space = "\u00a0";

/** The number of a result in a sentence, with the result's id. */
export function valueOf(result: Estimate): Inline {
  return { kind: "value", result: result.id, text: formatEstimate(result) };
}

/**
 * What stands in brackets after a number: its interval, and how many people it rests on ("about" where rounded).
 */
export function supportOf(result: Estimate): readonly Inline[] {
  const value = (text: string): Inline => ({ kind: "value", result: result.id, text });
  const { interval } = result;
  const people = say`n${space}${isRounded(result) ? "about" : "="}${space}${value(formatNumber(result.n))}`;
  if (interval === null) return say`(${people})`;
  return say`(${printLevel(interval)} CI ${value(formatInterval(interval, result.unit, result.precision))}; ${people})`;
}

/**
 * One sentence on one result. Held back, it says that the number is not shown; not available, it says why; absent
 * from the release, it says nothing.
 *
 * @param thing what the number is, to start a sentence: `The mean settling-in score at Month 3`
 */
export function tell(
  input: ReportInput,
  id: string,
  thing: string,
  write: (result: Estimate) => readonly Inline[],
): readonly Inline[] {
  const result = findResult(input.released, id);
  return result === undefined ? [] : tellResult(input, result, thing, write);
}

/** One sentence on two results; where either has no number, it says so as `tell` does. */
export function tellBoth(
  input: ReportInput,
  ids: readonly [string, string],
  thing: string,
  write: (one: Estimate, other: Estimate) => readonly Inline[],
): readonly Inline[] {
  const [first, second] = ids;
  return tell(input, first, thing, (one) => tell(input, second, thing, (other) => write(one, other)));
}

/**
 * The mean change of a scale in people seen twice. Says "higher" or "lower" only when the whole interval is on one
 * side of zero, and never why.
 */
export function tellChange(
  input: ReportInput,
  id: string,
  scale: string,
  from: string,
  to: string,
): readonly Inline[] {
  const score = `the score for ${inSentence(scale)}`;
  return tell(input, id, `The mean change in ${score}`, (result) => {
    const number = say`${valueOf(result)} points ${supportOf(result)}`;
    switch (directionOf(result)) {
      case "higher":
        return say`In doctors linked at both surveys, ${score} was higher at ${to} than at ${from}: mean change ${number}.`;
      case "lower":
        return say`In doctors linked at both surveys, ${score} was lower at ${to} than at ${from}: mean change ${number}.`;
      case "unclear":
        return say`In doctors linked at both surveys, ${score} changed from ${from} to ${to} by a mean of ${number}. The interval includes no change.`;
    }
  });
}

/**
 * The same in few words, for a place whose heading names the scale: the mean change, and whether it may be none.
 */
export function tellChangeBriefly(input: ReportInput, id: string): readonly Inline[] {
  return tell(input, id, "The mean change", (result) => {
    const open = directionOf(result) === "unclear" ? ", an interval that includes no change" : "";
    return say`The mean change was ${valueOf(result)} points ${supportOf(result)}${open}.`;
  });
}

/** Which side of zero the whole interval lies on. */
export function directionOf(result: Estimate): "higher" | "lower" | "unclear" {
  if (result.interval !== null && result.interval.low > 0) return "higher";
  return result.interval !== null && result.interval.high < 0 ? "lower" : "unclear";
}

/** Whether the gate rounded the number of people. */
export function isRounded(result: Estimate): boolean {
  return result.nPrecision !== undefined;
}

/**
 * A confidence level as people say it.
 *
 * @example printLevel({ level: 0.95 }) // => "95%"
 */
export function printLevel({ level }: Pick<Interval, "level">): string {
  const percent = level * 100;
  return `${formatNumber(percent, Math.abs(percent - Math.round(percent)) < 1e-9 ? 0 : 1)}%`;
}

function tellResult(
  { study }: ReportInput,
  result: Result,
  thing: string,
  write: (result: Estimate) => readonly Inline[],
): readonly Inline[] {
  switch (result.kind) {
    case "estimate":
      return write(result);
    case "suppressed":
      return say`${thing} is not shown${whyHeldBack(result, study)}.`;
    case "unavailable":
      return say`${thing} is not available: ${result.reason}.`;
  }
}

/**
 * One sentence on several results in place of one each, where all are held back for the same reason; null where they are not.
 *
 * @param things what the numbers are, to start a sentence: `The three other views`
 */
export function tellNoneShown(
  { released, study }: ReportInput,
  ids: readonly string[],
  things: string,
): readonly Inline[] | null {
  const reasons = ids.map((id) => {
    const result = findResult(released, id);
    return result?.kind === "suppressed" ? whyHeldBack(result, study) : null;
  });
  const [why, ...others] = reasons;
  if (why === null || why === undefined || others.length === 0 || new Set(reasons).size > 1) return null;
  return say`${things} are not shown${why}.`;
}

/** Why a number is not shown, as a sentence ends. */
function whyHeldBack({ subject, reason }: Suppressed, study: ReportInput["study"]): string {
  const isForEarlier = reason === forEarlierRelease;
  if (subject.measure === "cost") return `: ${whyCostNotShown(subject.trusts, study, isForEarlier)}`;
  return isForEarlier ? `: ${reason}` : ", to protect people";
}

/**
 * How a sentence on an extreme begins where some of the results are held back: one of these may lie further out. Nothing where
 * all are shown.
 */
export function ofThoseShown({ released }: ReportInput, ids: readonly string[]): string {
  return ids.some((id) => findResult(released, id)?.kind === "suppressed") ? "Of those that are shown: " : "";
}

/**
 * The one result with the lowest (or highest) number; null when fewer than two are shown, as one alone is both, or when two are
 * equal.
 * For parts and answers, never for Trusts: Trusts are not ranked.
 */
export function extremeOf(
  input: ReportInput,
  ids: readonly string[],
  which: "lowest" | "highest",
): Estimate | null {
  const sign = which === "lowest" ? 1 : -1;
  const [first, second] = [...shownOf(input, ids)].sort((a, b) => sign * (a.estimate - b.estimate));
  return first === undefined || second === undefined || first.estimate === second.estimate ? null : first;
}

/** The one result of some that is shown; null when none is or more are. */
export function onlyOneOf(input: ReportInput, ids: readonly string[]): Estimate | null {
  const [first, ...others] = shownOf(input, ids);
  return first === undefined || others.length > 0 ? null : first;
}

/** How a sentence on the only one that is shown begins: nothing where there is no other. */
export function sayOnlyOne(input: ReportInput, ids: readonly string[]): string {
  return ofThoseShown(input, ids) === "" ? "" : "Only one is shown. ";
}

function shownOf({ released }: ReportInput, ids: readonly string[]): readonly Estimate[] {
  return ids.flatMap((id) => findEstimate(released, id) ?? []);
}

/** The interval of an estimate as text; the estimate itself when it has none. */
export function rangeOf(result: Estimate): Inline {
  const { id, interval, unit, precision } = result;
  if (interval === null) return valueOf(result);
  return { kind: "value", result: id, text: formatInterval(interval, unit, precision) };
}
