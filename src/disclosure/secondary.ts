import type { Relation } from "../core/relation.js";
import type { Result } from "../core/result.js";
import { derivable, suppress } from "./primary.js";

/** Results that together give away the last one of them: all shown but one, and the last is known. */
export interface Linked {
  readonly parts: readonly string[];
}

/**
 * Sets of results in which a single one held back could be worked out: the shown Trust groups of a pooled number, the
 * levels of a subgroup beside the pooled number, and shares that add up to one.
 */
export function linkedSets(results: readonly Result[], relations: readonly Relation[]): readonly Linked[] {
  const shown = new Set(results.map((result) => result.id));
  const complements = relations.flatMap((relation) =>
    relation.kind === "complement" && relation.parts.every((id) => shown.has(id))
      ? [{ parts: relation.parts }]
      : [],
  );
  const families = new Map<string, string[]>();
  for (const result of results) {
    const family = familyOf(result, shown);
    if (family !== null) families.set(family, [...(families.get(family) ?? []), result.id]);
  }
  return [
    ...complements,
    ...[...families.values()].filter((parts) => parts.length > 1).map((parts) => ({ parts })),
  ];
}

/** Parts of one pooled number: same measure, differing in Trusts only, or in the level of one subgroup only. */
function familyOf(result: Result, shown: ReadonlySet<string>): string | null {
  const { group } = result.subject;
  const pooled = result.id.replace(/\/(trusts?-[a-z0-9+]+|pooled(\/.*)?)$/, "/pooled");
  if (pooled === result.id || !shown.has(pooled)) return null;
  return group ? `${pooled}|${group.variable}` : pooled;
}

/**
 * Hold back a second result wherever exactly one of a linked set is held back, the one resting on the fewest people
 * first, until nothing changes.
 *
 * @param sizes people behind each result before the gate
 */
export function suppressLinked(
  results: readonly Result[],
  relations: readonly Relation[],
  sizes: ReadonlyMap<string, number>,
): readonly Result[] {
  const byId = new Map(results.map((result) => [result.id, result]));
  const sets = linkedSets(results, relations);
  for (let changed = true; changed;) {
    changed = false;
    for (const { parts } of sets) {
      const present = parts.map((id) => byId.get(id)!).filter((result) => result.kind !== "unavailable");
      const hidden = present.filter((result) => result.kind === "suppressed");
      if (hidden.length !== 1 || present.length < 2) continue;
      const shown = present.filter((result) => result.kind === "estimate");
      const next = [...shown].sort(
        (a, b) => (sizes.get(a.id) ?? 0) - (sizes.get(b.id) ?? 0) || (a.id < b.id ? -1 : 1),
      )[0]!;
      byId.set(next.id, suppress(next, derivable));
      changed = true;
    }
  }
  return results.map((result) => byId.get(result.id)!);
}
