import { onceEach } from "../../core/once.js";
import type { Estimate } from "../../core/result.js";
import type { Policy } from "../policy.js";
import type { Draft } from "./draft.js";
import { behindReleased } from "../behind.js";
import { possiblePairs, sidesAround } from "./possible-pairs.js";
import type { HalfPlane } from "./possible-pairs.js";
import type { ShareCell } from "./share-cells.js";

/**
 * What each share says of the two numbers behind it: by its rounded estimate, number of people and limits. One that no numbers
 * of people give says what cannot be true.
 */
export function sayShares(cells: readonly ShareCell[], sidesOf: SidesOf, draft: Draft): void {
  for (const { result, counted, people } of cells) {
    draft.say(
      [
        { unknown: people, times: 1 },
        { unknown: counted, times: -1 },
      ],
      0,
      null,
      [],
    );
    if (result.kind === "unavailable") draft.say([{ unknown: people, times: 1 }], 0, 0, [result.id]);
    if (result.kind !== "estimate") continue;
    const sides = sidesOf(result);
    if (sides.length === 0) draft.say([{ unknown: people, times: 1 }], null, -1, [result.id]);
    for (const side of sides) {
      const terms = [
        { unknown: people, times: side.people },
        { unknown: counted, times: side.counted },
      ].filter(({ times }) => times !== 0);
      draft.say(terms, null, side.high, [result.id]);
    }
  }
}

/** The sides around the pairs that a share may stand for. */
export type SidesOf = (share: Estimate) => readonly HalfPlane[];

/** Many shares are released alike, and again in the next release; the sides around each are worked out once. */
export function sidesFor(policy: Policy, all: readonly string[]): SidesOf {
  const found = new Map<string, readonly HalfPlane[]>();
  return onceEach((share) => {
    const behind = behindReleased(share, policy, all);
    const { estimate, precision, interval } = share;
    const key = JSON.stringify([behind, estimate, precision, interval]);
    const sides = found.get(key) ?? sidesAround(possiblePairs(share, behind));
    found.set(key, sides);
    return sides;
  });
}
