import { behindReleased } from "../behind.js";
import type { Policy } from "../policy.js";
import { sumOf } from "./draft.js";
import type { Draft } from "./draft.js";
import { possiblePairs } from "./possible-pairs.js";
import type { ShareCell } from "./share-cells.js";

/** How useful something was, and who received it at least in part: nobody else was asked. */
interface Nested {
  readonly useful: ShareCell;
  readonly received: ShareCell;
}

/**
 * Nobody stands behind a rating of usefulness who was not counted among those who received it. Of a rating that is held back
 * the most who can have given it, from `sayMostAsked`, say nearly as much and tie no two questions to one another.
 */
export function sayNested(cells: readonly ShareCell[], draft: Draft): void {
  for (const { useful, received } of nestedIn(cells))
    if (useful.result.kind === "estimate") draft.say(sumOf([useful.people], [received.counted]), null, 0, []);
}

/** The most people who can have rated something, from the share who received it alone. */
export function sayMostAsked(
  cells: readonly ShareCell[],
  policy: Policy,
  all: readonly string[],
  draft: Draft,
): void {
  for (const { useful, received } of nestedIn(cells)) {
    const { result } = received;
    if (result.kind !== "estimate") continue;
    const counts = possiblePairs(result, behindReleased(result, policy, all)).map(({ count }) => count);
    if (counts.length > 0) draft.say(sumOf([useful.people]), null, Math.max(...counts), [result.id]);
  }
}

function nestedIn(cells: readonly ShareCell[]): readonly Nested[] {
  const byPlace = new Map(cells.map((cell) => [`${cell.stem} ${cell.slice}`, cell]));
  return cells.flatMap((useful): readonly Nested[] => {
    const { measure, level } = useful.result.subject;
    if (measure !== "gap" || level !== "useful" || useful.result.kind === "unavailable") return [];
    const received = byPlace.get(`${useful.stem.replace(/useful$/, "provided")} ${useful.slice}`);
    return received ? [{ useful, received }] : [];
  });
}
