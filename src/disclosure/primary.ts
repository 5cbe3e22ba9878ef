import type { Estimate, Result } from "../core/result.js";
import { isPooled } from "./grain.js";
import type { Policy } from "./policy.js";

export const tooFew = "fewer than the minimum number of people";
export const groupDisclosure = "all, or all but one, gave the same kind of answer";
export const smallCount = "few people on one side of a share";
export const oneTrust = "called all Trusts, but the people are of one Trust only";
export const noConsent = "the Trust's consent to show its cost is not recorded";
export const tooFewTrusts = "too few Trusts behind a pooled cost";
export const derivable = "could be worked out from the numbers beside it";

/** Measures that count Trusts or quote other studies, not people of this study. */
const notAboutPeople = ["delivery", "benchmark", "quality"];

/**
 * Why a result must be held back on its own account; null when it need not.
 *
 * @param consented Trusts whose consent to show their cost is recorded
 */
export function primaryReason(
  result: Estimate,
  policy: Policy,
  consented: ReadonlySet<string>,
  allTrusts: readonly string[],
): string | null {
  const { subject } = result;
  if (notAboutPeople.includes(subject.measure)) return null;
  if (subject.measure === "cost") return costReason(result, policy, consented, allTrusts);
  if (result.n < policy.minimumPeople) return tooFew;
  const pooled = isPooled(result, allTrusts);
  if (pooled && Number(result.settings["clusters"] ?? allTrusts.length) < 2) return oneTrust;
  if (subject.sensitivity === "service" || result.count === undefined) return null;
  const least = Math.min(result.count, result.n - result.count);
  if (least <= 1) return groupDisclosure;
  return pooled && least < policy.minimumCount ? smallCount : null;
}

/**
 * A Trust's own cost needs its consent. A pooled cost needs enough Trusts behind it, spenders counted, unless all agreed.
 * The mean and the median of Trusts are further equations beside the pooled cost: with one or two Trusts hidden among
 * shown ones they would give those away.
 */
function costReason(
  result: Estimate,
  policy: Policy,
  consented: ReadonlySet<string>,
  allTrusts: readonly string[],
): string | null {
  const { trusts } = result.subject;
  const hidden = trusts.filter((trust) => !consented.has(trust)).length;
  if (hidden === 0) return null;
  if (!isPooled(result, allTrusts)) return noConsent;
  const behind = Math.min(trusts.length, Number(result.settings["spending"] ?? trusts.length));
  if (behind < policy.minimumTrusts) return tooFewTrusts;
  const equation = /^cost\/(mean|median)-of-trusts\//.test(result.id);
  return equation && hidden < policy.minimumTrusts ? derivable : null;
}

/** The one reason a released result gives: a reason of its own would tell which kind of number it was. */
export const heldBack = "held back to protect people";

/** The same result with its number taken out. */
export function suppress(result: Result, reason: string): Result {
  const { id, label, subject, unit, method, reference } = result;
  return { kind: "suppressed", id, label, subject, unit, method, reference, reason };
}
