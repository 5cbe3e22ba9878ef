import { leastLoss } from "./least.js";
import type { Demand, Less, Telling, Way } from "./least.js";

/** What an attacker finds in a release: a number that is given away, and the results that do so together. */
export interface Found {
  /** Id of the result behind which the number stands. */
  readonly id: string;
  readonly from: readonly string[];
  /** False when it could not be worked out whether they do: then each of them goes. */
  readonly isProven: boolean;
}

/** What is told less of, so that nothing is given away. */
export interface Choice {
  readonly telling: Telling;
  /** The results that each was held back, or told coarser, to protect: by id, in order of ids. */
  readonly beside: ReadonlyMap<string, readonly string[]>;
}

/** Rounds in which the whole choice is made afresh; after them, what is told less of stays so until all is safe. */
const freshRounds = 30;
/** Rounds after which what was asked first may be needed no more, since others were held back or told coarser meanwhile. */
const settledRounds = 5;
/** Rounds in which one of the results that give a number away goes; after them, all of them go at once. */
const sparingRounds = 60;

/**
 * Secondary suppression as one system. Attack what would be released; of the results that together give a number away, at
 * least one must be told less of; choose what loses least over all that was found so far; attack again, until nothing is
 * found. Whatever is safe meets every demand found on the way, so a choice that is the least for them and safe is the least of
 * all (implicit hitting sets: Moreno-Centeno and Karp 2013, Oper Res 61:453-468). What turns out not to be needed at the end,
 * since others that go changed how it is rounded, is put back.
 *
 * @param attack what is found in a release that tells less of some results; the same for the same telling
 * @param lossOf what is lost by telling less of a result
 * @param canBeCoarser whether a result could be told coarser, without being held back
 * @param rounds rounds of fresh choice, and rounds after which all results that give a number away are held back
 */
export function loseLeast(
  attack: (telling: Telling) => readonly Found[],
  lossOf: (way: Way) => number,
  canBeCoarser: (id: string) => boolean = () => false,
  rounds = { fresh: freshRounds, sparing: sparingRounds },
): Choice {
  const demands: (Demand & { readonly id: string })[] = [];
  let telling: Telling = new Map<string, Less>();
  let proven = true;
  let round = 1;
  for (; ; round++) {
    const found = attack(telling);
    const next = found.flatMap((one) => demandOf(one, telling, canBeCoarser));
    if (next.length === 0) break;
    demands.push(...next);
    if (round > rounds.sparing) {
      telling = withAll(telling, next);
      continue;
    }
    const isFresh = round <= rounds.fresh;
    const chosen = leastLoss(demands, lossOf, isFresh ? undefined : telling);
    telling = chosen.telling;
    proven = isFresh && chosen.proven;
  }
  if (!proven || round > settledRounds) telling = putBack(telling, attack, lossOf);
  return { telling, beside: besideOf(telling, demands) };
}

/** At least one of the results must be told less of than now; nothing can be demanded where no result says it. */
function demandOf(
  { id, from, isProven }: Found,
  telling: Telling,
  canBeCoarser: (id: string) => boolean,
): readonly (Demand & { readonly id: string })[] {
  if (from.length === 0) return [];
  const whileHeldBack = telling.get(id) === "held back" ? id : null;
  if (!isProven) return from.map((one) => ({ id, anyOf: [{ id: one, less: "held back" }], whileHeldBack }));
  const anyOf = from.map((one): Way => {
    const coarser = canBeCoarser(one) && !telling.has(one);
    return { id: one, less: coarser ? "coarser" : "held back" };
  });
  return [{ id, anyOf, whileHeldBack }];
}

/** Every result that gives a number away held back: each such round leaves fewer, so that there is an end. */
function withAll(telling: Telling, demands: readonly Demand[]): Telling {
  const ids = demands.flatMap(({ anyOf }) => anyOf.map(({ id }) => id));
  return new Map([...telling, ...ids.map((id) => [id, "held back"] as const)]);
}

/** Without what turns out not to be needed, the worthiest first; again and again, since what goes back needs no protection. */
function putBack(
  telling: Telling,
  attack: (telling: Telling) => readonly Found[],
  lossOf: (way: Way) => number,
): Telling {
  const kept = new Map(telling);
  const worth = (id: string) => lossOf({ id, less: kept.get(id)! });
  const given = attack(kept).length;
  for (let before = Infinity; kept.size < before;) {
    before = kept.size;
    for (const id of [...kept.keys()].sort((a, b) => worth(b) - worth(a) || (a < b ? -1 : 1))) {
      const without = new Map(kept);
      without.delete(id);
      if (attack(without).length <= given) kept.delete(id);
    }
  }
  return kept;
}

function besideOf(
  telling: Telling,
  demands: readonly (Demand & { readonly id: string })[],
): ReadonlyMap<string, readonly string[]> {
  const beside = new Map([...telling.keys()].map((id) => [id, new Set<string>()]));
  for (const { id, anyOf } of demands)
    for (const way of anyOf) if (way.id !== id) beside.get(way.id)?.add(id);
  return new Map([...beside].map(([id, protects]) => [id, [...protects].sort()]));
}
