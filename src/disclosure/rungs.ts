import type { Grain, Ladder } from "../core/relation.js";
import type { Estimate, Result } from "../core/result.js";
import { divides, isUndone } from "./undone.js";

/** Which rung of a ladder is shown to one kind of slices. */
export interface ChosenRung {
  /** Id of the ladder: one question at one wave. */
  readonly ladder: string;
  /** `all Trusts`, `Trust`, or a subgroup variable. */
  readonly by: string;
  readonly grain: Grain;
  /** Ids of its results. */
  readonly results: readonly string[];
}

/** What the choice of rungs must know of a release. */
export interface RungRules {
  readonly byId: ReadonlyMap<string, Result>;
  /** Whether the release has this slice of people, and the policy allows a number of this kind for it. */
  readonly isAllowed: (result: Result) => boolean;
  /** Whether the primary rules let a number through. */
  readonly isSafe: (result: Estimate) => boolean;
  readonly allTrusts: readonly string[];
  /** How wide bounds on a number of people that is not shown must stay. */
  readonly width: number;
}

/** The slices of one kind: all Trusts together, Trusts one by one, or the levels of a subgroup. */
export interface Family {
  readonly by: string;
  readonly slices: readonly string[];
  /** Places in the ladder of the rungs that are there for it, finest first. */
  readonly rungs: readonly number[];
}

/**
 * The rung of each ladder that is shown, by kind of slice: the finest at which every number of every slice is safe; the same
 * for all slices of a kind. Slices that are unsafe at the coarsest rung too, as those with too few people, are held back
 * anyway and make the others no coarser. Where no rung is safe it is the coarsest.
 *
 * Parts add up to the whole. So no part is shown more finely than all Trusts together, and these never at answers that cut
 * across those of a part, nor so finely that those of a part could be told from them.
 */
export function chooseRungs(ladders: readonly Ladder[], rules: RungRules): readonly ChosenRung[] {
  return ladders.flatMap((ladder) => {
    const families = familiesOf(ladder, rules);
    const whole = families.find(({ by }) => by === "all Trusts");
    const parts = families.filter((family) => family !== whole);
    if (whole === undefined)
      return parts.flatMap((part) => chosen(ladder, part, choose(ladder, part, rules)));
    const isFit = (top: number) =>
      isSafeRung(ladder, whole, top, rules) &&
      parts.every((part) => {
        const own = choose(ladder, part, rules, top);
        return own !== null && !isUndone(ladder, { whole, top, part, own }, rules);
      });
    const top = whole.rungs.find(isFit) ?? whole.rungs.at(-1)!;
    return [
      ...chosen(ladder, whole, top),
      ...parts.flatMap((part) => chosen(ladder, part, choose(ladder, part, rules, top))),
    ];
  });
}

/** Ids of a ladder's results that are finer or coarser than the chosen ones. */
export function leftOutByLadders(
  ladders: readonly Ladder[],
  shown: readonly ChosenRung[],
): ReadonlySet<string> {
  const kept = new Set(shown.flatMap(({ results }) => results));
  const ids = ladders.flatMap((ladder) =>
    ladder.rungs.flatMap((_, rung) => ladder.slices.flatMap((slice) => idsOf(ladder, rung, slice))),
  );
  return new Set(ids.filter((id) => !kept.has(id)));
}

function familiesOf(ladder: Ladder, { byId, isAllowed, allTrusts }: RungRules): readonly Family[] {
  const found = (rung: number, slice: string) =>
    idsOf(ladder, rung, slice)
      .flatMap((id) => byId.get(id) ?? [])
      .filter(isAllowed);
  const slices = new Map<string, string[]>();
  for (const slice of ladder.slices) {
    const [first] = ladder.rungs.flatMap((_, rung) => found(rung, slice));
    if (!first) continue;
    const { group, trusts } = first.subject;
    const by = group?.variable ?? (trusts.length === allTrusts.length ? "all Trusts" : "Trust");
    slices.set(by, [...(slices.get(by) ?? []), slice]);
  }
  return [...slices].flatMap(([by, own]) => {
    const rungs = ladder.rungs.flatMap(({ levels }, rung) =>
      own.every((slice) => found(rung, slice).length === levels.length) ? [rung] : [],
    );
    return rungs.length === 0 ? [] : [{ by, slices: own, rungs }];
  });
}

/**
 * The finest safe rung of some slices, or the coarsest when none is safe; null when there is none.
 *
 * @param top the rung shown to all Trusts together, which must divide the answers at least as finely
 */
function choose(ladder: Ladder, family: Family, rules: RungRules, top?: number): number | null {
  const possible = family.rungs.filter(
    (rung) => top === undefined || divides(ladder.rungs[top]!, ladder.rungs[rung]!),
  );
  return possible.find((rung) => isSafeRung(ladder, family, rung, rules)) ?? possible.at(-1) ?? null;
}

function isSafeRung(ladder: Ladder, family: Family, rung: number, { byId, isSafe }: RungRules): boolean {
  const isSafeAt = (at: number) => (slice: string) =>
    idsOf(ladder, at, slice).every((id) => {
      const result = byId.get(id);
      return result?.kind !== "estimate" || isSafe(result);
    });
  const saved = family.slices.filter(isSafeAt(family.rungs.at(-1)!));
  return saved.length > 0 && saved.every(isSafeAt(rung));
}

function chosen(ladder: Ladder, family: Family, rung: number | null): readonly ChosenRung[] {
  if (rung === null) return [];
  const results = family.slices.flatMap((slice) => idsOf(ladder, rung, slice));
  return [{ ladder: ladder.id, by: family.by, grain: ladder.rungs[rung]!.grain, results }];
}

function idsOf(ladder: Ladder, rung: number, slice: string): readonly string[] {
  return ladder.rungs[rung]!.levels.map(({ id }) => `${ladder.id}/${id}/${slice}`);
}
