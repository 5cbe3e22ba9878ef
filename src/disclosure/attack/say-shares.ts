import type { Estimate } from "../../core/result.js";
import type { Draft } from "./draft.js";
import { possiblePairs, sidesAround } from "./possible-pairs.js";
import type { HalfPlane } from "./possible-pairs.js";
import type { ShareCell } from "./share-cells.js";

/**
 * What each share says of the two numbers behind it: by its rounded estimate, number of people and limits. One that no numbers
 * of people give says what cannot be true.
 */
export function sayShares(cells: readonly ShareCell[], draft: Draft): void {
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

const found = new Map<string, readonly HalfPlane[]>();

/** Many shares are released alike; the sides around each are worked out once. */
function sidesOf({ estimate, n, precision, nPrecision, interval }: Estimate): readonly HalfPlane[] {
  const limits = interval?.method === "Wilson" ? [interval.low, interval.high, interval.level] : [];
  const key = [estimate, n, precision, nPrecision, ...limits].join();
  const known = found.get(key);
  if (known) return known;
  const sides = sidesAround(possiblePairs({ estimate, n, precision, nPrecision, interval }));
  found.set(key, sides);
  return sides;
}
