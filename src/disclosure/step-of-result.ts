import { isMoney } from "../core/format.js";
import type { Estimate } from "../core/result.js";
import { behindOf } from "./behind.js";
import { plainMean } from "../metrics/mean.js";
import { isPooled } from "./grain.js";
import { stepOfMean } from "./mean-steps.js";
import type { Policy } from "./policy.js";
import { roundTo } from "./rounding.js";
import { stepOfShare } from "./steps.js";

/** Measures that count Trusts or files or quote other studies, not people of this study. */
export const notAboutPeople: readonly string[] = ["delivery", "benchmark", "files"];

/**
 * Numbers that tell once more, in another way, what another number tells. Several fine roundings of one quantity would
 * together be finer than each.
 */
const reworked = ["sensitivity", "heterogeneity", "bounds", "weighted"];

/** From here on a coefficient and its interval no longer tell how many people there were. */
const manyPeople = 50;

/**
 * What a released number is rounded to, in its unit: never finer than the policy says, and as coarse as it takes that a
 * share tells no count and a mean no sum.
 *
 * The ends of a range of costs come with a step of their own; see `showCostRange`.
 *
 * @param coarse whether it is rounded as a Trust's number is, though it is one over all Trusts
 * @returns `exact` for what is not about people; `none` where no rounding is coarse enough
 */
export function stepOfResult(
  result: Estimate,
  policy: Policy,
  allTrusts: readonly string[],
  coarse = false,
): number | "exact" | "none" {
  if (notAboutPeople.includes(result.subject.measure)) return "exact";
  if (result.precision !== undefined) return result.precision;
  const byTrust = coarse || !isPooled(result, allTrusts) || result.subject.group !== undefined;
  const step = stepOfPolicy(result, policy, byTrust ? "byTrust" : "pooled");
  if (policy.protection.shown === 0) return step;
  const behind = behindOf(result, policy, allTrusts);
  if (isShareOfPeople(result)) return stepOfShare(behind, step) ?? "none";
  const scoreStep = scoreStepOf(result);
  return scoreStep === null ? step : (stepOfMean(behind, scoreStep, step) ?? "none");
}

/** Whether a result is so many of so many people: not a share of a variance, of money or of weights. */
export function isShareOfPeople({ unit, subject }: Estimate): boolean {
  return (
    unit === "proportion" && !["heterogeneity", "weighted", "cost", "economics"].includes(subject.measure)
  );
}

/** Points between two scores that a person can have, for a plain mean of scores; null for any other result. */
export function scoreStepOf({ method, settings }: Estimate): number | null {
  return method === plainMean && typeof settings["scoreStep"] === "number" ? settings["scoreStep"] : null;
}

function stepOfPolicy(result: Estimate, policy: Policy, grain: "byTrust" | "pooled"): number {
  const { steps } = policy;
  const { measure } = result.subject;
  if (reworked.includes(measure)) grain = "byTrust";
  if (measure === "at-risk") return steps.n;
  if (measure === "quality") return steps.count;
  if (result.unit === "coefficient 0-1")
    return roundTo(result.n, steps.n) < manyPeople ? steps.coefficient.few : steps.coefficient.many;
  if (measure === "bounds" && result.unit.startsWith("points")) return steps.bounds;
  if (result.subject.item === "quantity") return twoFigures(result.estimate);
  if (measure === "cost" || measure === "economics") return stepOfMoney(result, steps);
  if (result.unit === "proportion") return steps.proportion[grain];
  if (result.unit.startsWith("points")) return steps.points[grain];
  if (result.unit === "people") return steps.flow[grain];
  return steps.days;
}

/**
 * A step that leaves two figures of a number: 340 to the nearest 10, 3.4 to the nearest 0.1; never finer than 0.05. What rounds
 * to 10 has the step of 10, so that the step tells nothing beside the rounded number.
 */
function twoFigures(value: number): number {
  const stepOf = (number: number) =>
    number > 0 ? Math.max(0.05, 10 ** (Math.floor(Math.log10(number)) - 1)) : 0.05;
  return stepOf(roundTo(value, stepOf(value)));
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
