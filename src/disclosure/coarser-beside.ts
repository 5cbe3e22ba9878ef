import type { Relation } from "../core/relation.js";
import type { Result } from "../core/result.js";
import { stemOf } from "./slices-of.js";

/**
 * Ids of the numbers over all Trusts that are rounded as coarsely as a Trust's, with their limits: those of which a group of
 * Trusts or a level of a subgroup is held back. An interval over all Trusts depends on how they differ, and so would tell how
 * those held back do. It goes by what is held back alone, never by a value. What is one number with such a one, or one part
 * of the same whole, goes with it.
 *
 * @param results what is released and what is held back, at the grain of the release
 */
export function coarserBeside(
  results: readonly Result[],
  relations: readonly Relation[],
  allTrusts: readonly string[],
): ReadonlySet<string> {
  const stemOfHidden = new Set(
    results.flatMap((result) => (result.kind === "suppressed" ? (stemOf(result, allTrusts) ?? []) : [])),
  );
  const coarse = new Set(
    results.flatMap((result) => {
      const stem = isOverAll(result, allTrusts) ? stemOf(result, allTrusts) : null;
      return stem !== null && stemOfHidden.has(stem) ? [result.id] : [];
    }),
  );
  const linked = relations.flatMap((relation) => {
    if (relation.kind === "equal") return [relation.ids];
    return relation.kind === "complement" ? [relation.parts] : [];
  });
  for (let before = -1; before < coarse.size;) {
    before = coarse.size;
    for (const ids of linked) if (ids.some((id) => coarse.has(id))) for (const id of ids) coarse.add(id);
  }
  return coarse;
}

function isOverAll({ subject }: Result, allTrusts: readonly string[]): boolean {
  return subject.group === undefined && subject.trusts.length === allTrusts.length && allTrusts.length > 1;
}
