import type { Relation } from "../core/relation.js";
import type { Result } from "../core/result.js";
import { isPooled } from "./grain.js";
import type { Way } from "./least.js";

/** How much a reader needs a number: those over all Trusts carry the report, those of subgroups stand in its tables. */
const ofSlice = { pooled: 10, byTrust: 2, subgroup: 1 };
/** What a Trust did is what the evaluation is about; what people think is shown in several ways. */
const ofSensitivity = { service: 2, opinion: 1, personal: 1 };
/** Of the worth of a number over all Trusts, what is lost when it is rounded as a Trust's is. */
const ofCoarser = 0.1;
/** Where a number is held back already, another beside it is missed less than in a line that is whole. */
const besideHeldBack = 0.9;

/**
 * What is lost by telling less of a result: the people behind it, times how much a reader needs it. It is worked out from
 * what the release shows anyway, its rounded numbers of people, the kind of result and which lines have numbers held back
 * on their own account; never from a value, so that the choice tells nothing of one.
 *
 * @param results as they would be released, with those held back on their own account
 */
export function lossesOf(
  results: readonly Result[],
  relations: readonly Relation[],
  allTrusts: readonly string[],
): (way: Way) => number {
  const byId = new Map(results.map((result) => [result.id, result]));
  const broken = brokenLines(byId, relations);
  return ({ id, less }) => {
    const worth = worthOf(byId.get(id), allTrusts) * (broken.has(id) ? besideHeldBack : 1);
    return less === "coarser" ? worth * ofCoarser : worth;
  };
}

function worthOf(result: Result | undefined, allTrusts: readonly string[]): number {
  if (result === undefined) return 1;
  const { subject } = result;
  const slice = subject.group ? "subgroup" : isPooled(result, allTrusts) ? "pooled" : "byTrust";
  const people = result.kind === "estimate" ? Math.max(1, result.n) : 1;
  return people * ofSlice[slice] * ofSensitivity[subject.sensitivity];
}

/** Results that stand in one relation with a result that is held back. */
function brokenLines(byId: ReadonlyMap<string, Result>, relations: readonly Relation[]): ReadonlySet<string> {
  const lines = relations.flatMap((relation): readonly (readonly string[])[] => {
    if (relation.kind === "sum" || relation.kind === "pooled") return [[relation.total, ...relation.parts]];
    return relation.kind === "complement" ? [relation.parts] : [];
  });
  return new Set(lines.filter((ids) => ids.some((id) => byId.get(id)?.kind === "suppressed")).flat());
}
