import type { Result } from "../core/result.js";
import type { ShownSlice } from "./shown-slices.js";
import { listWords } from "./wording.js";

/**
 * Why a chart cannot be drawn, when none of the results it would show has a number; null when one has.
 *
 * @param what the numbers as a sentence has them: "milestone"
 */
export function nothingToDraw(
  results: readonly (Result | undefined)[],
  what: string,
): { readonly nothing: string } | null {
  const kinds = new Set(results.map((result) => result?.kind));
  if (kinds.has("estimate")) return null;
  if (kinds.has("suppressed"))
    return { nothing: `every ${what} is held back so that nobody can be recognised` };
  if (kinds.has("unavailable")) return { nothing: `no ${what} could be worked out from the answers` };
  return { nothing: `this release has no ${what}` };
}

/** What a chart says about numbers it cannot show; empty when it shows all. */
export function sayHeldBack(results: readonly (Result | undefined)[]): string {
  const held = results.filter((result) => result === undefined || result.kind === "suppressed").length;
  const absent = results.filter((result) => result?.kind === "unavailable").length;
  const parts = [
    held > 0 && `${are(held)} held back so that nobody can be recognised, marked [c].`,
    absent > 0 && `${are(absent)} not available, marked [x].`,
  ];
  return parts.filter((part) => part !== false).join(" ");
}

/** What a chart by Trust says about the groups it leaves out; empty when it leaves out none. */
export function sayLeftOut(groups: readonly ShownSlice[]): string {
  const names = listWords(groups.map((group) => group.name));
  return groups.length === 0 ? "" : `Held back and left out: ${names}.`;
}

function are(count: number): string {
  return count === 1 ? "1 number is" : `${count} numbers are`;
}
