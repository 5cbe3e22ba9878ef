import type { Relation } from "../core/relation.js";
import type { Result } from "../core/result.js";
import { derivable, suppress } from "./primary.js";

type Weighing = Pick<Extract<Relation, { readonly kind: "again" }>, "again" | "parts">;

/**
 * Numbers that weigh others once more go when one of those others is not shown, and then those that weigh them. So does a change
 * with the score at either end of it: where everybody answered both times, it is the one less the other. Done last:
 * their going tells nothing of any other number.
 */
export function suppressAgain(results: readonly Result[], relations: readonly Relation[]): readonly Result[] {
  const weighings = relations.flatMap((relation): readonly Weighing[] => {
    if (relation.kind === "again") return [relation];
    if (relation.kind !== "change") return [];
    return [{ again: relation.change, parts: [relation.before, relation.after] }];
  });
  const there = new Set(results.map(({ id }) => id));
  const hidden = new Set(results.flatMap(({ kind, id }) => (kind === "suppressed" ? [id] : [])));
  for (let before = -1; before < hidden.size;) {
    before = hidden.size;
    for (const { again, parts } of weighings)
      if (there.has(again) && parts.some((id) => hidden.has(id))) hidden.add(again);
  }
  return results.map((result) =>
    result.kind !== "suppressed" && hidden.has(result.id) ? suppress(result, derivable) : result,
  );
}
