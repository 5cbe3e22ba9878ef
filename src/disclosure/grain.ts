import type { Grouping, Partition } from "../core/relation.js";
import type { Result } from "../core/result.js";
import type { Policy } from "./policy.js";

/** How many people of one Trust, or of one level of a subgroup, answered one wave. */
export interface Answered {
  /** Code of the Trust or of the level. */
  readonly member: string;
  readonly wave: string;
  readonly people: number;
}

/**
 * The finest way to group Trusts, or levels of a subgroup, in which every group has enough people at every wave that it answered. A group with
 * nobody at a wave has nothing to show there, and is not joined for that. Chosen before anything is computed, because one
 * partition serves the whole release: no two tables show overlapping groups, and numbers over all Trusts are pooled from
 * the groups that are shown.
 */
export function choosePartition(
  partitions: readonly Partition[],
  answered: readonly Answered[],
  policy: Policy,
): Partition {
  const waves = [...new Set(answered.map(({ wave }) => wave))];
  const enough = (group: readonly string[]) =>
    waves.every((wave) => {
      const people = answered
        .filter((one) => one.wave === wave && group.includes(one.member))
        .reduce((sum, one) => sum + one.people, 0);
      return people === 0 || people >= policy.minimumPeople;
    });
  return partitions.find((partition) => partition.groups.every(enough)) ?? partitions.at(-1)!;
}

/** Whether a result covers every Trust of a study of several. A study of one Trust is shown as by Trust. */
export function isPooled(result: Result, allTrusts: readonly string[]): boolean {
  const { trusts } = result.subject;
  return trusts.length === 0 || (trusts.length === allTrusts.length && allTrusts.length > 1);
}

/**
 * Whether a result is one of those shown at the chosen grouping: over all Trusts, by shown group, by shown level, or
 * published elsewhere.
 */
export function isShownSlice(result: Result, grouping: Grouping, allTrusts: readonly string[]): boolean {
  const { group, trusts } = result.subject;
  if (group !== undefined) {
    const shown = grouping.levels?.find(({ variable }) => variable === group.variable);
    return shown === undefined || shown.levels.some(({ label }) => label === group.level);
  }
  if (isPooled(result, allTrusts)) return true;
  return grouping.groups.some((one) => one.join() === trusts.join());
}

/** For internal/ alone: beside the number over all Trusts, one of them would tell a Trust's own. */
const neverShown = ["leave-one-out"];

const meansOfOpinion = ["scale", "change"];
const topTwoLevels = ["top-two", "useful"];

/**
 * Whether the policy allows a result at its grain, by sensitivity. By Trust: every answer, the mean score and the top two
 * answers, or nothing. Curves over time are shown over all Trusts only.
 */
export function isAllowedGrain(result: Result, allTrusts: readonly string[], policy: Policy): boolean {
  const { subject } = result;
  if (neverShown.includes(subject.measure)) return false;
  if (isPooled(result, allTrusts)) return true;
  if (subject.measure === "at-risk") return false;
  if (subject.measure === "milestone" && subject.level !== "median") return false;
  if (subject.measure === "cost") return subject.item !== "total";
  const shown = policy.shares[subject.sensitivity].byTrust;
  if (shown !== "summaries") return shown === "every answer";
  return meansOfOpinion.includes(subject.measure) || topTwoLevels.includes(subject.level ?? "");
}
