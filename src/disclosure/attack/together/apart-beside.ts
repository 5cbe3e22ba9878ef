import type { Result } from "../../../core/result.js";
import { isOfPeople } from "../../ledger/slices.js";
import { editionOf } from "./editions.js";
import type { Editions } from "./editions.js";
import { whoseIs } from "./held.js";
import type { Held } from "./held.js";

/** Trusts, or levels of a subgroup, that one release joins, and of which another shows some by themselves. */
export interface ApartBeside {
  /** Place of the release that joins, and what it calls the group. */
  readonly joined: { readonly held: number; readonly name: string };
  readonly apart: { readonly held: number; readonly name: string };
}

/** A group of people of whom a release shows a number: Trusts, or a level of a subgroup. */
interface Group {
  readonly name: string;
  /** What it is a group of: Trusts, or a variable. */
  readonly of: string;
  readonly members: readonly string[];
  /** Its numbers that are shown. */
  readonly shown: Result[];
}

/** Groups that one release joins and another shows apart; each pair of groups once, where both rest on the same data. */
export function apartBeside(all: readonly Held[], editions: Editions): readonly ApartBeside[] {
  const groups = all.map(groupsShown);
  return all.flatMap((_, held) =>
    groups[held]!.flatMap((joined) =>
      all.flatMap((_, other) =>
        groups[other]!.filter((apart) => apart.of === joined.of && isWithin(apart.members, joined.members))
          .filter(({ shown }) =>
            shown.some((one) => editionOf(one, held, editions) === editionOf(one, other, editions)),
          )
          .map((apart) => ({
            joined: { held, name: joined.name },
            apart: { held: other, name: apart.name },
          })),
      ),
    ),
  );
}

function groupsShown({ released: { results, groups, levels } }: Held): readonly Group[] {
  const found = new Map<string, Group>();
  const ofTrusts = new Set(groups.map((trusts) => [...trusts].sort().join("+")));
  for (const result of results) {
    if (result.kind !== "estimate" || !isOfPeople(result.subject)) continue;
    const { trusts, group } = whoseIs(result, levels);
    if (!group && !ofTrusts.has(trusts.join("+"))) continue;
    const members = group?.codes ?? trusts;
    const of = group ? `${group.variable} of ${trusts.join("+")}` : "Trusts";
    const name = group
      ? `${group.variable}: ${result.subject.group!.level}`
      : `Trust ${trusts.join(" and Trust ")}`;
    const known = found.get(`${of} ${members.join("+")}`) ?? { name, of, members, shown: [] };
    known.shown.push(result);
    found.set(`${of} ${members.join("+")}`, known);
  }
  return [...found.values()];
}

function isWithin(members: readonly string[], joined: readonly string[]): boolean {
  return members.length < joined.length && members.every((member) => joined.includes(member));
}
