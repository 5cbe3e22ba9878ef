import type { Relation } from "../../core/relation.js";
import { behindReleased } from "../behind.js";
import type { Policy } from "../policy.js";
import type { Released } from "../released.js";
import { sumOf } from "./draft.js";
import type { Draft } from "./draft.js";
import { possiblePairs } from "./possible-pairs.js";
import type { ShareCell } from "./share-cells.js";

/** A question, and the share that counts everybody who was asked it. */
interface Nested {
  readonly asked: ShareCell;
  readonly of: ShareCell;
}

/**
 * Nobody stands behind a rating of usefulness who was not counted among those who received it, where the release says so. Of a
 * rating that is held back the most who can have given it, from `sayMostAsked`, say nearly as much and tie no two questions to
 * one another.
 */
export function sayNested(cells: readonly ShareCell[], { relations }: Released, draft: Draft): void {
  for (const { asked, of } of nestedIn(cells, relations))
    if (asked.result.kind === "estimate") draft.say(sumOf([asked.people], [of.counted]), null, 0, []);
}

/** The most people who can have rated something, from the share who received it alone. */
export function sayMostAsked(
  cells: readonly ShareCell[],
  { groups, relations }: Released,
  policy: Policy,
  draft: Draft,
): void {
  for (const { asked, of } of nestedIn(cells, relations)) {
    const { result } = of;
    if (result.kind !== "estimate") continue;
    const counts = possiblePairs(result, behindReleased(result, policy, groups.flat())).map(
      ({ count }) => count,
    );
    if (counts.length > 0) draft.say(sumOf([asked.people]), null, Math.max(...counts), [result.id]);
  }
}

function nestedIn(cells: readonly ShareCell[], relations: readonly Relation[] = []): readonly Nested[] {
  const byId = new Map(cells.map((cell) => [cell.result.id, cell]));
  return relations.flatMap((relation): readonly Nested[] => {
    if (relation.kind !== "asked") return [];
    const [asked, of] = [byId.get(relation.asked), byId.get(relation.of)];
    return asked && of && asked.result.kind !== "unavailable" ? [{ asked, of }] : [];
  });
}
