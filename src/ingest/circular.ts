import { columnLetters } from "../core/table.js";
import { referencesOf, type NamedTable } from "./formula-references.js";
import type { Sheet, SheetFormula } from "./workbook.js";

/** A formula cell with its sheet. */
interface Node {
  readonly sheet: string;
  readonly formula: SheetFormula;
  state: "new" | "open" | "done";
  /** A circle that this cell is part of, or works from. */
  circle: readonly Node[] | null;
}

/** Cells that work from themselves, in the order in which each works from the next. */
export type Circle = readonly { readonly sheet: string; readonly cell: string }[];

/** Steps from formula to formula that are followed; a workbook with more is not a form that people fill in. */
const mostSteps = 2_000_000;

/**
 * The circle that a formula cell is part of or works from, directly or through others, across the sheets; null when there
 * is none. The stored result of such a cell means nothing: programs write 0, or whatever they last tried. "too many" when
 * the formulas are too many to follow.
 */
export function circleFinder(
  sheets: readonly Sheet[],
  tables: readonly NamedTable[],
): (sheet: string, formula: SheetFormula) => Circle | "too many" | null {
  const nodes = new Map(
    sheets.map(({ name, formulas }) => [
      name.toLowerCase(),
      formulas.map((formula): Node => ({ sheet: name, formula, state: "new", circle: null })),
    ]),
  );
  let steps = 0;
  const next = (node: Node): readonly Node[] =>
    referencesOf(node.formula, tables).flatMap(({ sheet, rows, columns }) => {
      const there = nodes.get((sheet ?? node.sheet).toLowerCase()) ?? [];
      const found = there.slice(firstFrom(there, rows[0]), firstFrom(there, rows[1] + 1));
      steps += found.length + 1;
      return found.filter(({ formula: { column } }) => column >= columns[0] && column <= columns[1]);
    });
  return (sheet, formula) => {
    const start = nodes.get(sheet.toLowerCase())?.find((node) => node.formula === formula);
    if (!start) return null;
    if (steps > mostSteps) return "too many";
    const path: { readonly node: Node; readonly next: readonly Node[]; at: number }[] = [];
    const enter = (node: Node) => {
      node.state = "open";
      path.push({ node, next: next(node), at: 0 });
    };
    if (start.state === "new") enter(start);
    while (path.length > 0) {
      if (steps > mostSteps) return "too many";
      const here = path.at(-1)!;
      const to = here.next[here.at++];
      if (!to) {
        here.node.state = "done";
        path.pop();
        const before = path.at(-1);
        if (before) before.node.circle ??= here.node.circle;
      } else if (to.state === "new") enter(to);
      else if (to.state === "done") here.node.circle ??= to.circle;
      else {
        const circle = path.slice(path.findIndex(({ node }) => node === to)).map(({ node }) => node);
        for (const member of circle) member.circle ??= circle;
      }
    }
    return (
      start.circle?.map((node) => ({
        sheet: node.sheet,
        cell: `${columnLetters(node.formula.column)}${node.formula.row}`,
      })) ?? null
    );
  };
}

/** Position of the first formula at or below a row; formulas stand in the order of their rows. */
function firstFrom(nodes: readonly Node[], row: number): number {
  let [low, high] = [0, nodes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (nodes[middle]!.formula.row < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
