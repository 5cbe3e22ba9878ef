import type { Result } from "../../../core/result.js";
import { breachesOf } from "../breaches.js";
import type { Memory } from "../breaches.js";
import { Contradiction } from "../contradiction.js";
import { sumOf } from "../draft.js";
import type { Bounds, Constraint, Protected, System, Term } from "../system.js";
import { dataOf, restsOn } from "./differing.js";
import { isForEarlier } from "./for-earlier.js";
import { fromHeldId, heldId, quantityOf } from "./held.js";
import type { Held, HeldProtected } from "./held.js";
import type { HeldCell } from "./held-cells.js";
import { systemOfAll } from "./together.js";

/** A change between two releases that they give away together: by how much a number of people grew from one to the other. */
export interface ToldApart {
  /** The number in the release that holds it back for the sake of an earlier one; its terms are the later less the earlier. */
  readonly protected: Protected;
  /** Places of the two releases: that which shows the number, and that which holds it back. */
  readonly earlier: number;
  readonly later: number;
  readonly bounds: Bounds;
  readonly isProven: boolean;
  /** Results by `heldId`. */
  readonly from: readonly string[];
}

/** What was attacked of changes between releases, and what of it is told. */
export interface ChangesAudit {
  readonly attacked: number;
  readonly told: readonly ToldApart[];
}

/** A share that one release holds back for the sake of an earlier one, with the same share of that one. */
interface Pair {
  readonly earlier: HeldCell;
  readonly later: HeldCell;
}

/**
 * Attack what a release holds back for the sake of an earlier one. Not the number: the earlier one showed it. But by how much it
 * changed, since few people did, and the difference of the two releases would be their answers. Both are taken to rest on data of
 * their own that differ in fewer people than the stricter policy asks for, as the reason tells everybody. Each difference
 * must stay as wide as the number itself must.
 */
export function changesTold(all: readonly Held[], memory: Memory): ChangesAudit {
  const found = all.flatMap((one, later) =>
    one.released.results.some(isForEarlier)
      ? all.flatMap((_, earlier) => (earlier === later ? [] : [changesBetween(all, earlier, later, memory)]))
      : [],
  );
  return {
    attacked: found.reduce((sum, { attacked }) => sum + attacked, 0),
    told: found.flatMap(({ told }) => told),
  };
}

function changesBetween(all: readonly Held[], earlier: number, later: number, memory: Memory): ChangesAudit {
  const held = [earlier, later].map((place) => all[place]!);
  const strictest = (of: (one: Held) => number) => Math.max(...held.map(of));
  const people = strictest(({ policy }) => policy.protection.people);
  const both = held.map((one) => ({
    ...one,
    policy: { ...one.policy, protection: { ...one.policy.protection, people } },
  }));
  const editions = new Map(dataOf(both).map((data) => [data, [0, 1]]));
  const { system, protected: numbers, cells } = systemOfAll(both, editions);
  const pairs = pairsOf(cells, both);
  const most = strictest(({ policy }) => policy.minimumPeople) - 1;
  const asked = changesOf(pairs, numbers, most);
  const told = [...scopesOf(pairs, all[later]!).values()].flatMap((scope) =>
    toldIn(scope, system, asked, most, memory),
  );
  const places = [earlier, later];
  const named = (text: string) => {
    const { held: own, id } = fromHeldId(text);
    return heldId(places[own]!, id);
  };
  return {
    attacked: asked.length,
    told: told.map((one) => ({ ...one, from: one.from.map(named), earlier, later })),
  };
}

/** Shares of the later release that are held back for the sake of an earlier one, beside those of the other. */
function pairsOf(cells: readonly HeldCell[], both: readonly Held[]): readonly Pair[] {
  const quantity = (cell: HeldCell) => quantityOf(cell.result, both[cell.held]!.released);
  const before = new Map(cells.flatMap((cell) => (cell.held === 0 ? [[quantity(cell), cell] as const] : [])));
  return cells.flatMap((later): readonly Pair[] => {
    if (later.held === 0 || !isForEarlier(later.result)) return [];
    const earlier = before.get(quantity(later));
    return earlier ? [{ earlier, later }] : [];
  });
}

type Change = Protected & { readonly pair: Pair };

/** By how much each share changed: as wide as the later release must leave the number, and no wider than few people can. */
function changesOf(
  pairs: readonly Pair[],
  numbers: readonly HeldProtected[],
  most: number,
): readonly Change[] {
  const widths = new Map(numbers.map(({ terms, width }) => [JSON.stringify(terms), width]));
  const found = new Map<string, Change>();
  for (const pair of pairs)
    for (const { what, own, terms } of differencesOf(pair)) {
      const width = Math.min(widths.get(JSON.stringify(own)) ?? 0, most);
      const key = JSON.stringify(terms);
      if (width > 0 && !found.has(key))
        found.set(key, { id: pair.later.result.id, what, terms, width, pair });
    }
  return [...found.values()];
}

function differencesOf({ earlier, later }: Pair): readonly {
  readonly what: Protected["what"];
  /** The later number. */
  readonly own: readonly Term[];
  /** The later less the earlier. */
  readonly terms: readonly Term[];
}[] {
  return [
    {
      what: "counted",
      own: sumOf([later.counted]),
      terms: sumOf([later.counted], [earlier.counted]),
    },
    {
      what: "not counted",
      own: sumOf([later.people], [later.counted]),
      terms: sumOf([later.people, earlier.counted], [later.counted, earlier.people]),
    },
    { what: "people", own: sumOf([later.people]), terms: sumOf([later.people], [earlier.people]) },
  ];
}

/**
 * The shares among which few people may have changed at once: those that rest on the same data, over all Trusts and in each
 * group of them. Where few changed over all, few did in each.
 */
function scopesOf(
  pairs: readonly Pair[],
  { released }: Held,
): ReadonlyMap<string, readonly (readonly Pair[])[]> {
  const byData = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const data = restsOn(pair.later.result.subject).at(-1)!;
    byData.set(data, [...(byData.get(data) ?? []), pair]);
  }
  const isIn = ({ subject: { trusts } }: Result, group: readonly string[]) =>
    trusts.every((trust) => group.includes(trust));
  return new Map(
    [...byData].map(([data, own]) => [
      data,
      [own, ...released.groups.map((group) => own.filter(({ later }) => isIn(later.result, group)))],
    ]),
  );
}

/** What is told where few changed over all Trusts; if that cannot be, what is told where few changed of one group of them. */
function toldIn(
  [all, ...groups]: readonly (readonly Pair[])[],
  system: System,
  asked: readonly Change[],
  most: number,
  memory: Memory,
): readonly Omit<ToldApart, "earlier" | "later">[] {
  const attack = (pairs: readonly Pair[]) => {
    const few = pairs.flatMap((pair) =>
      differencesOf(pair).map(({ terms }): Constraint => ({ terms, low: -most, high: most, from: [] })),
    );
    const own = asked.filter(({ pair }) => pairs.includes(pair));
    try {
      return breachesOf({ ...system, constraints: [...system.constraints, ...few] }, own, memory);
    } catch (error) {
      if (error instanceof Contradiction) return null;
      throw error;
    }
  };
  return attack(all ?? []) ?? groups.flatMap((pairs) => attack(pairs) ?? []);
}
