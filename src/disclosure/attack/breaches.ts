import { anySolutionOnce } from "./any-solution.js";
import { explaining } from "./bounds.js";
import { withExtremes } from "./extremes.js";
import { narrowAmong } from "./narrow-among.js";
import type { Narrow, Watched } from "./narrow-among.js";
import { nearestTo, neededOf, saidWithout } from "./needed.js";
import { partsOf, placed } from "./parts.js";
import { simplify } from "./simplify.js";
import type { Breach, Protected, System, Term } from "./system.js";
import { tooNarrow } from "./too-narrow.js";

/**
 * What was found of parts of systems and of what gives a number away, by all that it depends on. Passed to the next search
 * of a system that differs here and there, it leaves only the parts that changed to be worked out.
 */
export interface Memory {
  readonly narrow: Map<string, readonly (Narrow | null)[]>;
  readonly needed: Map<string, readonly string[]>;
}

export function emptyMemory(): Memory {
  return { narrow: new Map(), needed: new Map() };
}

/**
 * The protected numbers that an attacker bounds more narrowly than asked, in the order given, each with the results that
 * give it away together. Every solution found for one number is held against all: two that lie far enough apart prove a
 * number safe, so that only the few that are left cost sums of their own. A number whose bounds cannot be worked out counts as
 * given away, by the results nearest to it.
 *
 * @param told each of them, or only those that would still be given away without all results named for those before: enough
 *   to choose what to hold back, at a fraction of the work
 * @throws Contradiction when no values satisfy what is said of a protected number, naming the results that contradict
 */
export function breachesOf(
  system: System,
  numbers: readonly Protected[],
  memory: Memory = emptyMemory(),
  told: "each" | "apart" = "each",
): readonly Breach[] {
  const narrow = explaining(system, () => narrowOnes(system, numbers, memory));
  if (narrow.size === 0) return [];
  const parts = partsOf(
    system,
    numbers.map(({ terms }) => terms),
  ).map((part) => ({ ...part, anySolution: anySolutionOnce(part.system) }));
  const named = new Set<string>();
  return numbers.flatMap((number): readonly Breach[] => {
    const found = narrow.get(number);
    if (!found) return [];
    const part = parts.find(({ place }) => place.has(number.terms[0]!.unknown))!;
    const terms = placed(number.terms, part.place);
    if (!found.isProven) {
      const from = nearestTo(part.system, terms);
      return [{ protected: number, bounds: found.bounds, isProven: false, from }];
    }
    const isShown = tooNarrow({ terms, width: number.width, known: found.bounds }, part.anySolution);
    if (told === "apart" && named.size > 0 && !isShown(saidWithout(part.system, named))) return [];
    const from = remembered(memory.needed, contentOf(part.system, [{ terms, width: number.width }]), () =>
      neededOf(part.system, terms, isShown),
    );
    for (const id of from) named.add(id);
    return [{ protected: number, bounds: found.bounds, isProven: true, from }];
  });
}

/**
 * Whether any of the protected numbers is bounded more narrowly than asked, or cannot be bounded. Much quicker than to say by
 * which results. For whoever takes more care where it is true.
 *
 * @throws Contradiction when no values satisfy what is said of a protected number
 */
export function isBreached(system: System, numbers: readonly Protected[]): boolean {
  return isAnyNarrow(system, numbers, () => true);
}

/**
 * Whether any of the protected numbers is proven to be bounded more narrowly than asked; false of one that cannot be bounded.
 * For whoever takes less care where it is true.
 *
 * @throws Contradiction when no values satisfy what is said of a protected number
 */
export function isProvenBreached(system: System, numbers: readonly Protected[]): boolean {
  return isAnyNarrow(system, numbers, ({ isProven }) => isProven);
}

function isAnyNarrow(
  system: System,
  numbers: readonly Protected[],
  counts: (found: Narrow) => boolean,
): boolean {
  return watchedIn(system, numbers).some(({ part, watched }) =>
    withExtremes(part.system, (extremes) => {
      for (const found of narrowAmong(watched, extremes)) if (found !== null && counts(found)) return true;
      return false;
    }),
  );
}

function narrowOnes(
  system: System,
  numbers: readonly Protected[],
  memory: Memory,
): ReadonlyMap<Protected, Narrow> {
  return new Map(
    watchedIn(system, numbers).flatMap(({ part, own, watched }) => {
      const found = remembered(memory.narrow, contentOf(part.system, watched), () =>
        withExtremes(part.system, (extremes) => [...narrowAmong(watched, extremes)]),
      );
      return own.flatMap((number, at) => (found[at] ? [[number, found[at]] as const] : []));
    }),
  );
}

/** The parts of the simplified system, each with the protected numbers in it and what is watched of them there. */
function watchedIn(system: System, numbers: readonly Protected[]) {
  const parts = partsOf(
    simplify(system),
    numbers.map(({ terms }) => terms),
  );
  const byPart = new Map(parts.map((part) => [part, [] as Protected[]]));
  const partAt = new Map(parts.flatMap((part) => [...part.place.keys()].map((place) => [place, part])));
  for (const number of numbers) byPart.get(partAt.get(number.terms[0]!.unknown)!)!.push(number);
  return [...byPart].map(([part, own]) => ({
    part,
    own,
    watched: own.map((number): Watched => ({ terms: placed(number.terms, part.place), width: number.width })),
  }));
}

function remembered<T>(known: Map<string, T>, content: string, work: () => T): T {
  const before = known.get(content);
  if (before !== undefined) return before;
  const now = work();
  known.set(content, now);
  return now;
}

/** All that an answer depends on: the system but for its names, and the sums asked about with their widths. */
function contentOf({ unknowns, constraints }: System, watched: readonly Watched[]): string {
  return JSON.stringify([
    unknowns.map(({ whole, low, high }) => [whole ? 1 : 0, low, high]),
    constraints.map(({ terms, low, high, from }) => [flat(terms), low, high, ...from]),
    watched.map(({ terms, width }) => [flat(terms), width]),
  ]);
}

function flat(terms: readonly Term[]): readonly number[] {
  return terms.flatMap(({ unknown, times }) => [unknown, times]);
}
