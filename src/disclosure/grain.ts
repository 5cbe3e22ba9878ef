import type { Ladder } from "../core/relation.js";
import type { Partition } from "../core/relation.js";
import type { Estimate, Result } from "../core/result.js";
import type { Policy } from "./policy.js";

/**
 * The finest way to group the Trusts in which every group has enough people at every wave that it answered. A group with
 * nobody at a wave has nothing to show there, and is not joined for that. One partition serves the whole release, so that
 * no two tables show overlapping groups.
 */
export function choosePartition(
  partitions: readonly Partition[],
  results: readonly Result[],
  policy: Policy,
): Partition {
  const anchors = results.filter(
    (result): result is Estimate =>
      result.kind === "estimate" &&
      result.subject.measure === "flow" &&
      (result.subject.item ?? "").startsWith("answered-"),
  );
  const enough = (group: readonly string[]) =>
    anchors
      .filter((anchor) => anchor.subject.trusts.join() === group.join())
      .every(({ estimate }) => estimate === 0 || estimate >= policy.minimumPeople);
  return partitions.find((partition) => partition.groups.every(enough)) ?? partitions.at(-1)!;
}

/** Whether a result covers every Trust of a study of several. A study of one Trust is shown as by Trust. */
export function isPooled(result: Result, allTrusts: readonly string[]): boolean {
  const { trusts } = result.subject;
  return trusts.length === 0 || (trusts.length === allTrusts.length && allTrusts.length > 1);
}

/** Whether a result is one of those shown at the chosen grouping: over all Trusts, by shown group, or published elsewhere. */
export function isShownSlice(result: Result, partition: Partition, allTrusts: readonly string[]): boolean {
  if (isPooled(result, allTrusts)) return true;
  return partition.groups.some((group) => group.join() === result.subject.trusts.join());
}

const meansOfOpinion = ["scale", "change"];
const topTwoLevels = ["top-two", "useful"];

/**
 * Whether the policy allows a result at its grain, by sensitivity. By Trust: all service results; of opinions the mean
 * score and the top two answers; nothing personal. Curves over time are shown over all Trusts only.
 */
export function isAllowedGrain(result: Result, allTrusts: readonly string[]): boolean {
  const { subject } = result;
  if (isPooled(result, allTrusts)) return true;
  if (subject.measure === "milestone" && subject.level !== "median") return false;
  if (subject.measure === "cost") return isShownCost(result);
  if (subject.sensitivity === "service") return true;
  if (subject.sensitivity === "personal") return false;
  return meansOfOpinion.includes(subject.measure) || topTwoLevels.includes(subject.level ?? "");
}

/** By Trust a cost is shown per IMG for one denominator only: a total beside it, or two denominators, would give the counts away. */
function isShownCost(result: Result): boolean {
  return !result.id.startsWith("cost/total/");
}

/**
 * Ids that a ladder keeps back. For opinions and personal facts the coarsest rung is shown; for service the finest.
 */
export function heldBackByLadder(ladder: Ladder, byId: ReadonlyMap<string, Result>): readonly string[] {
  const first = byId.get(ladder.rungs[0]?.results[0] ?? "");
  const chosen = first?.subject.sensitivity === "service" ? 0 : ladder.rungs.length - 1;
  return ladder.rungs.flatMap((rung, index) => (index === chosen ? [] : rung.results));
}
