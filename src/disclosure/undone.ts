import type { Ladder, Rung } from "../core/relation.js";
import type { Family, RungRules } from "./rungs.js";

/** Answers that count together, by their codes. */
type Cell = readonly number[];

/**
 * Whether each group of answers of one rung is made of whole groups of another: then the one tells no more than the other.
 *
 * @example divides({ grain: "groups", levels: [{ id: "low", codes: [1, 2] }] }, { grain: "top two", levels: [{ id: "b", codes: [2] }] }) // => false
 */
export function divides(fine: Rung, coarse: Rung): boolean {
  return coarse.levels.every(({ codes }) =>
    codes.every((code) =>
      fine.levels.some((level) => level.codes.includes(code) && isWithin(level.codes, codes)),
    ),
  );
}

/** The rungs chosen for all Trusts together and for their parts, by their places in the ladder. */
interface Choice {
  readonly whole: Family;
  readonly top: number;
  readonly part: Family;
  readonly own: number;
}

/**
 * Whether the answers of all Trusts, shown more finely, tell those of a part that are joined for its sake. A part's joined
 * answers and the finer ones of all are the margins of a table; the bounds on its inside are Fréchet's: at most the smaller
 * margin, at least what does not fit elsewhere. They must stay as wide as the policy asks, or as the joined answers leave them.
 */
export function isUndone(ladder: Ladder, { whole, top, part, own }: Choice, rules: RungRules): boolean {
  if (top === own) return false;
  const all = whole.slices[0]!;
  return cellsOf(ladder, own).some((joined) => {
    const inside = cellsOf(ladder, top).filter((cell) => isWithin(cell, joined));
    if (inside.length < 2) return false;
    const everyone = peopleOf(ladder, all, joined, rules);
    return part.slices.some((slice) => {
      const people = peopleOf(ladder, slice, joined, rules);
      return inside.some((cell) => {
        const gave = peopleOf(ladder, all, cell, rules);
        const width = Math.min(people, gave) - Math.max(0, people + gave - everyone);
        return width < Math.min(rules.width, people) && !mayBeKnown(ladder, slice, cell, rules);
      });
    });
  });
}

/** The groups of answers into which a rung divides all answers: its levels that join no others, and what is left. */
function cellsOf(ladder: Ladder, rung: number): readonly Cell[] {
  const levels = ladder.rungs[rung]!.levels.map(({ codes }) => codes);
  const least = levels.filter(
    (codes, index) =>
      !levels.some((other, at) =>
        other.length === codes.length ? at < index && isWithin(other, codes) : isWithin(other, codes),
      ),
  );
  const rest = answersOf(ladder).filter((code) => !least.some((codes) => codes.includes(code)));
  return rest.length === 0 ? least : [...least, rest];
}

/** How many people of a slice gave one of some answers; of answers that are no level, all who gave none of the others. */
function peopleOf(ladder: Ladder, slice: string, cell: Cell, { byId }: RungRules): number {
  const count = (codes: Cell, of: "them" | "others") => {
    for (const id of levelsOf(ladder, codes)) {
      const result = byId.get(`${ladder.id}/${id}/${slice}`);
      if (result?.kind === "estimate" && result.count !== undefined)
        return of === "them" ? result.count : result.n - result.count;
    }
    return undefined;
  };
  const others = answersOf(ladder).filter((code) => !cell.includes(code));
  return count(cell, "them") ?? count(others, "others") ?? 0;
}

/** Whether a part's own number of these answers could be shown by itself. */
function mayBeKnown(ladder: Ladder, slice: string, cell: Cell, rules: RungRules): boolean {
  return levelsOf(ladder, cell).some((id) => {
    const result = rules.byId.get(`${ladder.id}/${id}/${slice}`);
    return result?.kind === "estimate" && rules.isAllowed(result) && rules.isSafe(result);
  });
}

function levelsOf(ladder: Ladder, cell: Cell): readonly string[] {
  return ladder.rungs.flatMap(({ levels }) =>
    levels.flatMap(({ id, codes }) => (codes.length === cell.length && isWithin(codes, cell) ? [id] : [])),
  );
}

function answersOf(ladder: Ladder): Cell {
  return ladder.rungs[0]!.levels.reduce<Cell>((all, { codes }) => [...new Set([...all, ...codes])], []);
}

function isWithin(codes: Cell, others: Cell): boolean {
  return codes.every((code) => others.includes(code));
}
