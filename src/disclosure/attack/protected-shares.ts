import type { Policy } from "../policy.js";
import { sumOf } from "./draft.js";
import type { ShareCell } from "./share-cells.js";
import type { Protected, Unknown } from "./system.js";

/**
 * What a release must not give away of its shares. Of those held back: how many were counted, how many were not, and how
 * many people there were; of shown opinions and facts about persons, how many were counted
 * and how many were not. No bounds can be wider than
 * those of a group so small that fewer people than that can be in it, nor than the flow of people tells of its shares.
 *
 * @param before what is known of each unknown when no share is looked at but for its people
 */
export function protectedShares(
  cells: readonly ShareCell[],
  policy: Policy,
  before: readonly Unknown[],
): readonly Protected[] {
  const { protection, steps, shares } = policy;
  return cells.flatMap(({ result, counted, people }): readonly Protected[] => {
    const most = before[people]!.high ?? Infinity;
    const of = (what: Protected["what"], terms: Protected["terms"], width: number): Protected => ({
      id: result.id,
      what,
      terms,
      width: Math.min(width, most, apart(terms, before)),
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
function apart(terms: Protected["terms"], before: readonly Unknown[]): number {
  return terms.reduce((sum, { unknown, times }) => {
    const { low, high } = before[unknown]!;
    return sum + (high === null ? Infinity : Math.abs(times) * (high - low));
  }, 0);
}
