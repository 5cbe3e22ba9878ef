import type { Relation } from "../core/relation.js";
import type { Result } from "../core/result.js";
import type { Policy } from "./policy.js";
import { suppress, tooFewTrusts } from "./primary.js";

type Overlap = Extract<Relation, { readonly kind: "overlap" }>;

/**
 * Ids to hold back among sums of overlapping parts, so that no difference of those shown rests on fewer than the
 * minimum of Trusts. Taken in their order: each is shown if every part that then stands apart from the others, counted by
 * the same of the shown sums, has enough Trusts behind it. What can be worked out from several sums is made of such parts,
 * each whole.
 *
 * @param isShown whether a result is there and not held back for another reason
 */
export function heldBackByOverlap(
  { results, lines }: Overlap,
  isShown: (id: string) => boolean,
  minimumTrusts: number,
): readonly string[] {
  const shown: string[] = [];
  const held: string[] = [];
  for (const id of results.filter(isShown)) {
    const tried = [...shown, id];
    const apart = new Map<string, Set<string>>();
    for (const { within, trusts } of lines) {
      const key = tried.filter((one) => within.includes(one)).join();
      if (key !== "") apart.set(key, new Set([...(apart.get(key) ?? []), ...trusts]));
    }
    if ([...apart.values()].every((trusts) => trusts.size >= minimumTrusts)) shown.push(id);
    else held.push(id);
  }
  return held;
}

/** The results without those that would tell, beside others, what few Trusts spent. */
export function holdBackOverlaps(
  results: readonly Result[],
  relations: readonly Relation[],
  { minimumTrusts }: Policy,
): readonly Result[] {
  const shown = new Set(results.flatMap(({ kind, id }) => (kind === "estimate" ? [id] : [])));
  const held = new Set(
    relations.flatMap((relation) =>
      relation.kind === "overlap" ? heldBackByOverlap(relation, (id) => shown.has(id), minimumTrusts) : [],
    ),
  );
  return results.map((result) => (held.has(result.id) ? suppress(result, tooFewTrusts) : result));
}
