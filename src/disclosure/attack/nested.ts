import { sumOf } from "./draft.js";
import type { Draft } from "./draft.js";
import type { ShareCell } from "./share-cells.js";

/**
 * Who was asked what: how useful a component was is asked of those who received it at least in part. So nobody stands behind
 * the one number who was not counted in the other, whichever of them is shown.
 */
export function sayNested(cells: readonly ShareCell[], draft: Draft): void {
  const byPlace = new Map(cells.map((cell) => [`${cell.stem} ${cell.slice}`, cell]));
  for (const { result, stem, slice, people } of cells) {
    if (result.subject.measure !== "gap" || result.subject.level !== "useful") continue;
    if (result.kind === "suppressed") continue;
    const received = byPlace.get(`${stem.replace(/useful$/, "provided")} ${slice}`);
    if (received) draft.say(sumOf([people], [received.counted]), null, 0, []);
  }
}
