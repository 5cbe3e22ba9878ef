import { minimumOfProfile } from "../policy.js";
import type { ReleaseEntry } from "./entry.js";
import type { Minimums } from "./slices.js";

/**
 * By how few a release may differ from an earlier one: as the stricter of their two policies asks, since whoever holds the
 * earlier one was promised no less by it. An entry that does not say goes by the name of its profile.
 *
 * @example minimumsBeside({ people: 5, trusts: 3 }, { profile: "pilot" }) // => { people: 10, trusts: 3 }
 */
export function minimumsBeside(
  own: Minimums,
  { minimums, profile }: Pick<ReleaseEntry, "minimums" | "profile">,
): Minimums {
  const ofProfile: Readonly<Record<string, number>> = minimumOfProfile();
  const earlier = minimums ?? { people: ofProfile[profile] ?? 0, trusts: 0 };
  return {
    people: Math.max(own.people, earlier.people),
    trusts: Math.max(own.trusts, earlier.trusts),
  };
}
