import { breachesOf } from "../breaches.js";
import { Contradiction } from "../contradiction.js";
import { systemOf } from "../system-of.js";
import type { Breach } from "../system.js";
import { apartBeside } from "./apart-beside.js";
import type { ApartBeside } from "./apart-beside.js";
import { differingIn, editionsOf, restsOn } from "./editions.js";
import type { Apart, Differing, Editions } from "./editions.js";
import { fewApart } from "./few-apart.js";
import type { FewApart } from "./few-apart.js";
import { fromHeldId } from "./held.js";
import type { Held, HeldProtected } from "./held.js";
import { shownBeside } from "./shown-beside.js";
import type { ShownBeside } from "./shown-beside.js";
import { systemOfAll } from "./together.js";

/** What an attack on several releases of one study at once found. */
export interface TogetherAudit {
  /** Numbers that cannot be one number in two releases: people joined, left or answered otherwise between them. */
  readonly differing: readonly Differing[];
  /** Results of several releases that cannot all be true of the same data, although no two of one number differ; see `heldId`. */
  readonly contradicting: readonly (readonly string[])[];
  readonly few: readonly FewApart[];
  readonly shown: readonly ShownBeside[];
  readonly apart: readonly ApartBeside[];
  /** How many numbers the releases must not give away together; none where no two rest on the same data. */
  readonly attacked: number;
  /** Those that they give away together, and none of them alone; results by `heldId`. */
  readonly breaches: readonly HeldBreach[];
}

/** A number that several releases give away together. */
export interface HeldBreach extends Breach {
  readonly protected: HeldProtected;
}

/**
 * Attack several releases of one study as somebody who holds them all: what they tell of data that is the same in them, put
 * together; and how few people they tell to differ by where it is not.
 *
 * @throws Contradiction when one release by itself cannot be true
 */
export function auditTogether(all: readonly Held[]): TogetherAudit {
  const differing = differingIn(all);
  const few = fewApart(differing, all);
  const contradicting: (readonly string[])[] = [];
  const apart: Apart[] = differing.map(({ data, shown: [one, other] }) => ({
    data,
    held: [one.held, other.held],
  }));
  for (;;) {
    const editions = editionsOf(all, apart);
    try {
      const found = isShared(editions) ? attack(all, editions) : { attacked: 0, breaches: [] };
      const beside = { shown: shownBeside(all, editions), apart: apartBeside(all, editions) };
      return { differing, contradicting, few, ...beside, ...found };
    } catch (error) {
      if (!(error instanceof Contradiction)) throw error;
      const more = apartBy(error.from, all, editions);
      if (more.length === 0) throw error;
      contradicting.push(error.from);
      apart.push(...more);
    }
  }
}

function attack(
  all: readonly Held[],
  editions: Editions,
): { readonly attacked: number; readonly breaches: readonly HeldBreach[] } {
  const { system, protected: numbers } = systemOfAll(all, editions);
  const found = breachesOf(system, numbers) as readonly HeldBreach[];
  const alone = new Set(
    all.flatMap((one, held) => {
      const asked = found.flatMap(({ protected: number }) =>
        number.part === null && number.askedBy.includes(held) ? [`${number.what} ${number.id}`] : [],
      );
      const own = systemOf(one.released, one.policy);
      const again = own.protected.filter(({ what, id }) => asked.includes(`${what} ${id}`));
      return breachesOf(own.system, again).map(({ protected: { what, id } }) => `${what} ${id}`);
    }),
  );
  const breaches = found.filter(
    ({ protected: { what, id, part } }) => part !== null || !alone.has(`${what} ${id}`),
  );
  return { attacked: numbers.length, breaches };
}

/** Whether two releases are taken to rest on the same of any data. */
function isShared(editions: Editions): boolean {
  return [...editions.values()].some((own) => new Set(own).size < own.length);
}

/** The data in which releases contradict each other by results of several: each of these rests on data of its own. */
function apartBy(from: readonly string[], all: readonly Held[], editions: Editions): readonly Apart[] {
  const named = from.map(fromHeldId);
  const held = [...new Set(named.map((one) => one.held))].sort((a, b) => a - b);
  const data = new Set(
    named.flatMap((one) =>
      all[one.held]!.released.results.filter(({ id }) => id === one.id).flatMap(({ subject }) =>
        restsOn(subject),
      ),
    ),
  );
  return [...data].flatMap((name) =>
    held.flatMap((one) =>
      held
        .filter((other) => one < other && editions.get(name)![one] === editions.get(name)![other])
        .map((other) => ({ data: name, held: [one, other] as const })),
    ),
  );
}
