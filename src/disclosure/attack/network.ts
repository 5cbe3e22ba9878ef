import type { System } from "./system.js";

/**
 * A system read as a network: a constraint is a place, an unknown flows from the one to the other of the two constraints that
 * hold it, and flows into a place add up to flows out of it. What is left over at a place comes from the ground, the last place.
 */
export interface Network {
  readonly places: number;
  /** One for each unknown in its order, then one from the ground for each constraint. */
  readonly arcs: readonly Arc[];
}

export interface Arc {
  readonly from: number;
  readonly to: number;
  /** Whole numbers; infinite when open. */
  readonly low: number;
  readonly high: number;
}

/**
 * A two-way table with its margins is a network: rows on one side, columns on the other, each cell a flow between them.
 * So are tables under a tree of totals. Such sums have whole extremes, and paths find them without a linear program.
 *
 * @param system its constraints simplified: each unknown once in a sum
 * @returns null when an unknown is no whole number, is in more than two sums, counts in them other than once, or when no choice
 *   of signs makes each unknown leave one sum and enter another
 */
export function networkOf({ unknowns, constraints }: System): Network | null {
  const uses: { readonly row: number; readonly times: number }[][] = unknowns.map(() => []);
  for (const [row, { terms, low, high }] of constraints.entries()) {
    if (!isWholeOrOpen(low) || !isWholeOrOpen(high)) return null;
    for (const { unknown, times } of terms) {
      if (Math.abs(times) !== 1 || uses[unknown]!.length === 2) return null;
      uses[unknown]!.push({ row, times });
    }
  }
  if (!unknowns.every(({ whole, low, high }) => whole && Number.isInteger(low) && isWholeOrOpen(high)))
    return null;
  const signs = signsOf(uses, constraints.length);
  if (signs === null) return null;

  const ground = constraints.length;
  const arcs = unknowns.map(({ low, high }, unknown): Arc => {
    const ends = uses[unknown]!;
    const leaves = ends.find(({ row, times }) => times * signs[row]! > 0)?.row ?? ground;
    const enters = ends.find(({ row, times }) => times * signs[row]! < 0)?.row ?? ground;
    return { from: leaves, to: enters, low, high: high ?? Infinity };
  });
  const balances = constraints.map(({ low, high }, row): Arc => {
    const [least, most] = [low ?? -Infinity, high ?? Infinity];
    return signs[row]! > 0
      ? { from: ground, to: row, low: least, high: most }
      : { from: ground, to: row, low: -most, high: -least };
  });
  return { places: constraints.length + 1, arcs: [...arcs, ...balances] };
}

/** 1 or -1 for each constraint, such that the two constraints of an unknown count it with opposite signs. */
function signsOf(
  uses: readonly (readonly { readonly row: number; readonly times: number }[])[],
  rows: number,
): Int8Array | null {
  const ties: { readonly row: number; readonly sign: number }[][] = Array.from({ length: rows }, () => []);
  for (const [a, b] of uses) {
    if (!a || !b) continue;
    const sign = a.times === b.times ? -1 : 1;
    ties[a.row]!.push({ row: b.row, sign });
    ties[b.row]!.push({ row: a.row, sign });
  }
  const signs = new Int8Array(rows);
  for (let start = 0; start < rows; start++) {
    if (signs[start] !== 0) continue;
    signs[start] = 1;
    const waiting = [start];
    for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
      for (const tie of ties[row]!) {
        const sign = signs[row]! * tie.sign;
        if (signs[tie.row] === 0) {
          signs[tie.row] = sign;
          waiting.push(tie.row);
        } else if (signs[tie.row] !== sign) return null;
      }
    }
  }
  return signs;
}

function isWholeOrOpen(value: number | null): boolean {
  return value === null || Number.isInteger(value);
}
