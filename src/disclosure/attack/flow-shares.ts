import type { Result } from "../../core/result.js";
import { sumOf } from "./draft.js";
import type { Draft } from "./draft.js";
import type { ShareCell } from "./share-cells.js";

/** Whether the flow of people tells both numbers behind a share, or bounds them. */
export function isOfFlow({ subject: { measure } }: Result): boolean {
  return measure === "response" || measure === "link-rate" || measure === "completion";
}

/**
 * Shares of the flow of people are told a second time by the flow itself: who answered, of those invited; who was linked, of
 * those who answered; whose form was finished, of those begun.
 */
export function sayFlowShares(cells: readonly ShareCell[], draft: Draft): void {
  for (const { result, slice, counted, people } of cells) {
    const { measure, wave, versus } = result.subject;
    if (result.kind === "unavailable") continue;
    const flow = (stage: string) => draft.people(`people, flow/${stage}/${slice}`);
    if (measure === "response") {
      draft.say(sumOf([people], [flow("invited")]), null, 0, []);
      draft.say(sumOf([counted], [flow(`answered-${wave}`)]), null, 0, []);
    }
    if (measure === "link-rate") {
      draft.say(sumOf([people], [flow(`answered-${wave}`)]), 0, 0, []);
      draft.say(sumOf([counted], [flow(`linked-${versus}-to-${wave}`)]), 0, 0, []);
    }
    if (measure === "completion") {
      draft.say(sumOf([counted], [flow(`answered-${wave}`)]), null, 0, []);
      draft.say(sumOf([people], [flow(`answered-${wave}`)]), 0, null, []);
    }
  }
}
