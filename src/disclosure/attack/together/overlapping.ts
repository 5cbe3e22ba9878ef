import { sumOf } from "../draft.js";
import type { Draft } from "../draft.js";
import type { HeldCell } from "./held-cells.js";

/** A share of some members: Trusts, levels of a subgroup, or answers. */
export interface Piece {
  readonly cell: HeldCell;
  readonly members: readonly string[];
}

/** Members that pieces of several releases set apart together, and no release by itself. */
export interface SetApart {
  readonly members: readonly string[];
  readonly counted: number;
  readonly people: number;
  /** One of the shares that they are a part of. */
  readonly within: HeldCell;
}

/**
 * Tie shares of overlapping groups, such as Trusts that one release joins and another shows one by one: each is the sum of
 * the smallest groups that all of them together set apart.
 *
 * @param of whether the people add up, as those of Trusts do, or are the same, as those of several answers are
 */
export function tieOverlapping(
  pieces: readonly Piece[],
  name: string,
  of: "people" | "answers",
  draft: Draft,
): readonly SetApart[] {
  const blocks = blocksOf(pieces.map(({ members }) => members));
  const placed = blocks.map((members) => {
    const own = pieces.find((piece) => isSame(piece.members, members))?.cell;
    const within = pieces.find((piece) => piece.members.includes(members[0]!))!.cell;
    const counted = own?.counted ?? draft.people(`people counted, ${name} ${members.join("+")}`);
    const people =
      own?.people ??
      (of === "answers" ? within.people : draft.people(`people, ${name} ${members.join("+")}`));
    if (!own) draft.say(sumOf([people], [counted]), 0, null, []);
    return { members, counted, people, within, isShown: own !== undefined };
  });
  for (const { cell, members } of pieces) {
    const parts = placed.filter((block) => members.includes(block.members[0]!));
    say(
      [cell.counted],
      parts.map(({ counted }) => counted),
      draft,
    );
    if (of === "people")
      say(
        [cell.people],
        parts.map(({ people }) => people),
        draft,
      );
    else say([cell.people], [pieces[0]!.cell.people], draft);
  }
  const byRelease = [...new Set(pieces.map(({ cell }) => cell.held))].map((held) =>
    blocksOf(pieces.filter(({ cell }) => cell.held === held).map(({ members }) => members)),
  );
  return placed.filter(
    ({ members, isShown }) =>
      !isShown && !byRelease.some((own) => own.some((block) => isSame(block, members))),
  );
}

/**
 * The smallest groups that some overlapping groups set apart: members that are in the same of them.
 *
 * @example blocksOf([["A", "B"], ["B", "C"]]) // => [["A"], ["B"], ["C"]]
 */
export function blocksOf(groups: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const blocks = new Map<string, string[]>();
  for (const member of new Set(groups.flat())) {
    const within = groups.map((group) => (group.includes(member) ? 1 : 0)).join("");
    blocks.set(within, [...(blocks.get(within) ?? []), member]);
  }
  return [...blocks.values()];
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((member) => other.includes(member));
}

function say(whole: readonly number[], parts: readonly number[], draft: Draft): void {
  const terms = sumOf(whole, parts);
  if (terms.length > 0) draft.say(terms, 0, 0, []);
}
