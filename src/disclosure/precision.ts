import { invariant } from "../core/invariant.js";
import { missingReasons } from "../core/missing.js";
import type { MissingCounts, MissingReason } from "../core/missing.js";
import type { Estimate, Interval, Test } from "../core/result.js";
import { behindOf, stepOfPeople } from "./behind.js";
import { isPooled } from "./grain.js";
import { evenLimits } from "./mean-steps.js";
import type { Policy } from "./policy.js";
import { roundTo, roundWithin } from "./rounding.js";
import { widestLimits } from "./share-limits.js";
import { isShareOfPeople, scoreStepOf, stepOfResult } from "./step-of-result.js";

export { roundTo };

/** Settings that say how a number was made and hold nothing about its people. */
const openSettings = ["days", "year", "denominator", "supernumerary", "perspective", "scope"];

/**
 * A result at released precision: estimate and limits rounded, people rounded, counts taken out, missing answers rounded over
 * all Trusts and left out by Trust.
 *
 * @param coarse whether a number over all Trusts is rounded as a Trust's is; see `coarserBeside`
 */
export function atReleasedPrecision(
  result: Estimate,
  policy: Policy,
  allTrusts: readonly string[],
  coarse = false,
): Estimate {
  const { count: _count, contributions: _contributions, partContributions: _parts, ...bare } = result;
  const { prediction, test, ...open } = bare;
  const byTrust = !isPooled(result, allTrusts);
  const step = stepOfResult(result, policy, allTrusts, coarse);
  invariant(step !== "none", `${result.id}: no rounding is coarse enough to release it`);
  const settings = Object.fromEntries(
    Object.entries(result.settings).filter(([name]) => openSettings.includes(name)),
  );
  const source = { files: [], columns: result.source.columns };
  if (step === "exact") return { ...open, settings, source };
  const nStep = stepOfPeople(result, policy, byTrust);
  return {
    ...open,
    estimate: roundEstimate(result, step),
    interval: releasedInterval(result, policy, allTrusts, step),
    ...(prediction ? { prediction: roundInterval(prediction, step) } : {}),
    ...(test && !byTrust ? { test: roundTest(test, step) } : {}),
    n: roundTo(result.n, nStep),
    ...(nStep > 1 ? { nPrecision: nStep } : {}),
    missing: byTrust ? {} : roundMissing(result.missing, policy),
    settings,
    source,
    // Whether an answer reaches a ceiling is decided on its exact share, which may be held back or rounded.
    cautions: result.cautions.filter((caution) => !caution.startsWith("ceiling")),
    precision: step,
  };
}

/** Shares and scores are never rounded to an end that they have not reached. */
function roundEstimate(result: Estimate, step: number): number {
  if (isShareOfPeople(result)) return roundWithin(result.estimate, step);
  if (["scale", "change"].includes(result.subject.measure))
    return roundWithin(result.estimate, step, result.subject.measure === "scale" ? 0 : -100, 100);
  return roundTo(result.estimate, step);
}

function releasedInterval(
  result: Estimate,
  policy: Policy,
  allTrusts: readonly string[],
  step: number,
): Interval | null {
  const { interval } = result;
  if (interval === null) return null;
  if (policy.protection.shown === 0) return roundInterval(interval, step);
  if (isShareOfPeople(result))
    return widestLimits({ ...result, interval }, behindOf(result, policy, allTrusts), step);
  if (scoreStepOf(result) !== null) return evenLimits(roundEstimate(result, step), interval, step);
  return roundInterval(interval, step);
}

/** The simulated coverage goes: it was looked up by the exact number of people. The report tells it for all numbers of a kind. */
function roundInterval(interval: Interval, step: number): Interval {
  const { coverage: _coverage, ...open } = interval;
  return { ...open, low: roundTo(interval.low, step), high: roundTo(interval.high, step) };
}

const pStep = 0.001;

/**
 * P-values to three decimals, the statistic to one and no finer than the estimate: finer, they would tell the standard
 * error. Degrees of freedom that are not whole follow from the sizes of Trusts and are rounded alike.
 */
function roundTest(test: Test, step: number): Test {
  const { adjusted, df } = test;
  const coarse = Math.max(0.1, step);
  return {
    ...test,
    statistic: roundTo(test.statistic, coarse),
    ...(df === undefined ? {} : { df: roundTo(df, coarse) }),
    ...roundP(test.pValue),
    ...(adjusted ? { adjusted: { ...adjusted, ...roundP(adjusted.pValue) } } : {}),
  };
}

function roundP(pValue: number): { pValue: number; below?: true } {
  return pValue < pStep ? { pValue: pStep, below: true } : { pValue: roundTo(pValue, pStep) };
}

/** Reasons with fewer people than may be told of on one side of a share are left out, as those are that are rounded to 0. */
function roundMissing(missing: MissingCounts, { steps, shares }: Policy): MissingCounts {
  const rounded: Partial<Record<MissingReason, number>> = {};
  for (const reason of missingReasons) {
    const people = missing[reason] ?? 0;
    const count = people < shares.service.fewest.pooled ? 0 : roundTo(people, steps.count);
    if (count > 0) rounded[reason] = count;
  }
  return rounded;
}
