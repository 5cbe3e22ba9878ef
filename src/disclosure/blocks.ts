import type { Result } from "../core/result.js";
import { suppress, withNeighbour } from "./primary.js";
import type { Policy } from "./policy.js";
import { stemOf } from "./slices-of.js";

/**
 * The results without those that stand beside a number held back by Trust, in fixed twos or threes of the Trust groups shown.
 *
 * Where all, or all but one, of the same answer is what is mostly held back, a number that is missing by itself says just that
 * of its Trust. So the groups, in the order of the study, are taken two at a time, the last three together where they are odd,
 * and of a line of Trusts each two or three is shown or held back as one: that somebody's answers were alike is told, not
 * whose. The twos are the same in every table and depend on nothing that was answered, so that nothing follows from them.
 *
 * Needed only where the counts held back are fewer than the width that bounds must have: see `Policy.protection`.
 */
export function holdBackBlocks(
  results: readonly Result[],
  groups: readonly (readonly string[])[],
  policy: Policy,
  allTrusts: readonly string[],
): readonly Result[] {
  if (groups.length < 2) return results;
  const blockOf = new Map(
    blocksOf(groups).flatMap((block, index) => block.map((group) => [group.join(), index] as const)),
  );
  const keyOf = (result: Result): string | null => {
    const { everyone, fewest } = policy.shares[result.subject.sensitivity];
    const isNarrow = everyone === "held back" && fewest.byTrust < policy.protection.people;
    const block = blockOf.get(result.subject.trusts.join());
    const stem = stemOf(result, allTrusts);
    return isNarrow && block !== undefined && stem !== null ? `${block} ${stem}` : null;
  };
  const hidden = new Set(results.flatMap((one) => (one.kind === "suppressed" ? (keyOf(one) ?? []) : [])));
  return results.map((result) => {
    const key = result.kind === "estimate" ? keyOf(result) : null;
    return key !== null && hidden.has(key) ? suppress(result, withNeighbour) : result;
  });
}

/**
 * Things taken two at a time, the last three together where their number is odd.
 *
 * @example blocksOf(["A", "B", "C", "D", "E"]) // => [["A", "B"], ["C", "D", "E"]]
 */
export function blocksOf<Thing>(things: readonly Thing[]): readonly (readonly Thing[])[] {
  const count = Math.max(1, Math.floor(things.length / 2));
  return Array.from({ length: count }, (_, index) =>
    things.slice(2 * index, index === count - 1 ? undefined : 2 * index + 2),
  );
}
