import type { Policy } from "../policy.js";
import { sumOf } from "./draft.js";
import { isOfFlow } from "./flow-shares.js";
import type { ShareCell } from "./share-cells.js";
import type { Protected, Unknown } from "./system.js";

/**
 * What a release must not give away of its shares. Of those held back: how many were counted, how many were not, and how many
 * people there were; of shown opinions and facts about persons, how many were counted and how many were not. No bounds can be
 * wider than those of a group so small that fewer people than that can be in it.
 *
 * A share of the flow (who was linked, of those who answered) is asked no more than its two numbers of the flow leave: they tell
 * what it tells, and have a rule of their own. Those of a Trust are rounded, and where the policy asks for more people than one
 * behind what a Trust did, numbers over all Trusts that lie too near to one another go or are rounded; see `holdBackNearCounts`.
 *
 * @param before what is known of each unknown from the flow of people alone, with no share looked at
 * @param byFlow the same, where the two numbers of a share of the flow are those of the flow
 */
export function protectedShares(
  cells: readonly ShareCell[],
  policy: Policy,
  before: readonly Unknown[],
  byFlow: readonly Unknown[],
): readonly Protected[] {
  const { protection, steps, shares } = policy;
  return cells.flatMap(({ result, counted, people }): readonly Protected[] => {
    const known = isOfFlow(result) ? byFlow : before;
    const most = known[people]!.high ?? Infinity;
    const of = (what: Protected["what"], terms: Protected["terms"], width: number): Protected => ({
      id: result.id,
      what,
      terms,
      width: Math.min(width, most, apart(terms, known)),
    });
    if (result.kind === "suppressed")
      return [
        of("counted", sumOf([counted]), protection.people),
        of("not counted", sumOf([people], [counted]), protection.people),
        of("people", sumOf([people]), steps.n - 1),
      ];
    if (result.kind !== "estimate" || result.subject.sensitivity === "service") return [];
    const isEveryone = result.estimate === 0 || result.estimate === 1;
    if (isEveryone && shares[result.subject.sensitivity].everyone === "shown") return [];
    return [
      of("counted", sumOf([counted]), protection.shown),
      of("not counted", sumOf([people], [counted]), protection.shown),
    ];
  });
}

/** How far apart the bounds of a sum are where nothing is known but the bounds of each unknown. */
function apart(terms: Protected["terms"], known: readonly Unknown[]): number {
  return terms.reduce((sum, { unknown, times }) => {
    const { low, high } = known[unknown]!;
    return sum + (high === null ? Infinity : Math.abs(times) * (high - low));
  }, 0);
}
