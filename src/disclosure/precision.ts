import { isMoney } from "../core/format.js";
import { missingReasons } from "../core/missing.js";
import type { MissingCounts, MissingReason } from "../core/missing.js";
import type { Estimate, Interval, Test } from "../core/result.js";
import { isPooled } from "./grain.js";
import type { Policy } from "./policy.js";
import { notAboutPeople } from "./primary.js";

/** Settings that say how a number was made and hold nothing about its people. */
const openSettings = ["days", "year", "denominator", "supernumerary", "perspective", "scope"];

/**
 * A result at released precision: estimate and limits rounded to a step, people rounded, counts taken out, missing
 * answers rounded over all Trusts and left out by Trust.
 */
export function atReleasedPrecision(
  result: Estimate,
  policy: Policy,
  allTrusts: readonly string[],
): Estimate {
  const { count: _count, prediction, test, ...open } = result;
  const byTrust = !isPooled(result, allTrusts);
  const grain = byTrust || result.subject.group !== undefined ? "byTrust" : "pooled";
  const step = stepOf(result, policy, grain);
  const settings = Object.fromEntries(
    Object.entries(result.settings).filter(([name]) => openSettings.includes(name)),
  );
  const source = { files: [], columns: result.source.columns };
  if (step === null) return { ...open, settings, source };
  const nStep = stepOfPeople(result, policy, byTrust);
  return {
    ...open,
    estimate: roundTo(result.estimate, step),
    interval: result.interval && roundInterval(result.interval, step),
    ...(prediction ? { prediction: roundInterval(prediction, step) } : {}),
    ...(test && !byTrust ? { test: roundTest(test, step) } : {}),
    n: roundTo(result.n, nStep),
    ...(nStep > 1 ? { nPrecision: nStep } : {}),
    missing: byTrust ? {} : roundMissing(result.missing, policy.steps.count),
    settings,
    source,
    cautions: byTrust ? result.cautions.filter((caution) => !caution.startsWith("ceiling")) : result.cautions,
    precision: step,
  };
}

/** Numbers of IMGs behind a cost are those of the flow; so are the counts of the flow itself. */
function stepOfPeople(result: Estimate, policy: Policy, byTrust: boolean): number {
  const { flow, n } = policy.steps;
  const ofFlow = ["flow", "cost"].includes(result.subject.measure);
  return ofFlow ? flow[byTrust ? "byTrust" : "pooled"] : n;
}

/**
 * Numbers that tell once more, in another way, what another number tells. Several fine roundings of one quantity would
 * together be finer than each.
 */
const reworked = ["sensitivity", "heterogeneity", "bounds", "weighted"];

function stepOf(result: Estimate, policy: Policy, grain: "byTrust" | "pooled"): number | null {
  const { steps } = policy;
  const { measure } = result.subject;
  if (reworked.includes(measure)) grain = "byTrust";
  if (notAboutPeople.includes(measure)) return null;
  if (measure === "at-risk") return steps.n;
  if (measure === "quality") return steps.count;
  if (result.unit === "coefficient 0-1")
    return result.n < manyPeople ? steps.coefficient.few : steps.coefficient.many;
  if (measure === "bounds" && result.unit.startsWith("points")) return steps.bounds;
  if (result.subject.item === "quantity") return twoFigures(result.estimate);
  if (measure === "cost" || measure === "economics") return stepOfMoney(result, steps);
  if (result.unit === "proportion") return steps.proportion[grain];
  if (result.unit.startsWith("points")) return steps.points[grain];
  if (result.unit === "people") return steps.flow[grain];
  return steps.days;
}

/** A step that leaves two figures of a number: 340 to the nearest 10, 3.4 to the nearest 0.1; never finer than 0.05. */
function twoFigures(value: number): number {
  return value > 0 ? Math.max(0.05, 10 ** (Math.floor(Math.log10(value)) - 1)) : 0.05;
}

function isTotal({ id, subject }: Estimate): boolean {
  return id.startsWith("cost/total/") || subject.level === "total";
}

/** Of costs and what is worked out from them: shares of a variance or of hours, doctors, pounds. */
function stepOfMoney(result: Estimate, steps: Policy["steps"]): number {
  const { id, unit, subject } = result;
  if (unit === "proportion") return steps.proportion[subject.item === "threshold" ? "pooled" : "byTrust"];
  if (!isMoney(unit)) return steps.costCount;
  if (id.endsWith("/monte-carlo-error")) return steps.simulationError;
  return isTotal(result) ? steps.costTotal : steps.costPerImg;
}

/**
 * The nearest multiple of a step, halves away from zero, without the dust of binary fractions.
 *
 * @example roundTo(0.625, 0.05) // => 0.65
 */
export function roundTo(value: number, step: number): number {
  const steps = Math.round(Math.abs(value) / step + 1e-9);
  const rounded = Number((steps * step).toFixed(6));
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

/** The simulated coverage goes: it was looked up by the exact number of people. The report tells it for all numbers of a kind. */
function roundInterval(interval: Interval, step: number): Interval {
  const { coverage: _coverage, ...open } = interval;
  return { ...open, low: roundTo(interval.low, step), high: roundTo(interval.high, step) };
}

const pStep = 0.001;
/** From here on a coefficient and its interval no longer tell how many people there were. */
const manyPeople = 50;

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

function roundMissing(missing: MissingCounts, step: number): MissingCounts {
  const rounded: Partial<Record<MissingReason, number>> = {};
  for (const reason of missingReasons) {
    const count = roundTo(missing[reason] ?? 0, step);
    if (count > 0) rounded[reason] = count;
  }
  return rounded;
}
