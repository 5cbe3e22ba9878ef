import type { Result } from "../core/result.js";
import type { ShownSlice } from "./shown-slices.js";
import { countOf, listWords } from "./wording.js";

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

/**
 * What a chart says about numbers it cannot show; empty when it shows all. It counts what anybody can count in its table.
 *
 * @param place `marked` where [c] and [x] stand in the chart in place of a number, `left out` where nothing does, as in a line
 * @example sayHeldBack([undefined], "left out") // => "Not shown: 1 of 1 number, held back so that nobody can be recognised."
 */
export function sayHeldBack(results: readonly (Result | undefined)[], place: "marked" | "left out"): string {
  const held = results.filter((result) => result === undefined || result.kind === "suppressed").length;
  const absent = results.filter((result) => result?.kind === "unavailable").length;
  const of = (count: number) => `${count} of ${countOf(results.length, "number")}`;
  const mark = (letter: string) => (place === "marked" ? ` (marked [${letter}])` : "");
  return sentences(
    held > 0 ? `Not shown: ${of(held)}, held back so that nobody can be recognised${mark("c")}.` : "",
    absent > 0 ? `Not available: ${of(absent)}${mark("x")}.` : "",
  );
}

/** Sentences in a row, a space between them; empty ones are left out. */
export function sentences(...said: readonly string[]): string {
  return said.filter((sentence) => sentence !== "").join(" ");
}

/** What a chart by Trust says about the groups it leaves out; empty when it leaves out none. */
export function sayLeftOut(groups: readonly ShownSlice[]): string {
  const names = listWords(groups.map((group) => group.name));
  return groups.length === 0 ? "" : `Held back and left out: ${names}.`;
}
