import { work, type Content, type Live } from "./live.js";
import { countBeginning, countFilled, countOf, firstToMend } from "./over-cells.js";
import { settled, verdicts } from "./verdict.js";

/** How the lines of one sheet stand. */
export interface Standing {
  /** Lines, or questions, of which the check says something. */
  readonly filled: Live<number>;
  readonly fine: Live<number>;
  readonly look: Live<number>;
  readonly mend: Live<number>;
  /** Row of the first line to mend; 0 when there is none. */
  readonly first: Live<number>;
}

/**
 * How the lines stand whose checks are in a column.
 *
 * @param at addresses of the cells that hold the counts of lines filled in, fine and to look at again
 */
export function standing(
  checks: Live<readonly Content[]>,
  firstRow: number,
  at: Readonly<Record<"filled" | "fine" | "look", string>>,
): Standing {
  const filled = work(countFilled(checks), "-", countOf(checks, verdicts.mayBeBlank));
  const fine = countOf(checks, verdicts.fine);
  const look = countBeginning(checks, verdicts.look);
  const there = (name: keyof typeof at, { value }: Live<number>) => ({ formula: at[name], value });
  return {
    filled,
    fine,
    look,
    mend: work(work(there("filled", filled), "-", there("fine", fine)), "-", there("look", look)),
    first: firstToMend(checks, firstRow, settled),
  };
}
