import { breachesOf, emptyMemory, isProvenBreached } from "../breaches.js";
import type { Memory } from "../breaches.js";
import { Contradiction } from "../contradiction.js";
import { systemOf } from "../system-of.js";
import type { Breach, System } from "../system.js";
import { apartBeside } from "./apart-beside.js";
import type { ApartBeside } from "./apart-beside.js";
import { apartBy, differingIn, toldOf } from "./differing.js";
import type { Apart, Differing } from "./differing.js";
import { everyEditions, isTooMany } from "./editions.js";
import type { Editions } from "./editions.js";
import { fewApart } from "./few-apart.js";
import type { FewApart } from "./few-apart.js";
import { isForEarlier, putBack } from "./for-earlier.js";
import type { PutBack } from "./for-earlier.js";
import { fromHeldId } from "./held.js";
import type { Held, HeldProtected } from "./held.js";
import { imgsBetween } from "./imgs-between.js";
import type { ImgsBetween } from "./imgs-between.js";
import { openChanges } from "./open-changes.js";
import { shownBeside } from "./shown-beside.js";
import type { ShownBeside } from "./shown-beside.js";
import { systemOfAll } from "./together.js";
import { changesTold } from "./told-apart.js";
import type { ChangesAudit } from "./told-apart.js";
import { unitedFrom } from "./united.js";

/** What an attack on several releases of one study found, with some of them taken to rest on the same data. */
export interface TriedTogether {
  readonly shown: readonly ShownBeside[];
  readonly apart: readonly ApartBeside[];
  /** The numbers that the releases must not give away together; none where no two rest on the same data. */
  readonly protected: readonly HeldProtected[];
  /** Those that they give away together, and none of them alone; results by `heldId`. */
  readonly breaches: readonly HeldBreach[];
}

/** What was found of all choices of which releases rest on the same data. */
interface OfEditions extends Omit<TriedTogether, "protected"> {
  readonly attacked: number;
}

/** What was found of releases two or three at a time, whatever data they rest on. */
interface Between extends ImgsBetween {
  readonly few: readonly FewApart[];
  /** Who changed between two releases, of which one holds back numbers for the sake of the other. */
  readonly changes: ChangesAudit;
  readonly putBack: readonly PutBack[];
  /** Numbers that differ between two releases while a third says that few people changed. */
  readonly open: readonly Differing[];
}

/** What an attack on several releases of one study at once found, whichever of them rest on the same data. */
export interface TogetherAudit extends OfEditions, Between {
  /** Numbers that cannot be one number in two releases: people joined, left or answered otherwise between them. */
  readonly differing: readonly Differing[];
  /**
   * Results of several releases that cannot all be true of the same data, although no two of one number differ; see
   * `heldId`.
   */
  readonly contradicting: readonly (readonly string[])[];
  /** Whether more releases contradict each other than can be tried in every order: nobody can then say that nothing is given away. */
  readonly isTooMany: boolean;
}

/** A number that several releases give away together. */
export interface HeldBreach extends Breach {
  readonly protected: HeldProtected;
}

/**
 * Attack several releases of one study as somebody who holds them all: what they tell of data that is the same in them, put
 * together; and how few people they tell to differ by where it is not. Where a release fits two that contradict each other, it
 * is tried with each, and what is found of any is told: one more release never hides what was found of fewer.
 *
 * @throws Contradiction when one release by itself cannot be true
 */
export function auditTogether(all: readonly Held[]): TogetherAudit {
  const differing = differingIn(all);
  const contradicting = new Map<string, readonly string[]>();
  const apart = differing.flatMap(apartBy);
  const memory = emptyMemory();
  const known = new Map<string, TriedTogether>();
  for (;;) {
    const more: Apart[] = [];
    const tried = everyEditions(all, apart).flatMap((editions) => {
      const key = JSON.stringify([...editions.values()]);
      const found = known.get(key) ?? attackUnlessContradicting(all, editions, memory);
      if (!(found instanceof Contradiction)) {
        known.set(key, found);
        return [found];
      }
      const own = apartIn(found.from, all, editions);
      if (own.length === 0) throw found;
      contradicting.set(JSON.stringify(found.from), found.from);
      more.push(...own);
      return [];
    });
    if (more.length === 0)
      return {
        ...unitedFrom(tried),
        differing,
        contradicting: [...contradicting.values()],
        ...betweenThem(all, differing, memory),
        isTooMany: isTooMany(apart),
      };
    apart.push(...more);
  }
}

function betweenThem(all: readonly Held[], differing: readonly Differing[], memory: Memory): Between {
  return {
    few: fewApart(differing, all),
    changes: changesTold(all, memory),
    putBack: putBack(all),
    ...imgsBetween(all, memory),
    open: openChanges(differing, all),
  };
}

function attackUnlessContradicting(
  all: readonly Held[],
  editions: Editions,
  memory: Memory,
): TriedTogether | Contradiction {
  try {
    const found = isShared(editions) ? attack(all, editions, memory) : { protected: [], breaches: [] };
    return { shown: shownBeside(all, editions), apart: apartBeside(all, editions), ...found };
  } catch (error) {
    if (error instanceof Contradiction) return error;
    throw error;
  }
}

/**
 * What releases give away together, and none alone. That of a number which is held back for the sake of an earlier release
 * another tells by itself is no finding either: it need not be hidden from who holds that one. Only what is proven of a
 * release alone takes a finding away.
 */
function attack(
  all: readonly Held[],
  editions: Editions,
  memory: Memory,
): Pick<TriedTogether, "protected" | "breaches"> {
  const { system, protected: numbers } = systemOfAll(all, editions);
  const found = breachesOf(system, numbers, memory) as readonly HeldBreach[];
  const alone = all.map((one, held) => {
    const asked = found.flatMap(({ protected: number }) =>
      number.part === null && number.askedBy.includes(held) ? [nameOf(number)] : [],
    );
    if (asked.length === 0) return new Set();
    const own = systemOf(one.released, one.policy);
    const again = own.protected.filter((number) => asked.includes(nameOf(number)));
    const proven = breachesOf(own.system, again, memory).filter(({ isProven }) => isProven);
    return new Set(proven.map(({ protected: number }) => nameOf(number)));
  });
  const forEarlier = all.map(
    ({ released }) => new Set(released.results.filter(isForEarlier).map(({ id }) => id)),
  );
  const breaches = found.filter(({ protected: number }) => {
    if (number.part !== null) return true;
    if (number.askedBy.some((held) => alone[held]!.has(nameOf(number)))) return false;
    return (
      !number.askedBy.every((held) => forEarlier[held]!.has(number.id)) ||
      !all.some((_, held) => isProvenBreached(saidBy(held, system), [number]))
    );
  });
  return { protected: numbers, breaches };
}

/** What one release says of the numbers of all. */
function saidBy(held: number, { unknowns, constraints }: System): System {
  return {
    unknowns,
    constraints: constraints.filter(({ from }) => from.every((one) => fromHeldId(one).held === held)),
  };
}

/** Which number of which result of one release, as it is asked about. */
function nameOf({ what, id }: Breach["protected"]): string {
  return `${what} ${id}`;
}

/** Whether two releases are taken to rest on the same of any data. */
function isShared(editions: Editions): boolean {
  return [...editions.values()].some((own) => new Set(own).size < own.length);
}

/**
 * The data in which releases contradict each other by results of several: not all of these rest on the same. Where some data are
 * the same in all of the releases, those are what differs.
 */
function apartIn(from: readonly string[], all: readonly Held[], editions: Editions): readonly Apart[] {
  const named = from.map(fromHeldId);
  const held = [...new Set(named.map((one) => one.held))].sort((a, b) => a - b);
  const data = new Set(
    named.flatMap((one) =>
      all[one.held]!.released.results.filter(({ id }) => id === one.id).flatMap(({ subject }) =>
        toldOf(subject),
      ),
    ),
  );
  const shared = [...data].flatMap((name) => {
    const own = editions.get(name)!;
    return [...new Set(held.map((one) => own[one]))]
      .map((edition) => held.filter((one) => own[one] === edition))
      .filter((those) => those.length > 1)
      .map((those) => ({ data: name, held: those }));
  });
  const ofAll = shared.filter((one) => one.held.length === held.length);
  return ofAll.length > 0 ? ofAll : shared;
}
