import type { Result } from "../core/result.js";
import type { PublicStudy } from "../study/public-study.js";
import type { ShownSlice } from "./shown-slices.js";
import { whyNotShown } from "./why-not-shown.js";
import { countOf, listWords } from "./wording.js";

/**
 * Why a chart cannot be drawn, when none of the results it would show has a number; null when one has.
 *
 * @param what the numbers as a sentence has them: "milestone"
 */
export function nothingToDraw(
  results: readonly (Result | undefined)[],
  what: string,
  study: PublicStudy,
): { readonly nothing: string } | null {
  const kinds = new Set(results.map((result) => result?.kind));
  if (kinds.has("estimate")) return null;
  if (kinds.has("suppressed")) {
    const reasons = heldBackBy(
      results.filter((result) => result?.kind === "suppressed"),
      study,
    ).map(({ reason }) => reason);
    return {
      nothing: reasons.every((reason) => reason.startsWith("held back"))
        ? `every ${what} is ${reasons.join(", or ")}`
        : `no ${what} is shown: ${reasons.join("; ")}`,
    };
  }
  if (kinds.has("unavailable")) return { nothing: `no ${what} could be worked out from the answers` };
  return { nothing: `this release has no ${what}` };
}

/**
 * What a chart says about numbers it cannot show, and why; empty when it shows all. It counts what anybody can count in its
 * table.
 *
 * @param place `marked` where [c] and [x] stand in the chart in place of a number, `left out` where nothing does, as in a line
 */
export function sayHeldBack(
  results: readonly (Result | undefined)[],
  place: "marked" | "left out",
  study: PublicStudy,
): string {
  const absent = results.filter((result) => result?.kind === "unavailable").length;
  const of = (count: number) => `${count} of ${countOf(results.length, "number")}`;
  const mark = (letter: string) => (place === "marked" ? ` (marked [${letter}])` : "");
  return sentences(
    ...heldBackBy(results, study).map(
      ({ reason, count }) => `Not shown: ${of(count)}, ${reason}${mark("c")}.`,
    ),
    absent > 0 ? `Not available: ${of(absent)}${mark("x")}.` : "",
  );
}

/** How many numbers are not shown for each reason that may be told. */
function heldBackBy(
  results: readonly (Result | undefined)[],
  study: PublicStudy,
): readonly { readonly reason: string; readonly count: number }[] {
  const reasons = results.flatMap((result) =>
    result === undefined || result.kind === "suppressed" ? [whyNotShown(result, study)] : [],
  );
  return [...new Set(reasons)].map((reason) => ({
    reason,
    count: reasons.filter((one) => one === reason).length,
  }));
}

/** Sentences in a row, a space between them; empty ones are left out. */
export function sentences(...said: readonly string[]): string {
  return said.filter((sentence) => sentence !== "").join(" ");
}

/** What a chart by Trust says about the groups it leaves out, and why; empty when it leaves out none. */
export function sayLeftOut(
  groups: readonly ShownSlice[],
  resultsOf: (group: ShownSlice) => readonly (Result | undefined)[],
  study: PublicStudy,
): string {
  const told = groups.map((group) => ({ group, why: whyLeftOut(resultsOf(group), study) }));
  const reasons = [...new Set(told.map(({ why }) => why))];
  return sentences(
    ...reasons.map((reason) => {
      const names = told.filter(({ why }) => why === reason).map(({ group }) => group.name);
      return `${reason}: ${listWords(names)}.`;
    }),
  );
}

function whyLeftOut(results: readonly (Result | undefined)[], study: PublicStudy): string {
  const absent = results.flatMap((result) => (result?.kind === "unavailable" ? [result.reason] : []));
  if (absent.length > 0 && absent.length === results.length)
    return `Not available and left out, ${[...new Set(absent)].join(", or ")}`;
  const reasons = heldBackBy(results, study).map(({ reason }) => reason);
  return reasons.length === 1 && !reasons[0]!.includes("recognised")
    ? `Left out, ${reasons[0]!}`
    : "Held back and left out";
}
