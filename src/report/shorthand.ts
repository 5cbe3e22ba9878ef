import type { TableBlock, TableCell } from "./document.js";
import { plainText } from "./plain-text.js";

/** Why a cell holds letters in place of a number. After the Government Statistical Service's list. */
export type Shorthand = "c" | "x" | "z";

/** What each letter stands for, in the order of the alphabet. */
export const shorthandMeanings: Readonly<Record<Shorthand, string>> = {
  c: "held back so that nobody can be recognised",
  x: "not available",
  z: "does not apply",
};

/**
 * A cell as it is printed.
 *
 * @example printCell({ kind: "suppressed" }) // => "[c]"
 */
export function printCell(cell: TableCell): string {
  if (cell.kind === "suppressed") return "[c]";
  if (cell.kind === "unavailable") return `[${cell.shorthand}]`;
  return plainText(cell.text);
}

/** What the letters in a table stand for, one sentence a letter that is used, with the reasons given in its cells. */
export function explainShorthand(table: TableBlock): readonly string[] {
  const cells = table.rows.flat();
  const letters = (Object.keys(shorthandMeanings) as Shorthand[]).filter((letter) =>
    cells.some((cell) => letterOf(cell) === letter),
  );
  return letters.map((letter) => {
    if (letter === "c") return explainHeldBack(cells);
    const reasons = new Set(
      cells.flatMap((cell) =>
        cell.kind === "unavailable" && cell.shorthand === letter ? [plainText(cell.reason)] : [],
      ),
    );
    const why = [...reasons].filter((reason) => reason !== "").join("; ");
    return `[${letter}] means ${shorthandMeanings[letter]}${why ? ` (${why})` : ""}.`;
  });
}

/** Held back to protect people, or for the reasons that its cells give: which of them holds for which cell is not told. */
function explainHeldBack(cells: readonly TableCell[]): string {
  const held = cells.flatMap((cell) => (cell.kind === "suppressed" ? [plainText(cell.reason ?? "")] : []));
  const reasons = [...new Set(held)].filter((reason) => reason !== "");
  if (reasons.length === 0) return `[c] means ${shorthandMeanings.c}.`;
  const told = [...(held.includes("") ? [shorthandMeanings.c] : []), ...reasons];
  return `[c] means not shown${told.length === 1 ? "" : ", for one of these reasons"}: ${told.join("; ")}.`;
}

function letterOf(cell: TableCell): Shorthand | null {
  if (cell.kind === "suppressed") return "c";
  return cell.kind === "unavailable" ? cell.shorthand : null;
}
