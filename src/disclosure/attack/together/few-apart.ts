import { isOfPeople } from "../../ledger/slices.js";
import { peopleBehind } from "./differing.js";
import type { Differing } from "./differing.js";
import type { Held } from "./held.js";

/** How many more people there are behind a number of one release than of another: few, as both releases tell. */
export interface FewApart extends Differing {
  /** People more in the second, at least and at most; below nought for fewer. */
  readonly more: { readonly low: number; readonly high: number };
  /** Fewest people that may be set apart: by the stricter of the two policies. */
  readonly minimum: number;
}

/**
 * Numbers that differ and of which the releases tell that few people more, or fewer, stand behind the one than behind the other.
 * What the two tell of these people is the difference of what they show. That as many left as joined no release says, so that
 * where the numbers of people may be equal nothing is found. Of all numbers of the same people at once, that which tells it
 * most closely.
 */
export function fewApart(differing: readonly Differing[], all: readonly Held[]): readonly FewApart[] {
  const closest = new Map<string, FewApart>();
  for (const one of differing) {
    const [before, after] = one.shown;
    if (!isOfPeople(before.result.subject)) continue;
    const [earlier, later] = [peopleBehind(before.result), peopleBehind(after.result)];
    const more = { low: later.low - earlier.high, high: later.high - earlier.low };
    const minimum = Math.max(...[before, after].map(({ held }) => all[held]!.policy.minimumPeople));
    if ((more.low <= 0 && more.high >= 0) || mostOf(more) >= minimum) continue;
    const { trusts, group } = before.result.subject;
    const key = JSON.stringify([before.held, after.held, one.data, trusts, group]);
    const known = closest.get(key);
    if (!known || mostOf(more) < mostOf(known.more)) closest.set(key, { ...one, more, minimum });
  }
  return [...closest.values()];
}

function mostOf({ low, high }: FewApart["more"]): number {
  return Math.max(-low, high);
}
