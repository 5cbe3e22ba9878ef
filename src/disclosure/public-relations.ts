import type { Relation } from "../core/relation.js";
import type { Result } from "../core/result.js";

/**
 * The relations that anybody can tell from what the results are called or from the forms: sums, shares that add up to one,
 * shares of all Trusts, ratios, questions put to those counted in a share, and one number under several names, as far as the
 * release holds the results or says that it holds them back. Overlaps are left out: they say which Trust spent on what.
 */
export function publicRelations(
  relations: readonly Relation[],
  results: readonly Result[],
): readonly Relation[] {
  const there = new Set(results.map(({ id }) => id));
  return relations.filter((relation) => idsOf(relation).every((id) => there.has(id)));
}

/** Ids of an open relation; an id that no result has for one that is not open. */
function idsOf(relation: Relation): readonly string[] {
  switch (relation.kind) {
    case "sum":
    case "pooled":
      return [relation.total, ...relation.parts];
    case "complement":
      return relation.parts;
    case "equal":
      return relation.ids;
    case "asked":
      return [relation.asked, relation.of];
    case "ratio":
      return [relation.ratio, relation.numerator, relation.denominator];
    case "change":
    case "again":
    case "overlap":
    case "cells":
      return [""];
  }
}
