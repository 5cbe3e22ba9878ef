import { restsOnCohort } from "../../ledger/slices.js";
import { sliceOf } from "../../slices-of.js";
import { trustSlug } from "../../../core/result.js";
import { breachesOf } from "../breaches.js";
import type { Memory } from "../breaches.js";
import { Contradiction } from "../contradiction.js";
import { systemOfCosts } from "../costs.js";
import { sayAllOf, startDraft } from "../draft.js";
import type { Breach } from "../system.js";
import { mayBeOne } from "./differing.js";
import { fromHeldId, heldId, shownBy } from "./held.js";
import type { Held } from "./held.js";

/** A number of IMGs of some Trusts that two releases tell more closely together than either may. */
export interface ImgsTold extends Breach {
  /** Place of the release that shows it so rounded. */
  readonly held: number;
}

/** What was found of the IMGs of some Trusts between releases, two at a time. */
export interface ImgsBetween {
  readonly imgs: readonly ImgsTold[];
  /**
   * Places of two releases of which nobody can say whether numbers of IMGs follow: Trusts whose counts and costs agree cannot
   * all have stayed the same.
   */
  readonly imgsNotTried: readonly (readonly [number, number])[];
}

/**
 * Numbers of IMGs that follow from two releases between which the cohort of some Trusts changed. Those whose counts and costs
 * agree throughout are taken not to have changed: then what the numbers over all Trusts grew by is what the others did.
 * Two releases at a time, of the same groups of Trusts. Where all of it agrees the releases are put together elsewhere.
 */
export function imgsBetween(all: readonly Held[], memory: Memory): ImgsBetween {
  const groups = all.map(({ released }) => JSON.stringify(released.groups));
  const pairs = all.flatMap((_, later) =>
    all
      .slice(0, later)
      .flatMap((_, earlier): (readonly [number, number])[] =>
        groups[earlier] === groups[later] ? [[earlier, later]] : [],
      ),
  );
  const tried = pairs.map((places) => ({ places, found: imgsOfPair(all, places, memory) }));
  return {
    imgs: tried.flatMap(({ found }) => found ?? []),
    imgsNotTried: tried.flatMap(({ places, found }) => (found === null ? [places] : [])),
  };
}

/** Who answered, or was linked, may differ where the cohort does not: see `unchangedSlices`. */
const ofAnswers = /\bflow\/(answered|linked)-/;

/** What follows from two releases; null where they contradict each other with the Trusts that agree taken to be unchanged. */
function imgsOfPair(
  all: readonly Held[],
  places: readonly [number, number],
  memory: Memory,
): readonly ImgsTold[] | null {
  const [one, other] = [all[places[0]]!, all[places[1]]!];
  const slices = one.released.groups.map((group) => trustSlug(group, one.released.groups.flat()));
  const same = unchangedSlices(one, other);
  if (same.size === 0 || slices.every((slice) => same.has(slice))) return [];
  const draft = startDraft();
  const numbers = [one, other].flatMap(({ released, policy }, at): readonly ImgsTold["protected"][] => {
    const { system, protected: own } = systemOfCosts(released, policy);
    const place = system.unknowns.map(({ name, whole }) => {
      const isShared = !ofAnswers.test(name) && same.has(name.slice(name.lastIndexOf("/") + 1));
      const own = isShared ? name : `${places[at]!} ${name}`;
      return whole ? draft.people(own) : draft.amount(own);
    });
    const moved = sayAllOf(system, place, (id) => heldId(places[at]!, id), draft);
    return own.map((number) => ({
      ...number,
      id: heldId(places[at]!, number.id),
      terms: moved(number.terms),
    }));
  });
  try {
    return breachesOf(draft.system(), numbers, memory).flatMap((breach): readonly ImgsTold[] => {
      if (new Set(breach.from.map((id) => fromHeldId(id).held)).size < 2) return [];
      const { held, id } = fromHeldId(breach.protected.id);
      return [{ ...breach, protected: { ...breach.protected, id }, held }];
    });
  } catch (error) {
    if (error instanceof Contradiction) return null;
    throw error;
  }
}

/** Groups of Trusts of which both releases show counts of the cohort or costs, and none that differs. */
function unchangedSlices(one: Held, other: Held): ReadonlySet<string> {
  const all = one.released.groups.flat();
  const after = shownBy(other);
  const agrees = new Map<string, boolean>();
  for (const [quantity, result] of shownBy(one)) {
    const now = after.get(quantity);
    if (!now || result.subject.group || !restsOnCohort(result.subject)) continue;
    const slice = sliceOf(result, all);
    if (result.subject.measure !== "flow" && result.subject.measure !== "cost") continue;
    agrees.set(slice, (agrees.get(slice) ?? true) && mayBeOne(result, now));
  }
  agrees.delete(trustSlug(all, all));
  return new Set([...agrees].flatMap(([slice, isSame]) => (isSame ? [slice] : [])));
}
