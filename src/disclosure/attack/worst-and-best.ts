import type { Policy } from "../policy.js";
import type { Released } from "../released.js";
import { behindReleased } from "../behind.js";
import { stemOf } from "../slices-of.js";
import { sumOf } from "./draft.js";
import type { Draft } from "./draft.js";
import { possiblePairs, sidesAround } from "./possible-pairs.js";
import type { ShareCell } from "./share-cells.js";

/**
 * What the least and the most favourable case over everyone invited say of an outcome: in the one, those who gave one of the
 * two best answers are counted; in the other, all who gave no answer are counted too.
 */
export function sayWorstAndBest(
  { results, groups }: Released,
  cells: readonly ShareCell[],
  policy: Policy,
  draft: Draft,
): void {
  const all = groups.flat();
  const byId = new Map(cells.map((cell) => [cell.result.id, cell]));
  for (const one of results) {
    const { measure, wave, level } = one.subject;
    if (one.kind !== "estimate" || measure !== "bounds" || one.unit !== "proportion") continue;
    const [, item, slice] = /^bounds\/([^/]*)\/.*\/(?:worst|best)\/(.*)$/.exec(one.id) ?? [];
    const best = byId.get(`outcome/${item}/${wave}/top-two/${slice}`);
    if (!best || stemOf(one, all) === null) continue;
    const counted = draft.people(`people counted, ${one.id}`);
    const invited = draft.people(`people, ${one.id}`);
    for (const side of sidesAround(possiblePairs(one, behindReleased(one, policy, all)))) {
      const terms = [
        { unknown: invited, times: side.people },
        { unknown: counted, times: side.counted },
      ].filter(({ times }) => times !== 0);
      draft.say(terms, null, side.high, [one.id]);
    }
    draft.say(sumOf([invited], [draft.people(`people, flow/invited/${slice}`)]), null, 0, []);
    const response = byId.get(`response/${wave}/${slice}`);
    if (response?.result.kind === "estimate") draft.say(sumOf([invited], [response.people]), 0, 0, []);
    if (level === "worst") draft.say(sumOf([counted], [best.counted]), 0, 0, []);
    else draft.say(sumOf([counted, best.people], [best.counted, invited]), 0, 0, []);
  }
}
