import type { Estimate, Result, Suppressed, Unavailable } from "../core/result.js";
import type { Partition } from "../core/relation.js";
import { sameValue } from "../metrics/mean.js";
import { neverAsked, nobodyAnswered } from "../metrics/why-nobody.js";
import { isOfTrusts } from "./cost-grain.js";
import { tellsContributor } from "./dominance.js";
import { isPooled } from "./grain.js";
import type { Policy, ShareRule } from "./policy.js";
import { notAboutPeople, scoreStepOf, stepOfResult } from "./step-of-result.js";

export const tooFew = "fewer than the minimum number of people";
export const groupDisclosure = "all, or all but one, gave the same kind of answer";
export const nearEnd = "so near to an end of the scale that it tells how few can have answered otherwise";
export const smallCount = "few people on one side of a share";
export const smallRest = "beside the number of people over all Trusts it tells of few others";
export const smallStep = "beside another number of the same people it tells of few of them";
export const fewEventsBetween = "fewer events than the minimum since the point before it";
export const oneTrust = "called all Trusts, but the people are of one Trust only";
export const nothingCoarse = "so few people that no rounding hides how many of them";
export const noConsent = "the Trust's consent to show its cost is not recorded";
export const consentOfOthers =
  "the Trust agreed, but beside its cost that of a Trust that did not agree could be worked out";
export const tooFewTrusts = "too few Trusts behind a pooled cost";
export const dominated = "one or two Trusts spent nearly all of it";
export const personsPay = "nothing but what one or two people are paid";
export const derivable = "could be worked out from the numbers beside it";
export const withNeighbour =
  "goes with a Trust beside it, so that what is missing does not say whose answers were alike";
export const setsApart = "would set few people apart beside an earlier release";

/** What the primary rules must know of a study. */
export interface Circumstances {
  readonly policy: Policy;
  readonly allTrusts: readonly string[];
  readonly partition: Partition;
  /** Trusts whose consent to show their cost is recorded. */
  readonly consented: ReadonlySet<string>;
  /** Groups of Trusts whose own costs are held back. */
  readonly hiddenCosts: readonly (readonly string[])[];
}

/** Why a result must be held back on its own account; null when it need not. */
export function primaryReason(result: Estimate, circumstances: Circumstances): string | null {
  const { policy, allTrusts } = circumstances;
  const { subject, settings } = result;
  if (notAboutPeople.includes(subject.measure)) return null;
  if (subject.measure === "cost") return costReason(result, circumstances);
  if (subject.measure === "quality") return qualityReason(result, policy);
  if (fewestBehind(result) < policy.minimumPeople) return tooFew;
  if (subject.measure === "milestone" && subject.level === "median" && result.n < fewestOfMedian)
    return tooFew;
  const pooled = isPooled(result, allTrusts);
  if (pooled && Number(settings["trusts"] ?? allTrusts.length) < 2) return oneTrust;
  const rule = policy.shares[subject.sensitivity];
  if (rule.everyone === "held back" && saysAllAlike(result, rule, pooled)) return groupDisclosure;
  if (isNearEnd(result, rule, policy, pooled)) return nearEnd;
  if (stepOfResult(result, policy, allTrusts) === "none") return nothingCoarse;
  if (result.count === undefined) return null;
  return shareReason(Math.min(result.count, result.n - result.count), rule, pooled);
}

/** A count over the whole study; of answers and people no fewer than may stand on one side of a share. */
function qualityReason({ estimate, unit, settings }: Estimate, policy: Policy): string | null {
  if (Number(settings["people"]) < policy.minimumPeople) return tooFew;
  const isFew = estimate > 0 && estimate < policy.shares.service.fewest.pooled;
  return isFew && !unit.startsWith("lines") ? smallCount : null;
}

/**
 * The median of fewer is one person's own value; HES shows no mean or median of fewer than 8 whatever is asked of shares
 * (change to its disclosure control of September 2018).
 */
const fewestOfMedian = 8;

/** Why a share must be held back, given the number of people on its smaller side. */
export function shareReason(fewer: number, rule: ShareRule, pooled: boolean): string | null {
  if (fewer === 0) return rule.everyone === "held back" ? groupDisclosure : null;
  if (fewer === 1 && rule.allButOne === "held back") return groupDisclosure;
  return fewer < rule.fewest[pooled ? "pooled" : "byTrust"] ? smallCount : null;
}

/**
 * Whether a mean says that all, or all but one where that is held back, have the same score; or lies so near to an end of the
 * scale that fewer people than may be told of can be off it.
 */
function saysAllAlike(result: Estimate, { allButOne, fewest }: ShareRule, pooled: boolean): boolean {
  const { n, settings, noInterval } = result;
  const fewestOthers = allButOne === "held back" ? 2 : 1;
  if (noInterval === sameValue || n - Number(settings["alike"] ?? 0) < fewestOthers) return true;
  const stepsOff = stepsFromEnd(result);
  return stepsOff !== null && stepsOff < Math.max(fewestOthers, fewest[pooled ? "pooled" : "byTrust"]);
}

/**
 * Whether a mean lies so near to an end of the scale that it bounds how many people can have given any but the two answers
 * next to it, of each item, more closely than a share that is held back: each of them is two steps off at the least.
 */
function isNearEnd(result: Estimate, rule: ShareRule, { protection }: Policy, pooled: boolean): boolean {
  const mayBeHeldBack = rule.everyone === "held back" || rule.fewest[pooled ? "pooled" : "byTrust"] > 1;
  const stepsOff = stepsFromEnd(result);
  return mayBeHeldBack && stepsOff !== null && stepsOff < 2 * protection.people;
}

/** Steps of a score that people are from the nearer end of the scale, all together; null of what is no plain mean score. */
function stepsFromEnd(result: Estimate): number | null {
  const scoreStep = scoreStepOf(result);
  if (result.subject.measure !== "scale" || scoreStep === null) return null;
  return Math.round((Math.min(result.estimate, 100 - result.estimate) * result.n) / scoreStep);
}

/**
 * The smallest number of people that a result tells of: those it rests on, those who answered where it rests on everyone
 * invited, those of the smallest category where people were weighted, those counted where they are few of many.
 */
function fewestBehind({ n, count, estimate, subject: { measure }, settings }: Estimate): number {
  if (measure === "at-risk") return Math.min(n, estimate);
  if (measure === "link-rate") return Math.min(n, count ?? n);
  return Math.min(n, Number(settings["answered"] ?? n), Number(settings["fewestInCategory"] ?? n));
}

/**
 * A cost that is one person's pay is held back whoever agreed. A Trust's own cost needs its consent. A pooled cost needs
 * enough Trusts behind it, spenders counted, unless all agreed. The mean, the median and the spread of Trusts are further
 * equations beside the pooled cost, and the median of an odd number of Trusts, the lowest and the highest are one Trust's
 * own: they are shown when every Trust's own cost is. So is the cost at one cohort size over all Trusts, a mean that counts each
 * Trust once: of three that are held back, each would know the other two from it and the pooled cost.
 */
function costReason(
  result: Estimate,
  { policy, allTrusts, consented, hiddenCosts }: Circumstances,
): string | null {
  const { subject, settings } = result;
  if (settings["personsPay"] === true) return personsPay;
  if (!isPooled(result, allTrusts) && result.n < policy.minimumPeople) return tooFew;
  if (hiddenCosts.length === 0) return null;
  if (!isPooled(result, allTrusts)) {
    if (!hiddenCosts.some((group) => group.join() === subject.trusts.join())) return null;
    return subject.trusts.every((trust) => consented.has(trust)) ? consentOfOthers : noConsent;
  }
  const behind = Math.min(allTrusts.length, Number(settings["spending"] ?? allTrusts.length));
  if (behind < policy.minimumTrusts) return tooFewTrusts;
  const sums = [result.contributions, ...(result.partContributions ?? [])];
  if (sums.some((pounds) => tellsHidden(pounds, hiddenCosts, policy))) return dominated;
  return isOfTrusts(subject.item) || subject.item === "standardised" ? derivable : null;
}

/**
 * Whether a sum of what Trusts spent tells nearly what one group of them did, of those whose own costs are held back: what the
 * others spent is known, and taken off.
 *
 * @param pounds what each Trust adds, by its code
 */
export function tellsHidden(
  pounds: Readonly<Record<string, number>> = {},
  hiddenCosts: Circumstances["hiddenCosts"],
  { protection }: Policy,
): boolean {
  const ofGroups = hiddenCosts.map((group) => group.reduce((sum, trust) => sum + (pounds[trust] ?? 0), 0));
  return tellsContributor(ofGroups, protection.money);
}

/** The reason a released result gives: a reason of its own would tell which kind of number it was. */
export const heldBack = "held back to protect people";

/** The other one: that there is an earlier release is no secret, and these go changed or not. */
export const forEarlierRelease = "held back for the sake of an earlier release";

/** Reasons for there being no number that tell nothing of the people. */
const openReasons = [
  nobodyAnswered,
  neverAsked,
  "fewer than half had reached it when they answered",
  "no doctors in the HR extract",
  "nobody was invited",
  "more people answered than cohort.csv says were invited",
];

/** The reason in its place: others may count people, or say that all answered alike. */
export const unsupported = "the answers do not support it";

/** Reasons that say that people answered alike. */
const saysAlike = /\b(same|differ|equal|agree)\b/;

/**
 * A result without a number, with no reason that could tell of people; why costs are missing is told. Where there is none
 * because people answered alike it is held back, as a number that says so would be. So is one that tells of few people: of one
 * group of Trusts or of a subgroup, that the answers do not support a number says that there are hardly any.
 */
export function withOpenReason(
  { people, ...result }: Unavailable,
  policy: Policy,
  allTrusts: readonly string[],
): Unavailable | Suppressed {
  if (result.subject.sensitivity !== "service" && saysAlike.test(result.reason))
    return suppress(result, groupDisclosure);
  if (people !== undefined && people < Math.max(policy.minimumPeople, fewestOfMedian))
    return suppress(result, tooFew);
  const isOpen =
    ["cost", "economics"].includes(result.subject.measure) || openReasons.includes(result.reason);
  if (isOpen) return result;
  const isOfAll = isPooled(result, allTrusts) && result.subject.group === undefined;
  return isOfAll ? { ...result, reason: unsupported } : suppress(result, tooFew);
}

/** The same result with its number taken out. */
export function suppress(result: Result, reason: string): Suppressed {
  const { id, label, subject, unit, method, reference } = result;
  return { kind: "suppressed", id, label, subject, unit, method, reference, reason };
}
