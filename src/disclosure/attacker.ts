import { onceEach } from "../core/once.js";
import type { Relation } from "../core/relation.js";
import { breachesOf, emptyMemory } from "./attack/breaches.js";
import type { Memory } from "./attack/breaches.js";
import { Contradiction } from "./attack/contradiction.js";
import { nearestTo } from "./attack/needed.js";
import { partsOf, placed } from "./attack/parts.js";
import { sidesFor } from "./attack/say-shares.js";
import { systemOf } from "./attack/system-of.js";
import type { Protected, System } from "./attack/system.js";
import { Unproven } from "./attack/unproven.js";
import type { Policy } from "./policy.js";
import type { Released } from "./released.js";
import type { Found } from "./lose-least.js";

/** What an attacker found in parts of releases, by all that it depends on; it may be kept for the next gate. */
export type AttackMemory = Map<string, readonly Found[]>;

/**
 * An attacker for many releases of one study that differ in a few results: only what is new of the system is solved, and
 * the order of results and relations plays no part.
 *
 * @param known what was found before, to which is added; it changes nothing but the time taken
 */
export function attackerOf(
  policy: Policy,
  allTrusts: readonly string[],
  known: AttackMemory = new Map(),
): (released: Released) => readonly Found[] {
  const memory = emptyMemory();
  const sidesOf = sidesFor(policy, allTrusts);
  const keyOf = onceEach((relation: Relation) => JSON.stringify(relation));
  return (released) => {
    const { system, protected: numbers } = systemOf(inOrder(released, keyOf), policy, sidesOf);
    return partsWith(system, numbers).flatMap((part) => {
      const key = JSON.stringify(part);
      const found = known.get(key) ?? foundOf(part.system, part.numbers, memory);
      known.set(key, found);
      return found;
    });
  };
}

/** What is given away. Where the released numbers fit nothing, as they cannot, each number counts as given away. */
function foundOf(system: System, numbers: readonly Protected[], memory: Memory): readonly Found[] {
  try {
    return breachesOf(system, numbers, memory, "apart").map((breach) => ({
      id: breach.protected.id,
      from: breach.from,
      isProven: breach.isProven,
    }));
  } catch (error) {
    if (!(error instanceof Contradiction || error instanceof Unproven)) throw error;
    return numbers.map(({ id, terms }) => ({ id, from: nearestTo(system, terms), isProven: false }));
  }
}

/** The parts of a system that hang together, each with the protected numbers in it. */
function partsWith(
  system: System,
  numbers: readonly Protected[],
): readonly { readonly system: System; readonly numbers: readonly Protected[] }[] {
  const parts = partsOf(
    system,
    numbers.map(({ terms }) => terms),
  );
  const partOf = new Map(
    parts.flatMap((part) => [...part.place.keys()].map((unknown) => [unknown, part] as const)),
  );
  const ofPart = new Map(parts.map((part) => [part, [] as Protected[]]));
  for (const number of numbers) {
    const part = partOf.get(number.terms[0]!.unknown)!;
    ofPart.get(part)!.push({ ...number, terms: placed(number.terms, part.place) });
  }
  return parts.map((part) => ({ system: part.system, numbers: ofPart.get(part)! }));
}

function inOrder(released: Released, keyOf: (relation: Relation) => string): Released {
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return {
    ...released,
    results: [...released.results].sort((a, b) => compare(a.id, b.id)),
    relations: [...(released.relations ?? [])].sort((a, b) => compare(keyOf(a), keyOf(b))),
  };
}
