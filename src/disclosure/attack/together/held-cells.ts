import { rungsOf } from "../../../metrics/categories.js";
import type { Draft } from "../draft.js";
import type { ShareCell } from "../share-cells.js";
import { quantityOfPeople, whoseIs } from "./held.js";
import type { Answers, Held, Whose } from "./held.js";
import { tieOverlapping } from "./overlapping.js";
import type { Piece, SetApart } from "./overlapping.js";

/** A share of one of several releases, as places among the unknowns of all. */
export interface HeldCell extends ShareCell {
  /** Place of the release among those held. */
  readonly held: number;
  /** The edition of the data that it rests on: only shares of one edition are tied. */
  readonly edition: string;
  readonly whose: Whose;
}

/** Tie what releases tell of the same people in several ways: Trusts, levels and answers that one joins and another does not. */
export function tieCells(
  cells: readonly HeldCell[],
  all: readonly Held[],
  draft: Draft,
): readonly SetApart[] {
  const families = new Map<string, { pieces: Piece[]; of: "people" | "answers" }>();
  const add = (key: string, of: "people" | "answers", piece: Piece) => {
    const family = families.get(key) ?? { pieces: [], of };
    family.pieces.push(piece);
    families.set(key, family);
  };
  for (const cell of cells) {
    const { stem, edition, whose } = cell;
    const { trusts, group } = whose;
    if (group)
      add(
        `levels ${edition} ${quantityOfPeople(stem, { trusts, group: { ...group, codes: [] } })}`,
        "people",
        {
          cell,
          members: group.codes,
        },
      );
    else add(`trusts ${edition} ${stem}`, "people", { cell, members: trusts });
    const codes = answersOf(cell, all[cell.held]!.questions);
    if (codes)
      add(`answers ${edition} ${codes.of} ${quantityOfPeople("", whose)}`, "answers", {
        cell,
        members: codes.joined,
      });
  }
  return [...families].flatMap(([name, { pieces, of }]) =>
    new Set(pieces.map(({ cell }) => cell.held)).size < 2 ? [] : tieOverlapping(pieces, name, of, draft),
  );
}

/** The answers that a share joins, as the question's own codes; null for one that is of no rated question. */
function answersOf(
  { result: { subject }, stem }: ShareCell,
  questions: readonly Answers[],
): { readonly of: string; readonly joined: readonly string[] } | null {
  const { measure, item, level } = subject;
  const question = questions.find(({ name }) => name === item);
  if (!question || level === undefined || (measure !== "item" && measure !== "outcome")) return null;
  const joined = rungsOf(question)
    .flatMap(({ levels }) => levels)
    .find(({ id }) => id === level);
  return joined ? { of: stem.slice(0, -level.length - 1), joined: joined.codes.map(String) } : null;
}

/** A share of a release as one of all. */
export function heldCell(
  cell: ShareCell,
  held: number,
  edition: string,
  one: Held,
  place: (own: number) => number,
): HeldCell {
  return {
    ...cell,
    counted: place(cell.counted),
    people: place(cell.people),
    held,
    edition,
    whose: whoseIs(cell.result, one.released.levels),
  };
}
