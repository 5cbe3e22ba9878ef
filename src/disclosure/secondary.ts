import type { Relation } from "../core/relation.js";
import type { Estimate, Result } from "../core/result.js";
import { derivable, suppress } from "./primary.js";

/** Results of which a single one held back could be worked out from the rest. */
interface LinkedSet {
  readonly ids: readonly string[];
  /** The number the set adds up to or averages to; known while it is shown. Null when it is known anyway (100%). */
  readonly total: string | null;
  /** Which goes with a hidden one: that on the fewest people, or, of sums of money, the largest, so that it covers. */
  readonly goes: "fewest people" | "largest";
}

/**
 * Hold back a second result wherever exactly one of a linked set is held back, until nothing changes: the groups of
 * Trusts of a pooled number, the levels of a subgroup beside it, shares that add up to one, and sums of money.
 *
 * @param results at the grain of the release, primary ones already suppressed
 * @param sizes people behind each result before the gate
 */
export function suppressLinked(
  results: readonly Result[],
  relations: readonly Relation[],
  sizes: ReadonlyMap<string, number>,
): readonly Result[] {
  const byId = new Map(results.map((result) => [result.id, result]));
  const sets = linkedSets(byId, relations);
  for (let changed = true; changed;) {
    changed = false;
    for (const set of sets) {
      const next = nextToGo(set, byId, sizes);
      if (next === null) continue;
      byId.set(next.id, suppress(next, derivable));
      changed = true;
    }
  }
  return results.map((result) => byId.get(result.id)!);
}

function linkedSets(byId: ReadonlyMap<string, Result>, relations: readonly Relation[]): readonly LinkedSet[] {
  const allThere = (ids: readonly string[]) => ids.every((id) => byId.has(id));
  const declared = relations.flatMap((relation): readonly LinkedSet[] => {
    if (relation.kind === "complement" && allThere(relation.parts)) {
      return [{ ids: relation.parts, total: null, goes: "fewest people" }];
    }
    if (relation.kind === "sum" && allThere([relation.total, ...relation.parts])) {
      return [{ ids: relation.parts, total: relation.total, goes: "largest" }];
    }
    return [];
  });
  const families = new Map<string, { total: string; ids: string[] }>();
  for (const result of byId.values()) {
    const total = pooledOf(result);
    if (total === null || !byId.has(total)) continue;
    const key = `${total} ${result.subject.group?.variable ?? ""}`;
    const family = families.get(key) ?? { total, ids: [] };
    families.set(key, { total, ids: [...family.ids, result.id] });
  }
  const shown = [...families.values()].map(({ total, ids }): LinkedSet => ({
    ids,
    total,
    goes: "fewest people",
  }));
  return [...declared, ...shown];
}

/** The pooled number that a number by Trust, or of one level of a subgroup, is part of. */
function pooledOf(result: Result): string | null {
  const pooled = result.id.replace(/\/(trusts?-[a-z0-9+]+|pooled\/.*)$/, "/pooled");
  return pooled === result.id ? null : pooled;
}

/** With exactly one hidden among the parts and the total, the part that must go too; the total itself as a last resort. */
function nextToGo(
  { ids, total, goes }: LinkedSet,
  byId: ReadonlyMap<string, Result>,
  sizes: ReadonlyMap<string, number>,
): Estimate | null {
  const parts = ids.map((id) => byId.get(id)!);
  const whole = total === null ? undefined : byId.get(total);
  const hidden = [...parts, ...(whole ? [whole] : [])].filter((result) => result.kind === "suppressed");
  if (hidden.length !== 1) return null;
  const shown = parts.filter((result) => result.kind === "estimate");
  if (shown.length === 0) return whole?.kind === "estimate" ? whole : null;
  if (whole?.kind === "suppressed" && goes === "fewest people") return null;
  const weight = (result: Estimate) => (goes === "largest" ? -result.estimate : (sizes.get(result.id) ?? 0));
  return [...shown].sort((a, b) => weight(a) - weight(b) || (a.id < b.id ? -1 : 1))[0]!;
}
