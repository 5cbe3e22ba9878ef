import type { Relation } from "../../core/relation.js";
import { trustSlug } from "../../core/result.js";
import { sumOf } from "./draft.js";
import type { Draft } from "./draft.js";
import type { ShareCell } from "./share-cells.js";

/**
 * What adds up: the groups of Trusts to all Trusts, in people counted and in people; the levels of a subgroup to no more
 * than all, since some gave no answer to it; and the shares of the same people that cover every answer to all of them.
 *
 * @param groups the groups of Trusts that are shown
 */
export function sayAddingUp(
  cells: readonly ShareCell[],
  groups: readonly (readonly string[])[],
  relations: readonly Relation[],
  draft: Draft,
): void {
  const all = groups.flat();
  const ofAll = trustSlug(all, all);
  const byStem = new Map<string, ShareCell[]>();
  for (const cell of cells) byStem.set(cell.stem, [...(byStem.get(cell.stem) ?? []), cell]);
  for (const kin of byStem.values()) {
    const whole = kin.find(({ slice }) => slice === ofAll);
    if (!whole) continue;
    sayGroups(whole, kin, groups, draft);
    saySubgroups(whole, kin, draft);
  }
  const byId = new Map(cells.map((cell) => [cell.result.id, cell]));
  for (const relation of relations) sayRelation(relation, byId, draft);
}

function sayGroups(
  whole: ShareCell,
  kin: readonly ShareCell[],
  groups: readonly (readonly string[])[],
  draft: Draft,
): void {
  const all = groups.flat();
  const slices = groups.map((trusts) => trustSlug(trusts, all));
  const parts = kin.filter(({ slice }) => slices.includes(slice));
  if (parts.length === 0 || slices.includes(whole.slice)) return;
  const high = parts.length === slices.length ? 0 : null;
  sayParts(whole, parts, high, draft);
}

function saySubgroups(whole: ShareCell, kin: readonly ShareCell[], draft: Draft): void {
  const variables = new Set(kin.flatMap(({ result }) => result.subject.group?.variable ?? []));
  for (const variable of variables)
    sayParts(
      whole,
      kin.filter(({ result }) => result.subject.group?.variable === variable),
      null,
      draft,
    );
}

/** The whole less its parts is nobody, or somebody where people may be in none of them; counted or not. */
function sayParts(whole: ShareCell, parts: readonly ShareCell[], high: 0 | null, draft: Draft): void {
  const counted = sumOf(
    [whole.counted],
    parts.map((part) => part.counted),
  );
  const people = sumOf(
    [whole.people],
    parts.map((part) => part.people),
  );
  const notCounted = sumOf(
    [whole.people, ...parts.map((part) => part.counted)],
    [whole.counted, ...parts.map((part) => part.people)],
  );
  draft.say(counted, 0, high, []);
  if (high === 0) draft.say(people, 0, 0, []);
  else draft.say(notCounted, 0, null, []);
}

function sayRelation(relation: Relation, byId: ReadonlyMap<string, ShareCell>, draft: Draft): void {
  if (relation.kind === "complement") {
    const parts = relation.parts.flatMap((id) => byId.get(id) ?? []);
    if (parts.length < relation.parts.length) return;
    draft.say(
      sumOf(
        parts.map((part) => part.counted),
        [parts[0]!.people],
      ),
      0,
      0,
      [],
    );
    for (const part of parts.slice(1)) saySame(parts[0]!.people, part.people, draft);
  }
  if (relation.kind === "sum") {
    const whole = byId.get(relation.total);
    const parts = relation.parts.flatMap((id) => byId.get(id) ?? []);
    if (!whole || parts.length < relation.parts.length) return;
    draft.say(
      sumOf(
        [whole.counted],
        parts.map((part) => part.counted),
      ),
      0,
      0,
      [],
    );
    for (const part of parts) saySame(whole.people, part.people, draft);
  }
  if (relation.kind === "equal") {
    const [first, ...others] = relation.ids.flatMap((id) => byId.get(id) ?? []);
    for (const other of others) {
      saySame(first!.counted, other.counted, draft);
      saySame(first!.people, other.people, draft);
    }
  }
}

function saySame(one: number, other: number, draft: Draft): void {
  if (one !== other) draft.say(sumOf([one], [other]), 0, 0, []);
}
