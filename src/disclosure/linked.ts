import type { Relation } from "../core/relation.js";
import type { Estimate, Result } from "../core/result.js";
import { isShare } from "./attack/share-cells.js";
import type { Policy } from "./policy.js";
import { derivable, suppress, tellsHidden } from "./primary.js";
import type { Circumstances } from "./primary.js";
import { stemOf } from "./slices-of.js";

/** Results of which a single one held back could be worked out from the rest. */
interface LinkedSet {
  readonly ids: readonly string[];
  /** The number the set adds up to or averages to; known while it is shown. Null when it is known anyway (100%). */
  readonly total: string | null;
  /** Which goes with a hidden one: that on the fewest people, or, of sums of money, the largest, so that it covers. */
  readonly goes: "fewest people" | "largest";
}

/**
 * Of means, changes, medians and money, whose possible values the attacker of `attack/` does not go through: hold back further
 * results wherever those held back could be worked out, alone or as a sum, until nothing changes: the groups of Trusts of a
 * pooled number, the levels of a subgroup beside it, shares that add up to one, and sums of money. Shares of people who
 * answered are left to `suppressDerivable`.
 *
 * @param results at the grain of the release, primary ones already suppressed
 * @param before the estimates as they came to the gate, by id
 */
export function suppressLinked(
  results: readonly Result[],
  relations: readonly Relation[],
  before: ReadonlyMap<string, Estimate>,
  policy: Policy,
  allTrusts: readonly string[],
  hiddenCosts: Circumstances["hiddenCosts"] = [],
): readonly Result[] {
  const byId = new Map(results.map((result) => [result.id, result]));
  const sets = linkedSets(byId, relations, allTrusts);
  for (let changed = true; changed;) {
    changed = false;
    for (const set of sets) {
      const next = nextToGo(set, byId, before, policy, hiddenCosts);
      if (next === null) continue;
      byId.set(next.id, suppress(next, derivable));
      changed = true;
    }
  }
  return results.map((result) => byId.get(result.id)!);
}

function linkedSets(
  byId: ReadonlyMap<string, Result>,
  relations: readonly Relation[],
  allTrusts: readonly string[],
): readonly LinkedSet[] {
  const others = [...byId.values()].filter((result) => !isShare(result));
  const there = new Set(others.map(({ id }) => id));
  const allThere = (ids: readonly string[]) => ids.every((id) => there.has(id));
  const declared = relations.flatMap((relation): readonly LinkedSet[] => {
    if (relation.kind === "complement" && allThere(relation.parts)) {
      return [{ ids: relation.parts, total: null, goes: "fewest people" }];
    }
    if (relation.kind === "sum" && allThere([relation.total, ...relation.parts])) {
      return [{ ids: relation.parts, total: relation.total, goes: "largest" }];
    }
    return [];
  });
  const equal = relations.flatMap((relation) => (relation.kind === "equal" ? pairsOf(relation.ids) : []));
  const aliases = equal
    .filter(allThere)
    .map((ids): LinkedSet => ({ ids, total: null, goes: "fewest people" }));
  return [...declared, ...aliases, ...families(others, allTrusts)];
}

function pairsOf(ids: readonly string[]): readonly (readonly string[])[] {
  return ids.slice(1).map((id) => [ids[0]!, id]);
}

/** Parts of one number over all Trusts: its groups of Trusts, and the levels of each subgroup. */
function families(results: readonly Result[], allTrusts: readonly string[]): readonly LinkedSet[] {
  const byStem = new Map<string, Result[]>();
  for (const result of results) {
    const stem = stemOf(result, allTrusts);
    if (stem !== null) byStem.set(stem, [...(byStem.get(stem) ?? []), result]);
  }
  return [...byStem.values()].flatMap((members) => {
    const total = members.find(({ subject }) => !subject.group && subject.trusts.length === allTrusts.length);
    if (!total) return [];
    const parts = members.filter((one) => one !== total);
    const kinds = [...new Set(parts.map(({ subject }) => subject.group?.variable ?? ""))];
    return kinds.map((kind): LinkedSet => {
      const ids = parts.filter(({ subject }) => (subject.group?.variable ?? "") === kind).map(({ id }) => id);
      return { ids, total: total.id, goes: "fewest people" };
    });
  });
}

/**
 * What must go too, if anything. With the total shown, the hidden parts are known as one cell, their sum: one part
 * alone is not enough, and several are only if that cell would be safe by itself, of people or of money. With the
 * total hidden, not every part may be shown. The total goes when no part is left.
 */
function nextToGo(
  { ids, total, goes }: LinkedSet,
  byId: ReadonlyMap<string, Result>,
  before: ReadonlyMap<string, Estimate>,
  policy: Policy,
  hiddenCosts: Circumstances["hiddenCosts"],
): Estimate | null {
  const parts = ids.map((id) => byId.get(id)!);
  const whole = total === null ? undefined : byId.get(total);
  const hidden = parts.filter((result) => result.kind === "suppressed");
  const shown = parts.filter((result) => result.kind === "estimate");
  if (whole?.kind === "suppressed") {
    if (hidden.length > 0 || shown.length < 2) return null;
  } else {
    if (hidden.length === 0) return null;
    const isSafe = () =>
      goes === "largest"
        ? isSafeMoney(hidden, before, policy, hiddenCosts)
        : isSafeSum(hidden, before, policy);
    if (hidden.length > 1 && (total === null || isSafe())) return null;
    if (shown.length === 0) return whole?.kind === "estimate" ? whole : null;
  }
  const weight = (result: Estimate) =>
    goes === "largest" ? -result.estimate : (before.get(result.id)?.n ?? 0);
  return [...shown].sort((a, b) => weight(a) - weight(b) || (a.id < b.id ? -1 : 1))[0]!;
}

/**
 * Whether the hidden parts of a sum of money, known as their sum, would pass as one: no group of Trusts spent nearly
 * all of it, and it is more than people's pay. Parts of no pounds cover nothing.
 */
function isSafeMoney(
  hidden: readonly Result[],
  before: ReadonlyMap<string, Estimate>,
  policy: Policy,
  hiddenCosts: Circumstances["hiddenCosts"],
): boolean {
  const parts = hidden.flatMap(({ id }) => before.get(id) ?? []).filter(({ estimate }) => estimate !== 0);
  if (parts.length < 2 || parts.every(({ settings }) => settings["personsPay"] === true)) return false;
  const pounds: Record<string, number> = {};
  for (const { contributions = {} } of parts)
    for (const [trust, amount] of Object.entries(contributions))
      pounds[trust] = (pounds[trust] ?? 0) + amount;
  return !tellsHidden(pounds, hiddenCosts, policy);
}

/** Whether the hidden parts, known as their sum, would pass as one cell: enough people, and not all of one answer. */
function isSafeSum(
  hidden: readonly Result[],
  before: ReadonlyMap<string, Estimate>,
  policy: Policy,
): boolean {
  const cells = hidden.flatMap(({ id }) => before.get(id) ?? []);
  const people = cells.reduce((sum, { n }) => sum + n, 0);
  if (people < policy.minimumPeople) return false;
  const [first] = cells;
  if (!first || cells.some(({ count }) => count === undefined)) return true;
  const count = cells.reduce((sum, cell) => sum + (cell.count ?? 0), 0);
  const { everyone, fewest } = policy.shares[first.subject.sensitivity];
  return everyone === "shown" || Math.min(count, people - count) >= fewest.pooled;
}
