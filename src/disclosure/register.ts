import { formatValue } from "../core/format.js";
import type { Computed } from "../core/relation.js";
import type { Result, Subject } from "../core/result.js";
import type { Decision, Gated } from "./gate.js";
import * as reasons from "./primary.js";
import type { Released } from "./released.js";

/** What was decided about one computed result; for internal/ only. */
export interface Registered {
  readonly id: string;
  /** What it is, as a person would say it, and what slice of the study it is about. */
  readonly label: string;
  readonly subject: Subject;
  readonly decision:
    "shown" | "rounded" | "held back" | "coarser shown instead" | "not shown at this grain" | "no number";
  /** Name of the rule, the same for all that it decided. */
  readonly rule: string;
  readonly reason: string;
  /** Ids of the held-back results that it could have given away. */
  readonly beside: readonly string[];
}

const ruleOf: Readonly<Record<string, string>> = {
  [reasons.tooFew]: "minimum of people",
  [reasons.groupDisclosure]: "all of one answer",
  [reasons.nearEnd]: "nearly all of one answer",
  [reasons.smallCount]: "small number",
  [reasons.nothingCoarse]: "no rounding coarse enough",
  [reasons.smallRest]: "small difference",
  [reasons.smallStep]: "small difference",
  [reasons.fewEventsBetween]: "events between points",
  [reasons.oneTrust]: "one Trust",
  [reasons.noConsent]: "consent of the Trust",
  [reasons.consentOfOthers]: "consent of the other Trusts",
  [reasons.tooFewTrusts]: "minimum of Trusts",
  [reasons.dominated]: "dominance of one or two Trusts",
  [reasons.personsPay]: "one person's pay",
  [reasons.derivable]: "could be worked out",
  [reasons.withNeighbour]: "with a Trust beside it",
  [reasons.setsApart]: "earlier release",
};

/** One row for each computed result, in their order: whether and how it is in the release, by which rule, and why. */
export function registerOf(
  { results, ladders }: Pick<Computed, "results" | "ladders">,
  { released, decisions }: Pick<Gated, "released" | "decisions">,
): readonly Registered[] {
  const after = new Map(released.results.map((result) => [result.id, result]));
  const why = new Map(decisions.map((decision) => [decision.id, decision]));
  const scaled = new Set(ladders.map(({ id }) => id.split("/")[0]));
  const slices = new Set(released.results.map(sliceOf));
  return results.map((result): Registered => {
    const { id, label, subject } = result;
    const shown = after.get(id);
    if (shown !== undefined) return { id, label, subject, ...inRelease(shown, why.get(id)) };
    const isOnScale = scaled.has(subject.measure) && slices.has(sliceOf(result));
    return { id, label, subject, ...notInRelease(result, released, isOnScale), beside: [] };
  });
}

function inRelease(
  result: Result,
  decision: Decision | undefined,
): Omit<Registered, "id" | "label" | "subject"> {
  if (result.kind === "suppressed") {
    const reason = decision?.reason ?? result.reason;
    return {
      decision: "held back",
      rule: ruleOf[reason] ?? "other",
      reason,
      beside: decision?.beside ?? [],
    };
  }
  if (result.kind === "unavailable")
    return { decision: "no number", rule: "", reason: result.reason, beside: [] };
  const { precision, unit } = result;
  if (precision === undefined) return { decision: "shown", rule: "", reason: "", beside: [] };
  const nearest = unit === "proportion" ? formatValue(precision, unit, precision) : String(precision);
  const reason = `to the nearest ${nearest}`;
  return { decision: "rounded", rule: "precision", reason, beside: [] };
}

/** Of the same question, wave and people, whatever the answer: the points of a scale. */
function sliceOf({ subject }: Result): string {
  const { measure, item, wave, versus, trusts, group } = subject;
  return JSON.stringify([measure, item, wave, versus, trusts, group]);
}

function notInRelease(
  { subject }: Result,
  { groups }: Released,
  isOnScale: boolean,
): Pick<Registered, "decision" | "rule" | "reason"> {
  if (isOnScale)
    return {
      decision: "coarser shown instead",
      rule: "answers joined",
      reason: "other points of the scale are shown of these people",
    };
  const { trusts } = subject;
  const isOfGroup = groups.some((group) => group.join() === trusts.join());
  const isOfAll = trusts.length === groups.flat().length;
  if (!isOfGroup && !isOfAll && groups.some((group) => trusts.every((trust) => group.includes(trust))))
    return {
      decision: "coarser shown instead",
      rule: "Trusts joined",
      reason: "shown together with the next smallest Trust",
    };
  if (!isOfGroup && !isOfAll && subject.measure !== "leave-one-out")
    return {
      decision: "not shown at this grain",
      rule: "one grouping of Trusts",
      reason: "the Trusts are grouped otherwise in this release",
    };
  const [rule, reason] = ruleOfGrain[subject.measure] ?? [
    "grain by sensitivity",
    `numbers of this kind (${subject.sensitivity}) are not shown ${isOfAll ? "over all Trusts" : "by Trust"}`,
  ];
  return { decision: "not shown at this grain", rule, reason };
}

/** What is not shown for what it measures, whatever its sensitivity. */
const ruleOfGrain: Readonly<Record<string, readonly [rule: string, reason: string]>> = {
  cost: [
    "costs that may stand together",
    "beside the costs that are shown it would tell numbers of IMGs or a Trust's cost",
  ],
  milestone: ["curves over all Trusts only", "a curve of a few people tells when each of them reached it"],
  "at-risk": ["curves over all Trusts only", "a curve of a few people tells when each of them reached it"],
  "leave-one-out": ["without one Trust", "beside the number over all Trusts it would tell that Trust's own"],
};
