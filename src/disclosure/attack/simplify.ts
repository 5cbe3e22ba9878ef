import { Contradiction } from "./contradiction.js";
import { boxOf, narrower } from "./narrow.js";
import type { Box } from "./narrow.js";
import { constraintOf, merged, rowsOf } from "./rows.js";
import type { Row } from "./rows.js";
import type { System, Term, Unknown } from "./system.js";

/**
 * A smaller system that the same values satisfy: each unknown as narrow as constraints one at a time make it, known numbers
 * put in, constraints on the same sum made one, and those that hold anyway left out. What is left often falls into parts.
 *
 * @returns the unknowns in their places; constraints without the results they come from
 * @throws Contradiction when a constraint leaves an unknown no value
 */
export function simplify({ unknowns, constraints }: System): System {
  const box = boxOf(unknowns);
  const rows = rowsOf(constraints, box.whole);
  if (!narrower(rows, unknowns.length)(box, "all")) throw new Contradiction();
  const left = merged(
    rows.map((row) => withoutKnown(row, box)),
    box.whole,
  );
  return {
    unknowns: unknowns.map((unknown, place) => ({
      ...unknown,
      low: box.low[place]!,
      high: box.high[place] === Infinity ? null : box.high[place]!,
    })),
    constraints: left.filter((row) => !holdsAnyway(row, box)).map(constraintOf),
  };
}

/** Lowest and highest value of a sum whose unknowns each take any of their own values. */
export function reachOf(unknowns: readonly Unknown[], terms: readonly Term[]): readonly [number, number] {
  let least = 0;
  let most = 0;
  for (const { unknown, times } of terms) {
    const ends = [times * unknowns[unknown]!.low, times * (unknowns[unknown]!.high ?? Infinity)] as const;
    least += Math.min(...ends);
    most += Math.max(...ends);
  }
  return [least, most];
}

function withoutKnown({ terms, low, high }: Row, box: Box): Row {
  const isKnown = ({ unknown }: Term) => box.low[unknown] === box.high[unknown];
  if (!terms.some(isKnown)) return { terms, low, high };
  const known = terms.filter(isKnown).reduce((sum, { unknown, times }) => sum + times * box.low[unknown]!, 0);
  return { terms: terms.filter((term) => !isKnown(term)), low: low - known, high: high - known };
}

function holdsAnyway({ terms, low, high }: Row, { low: lows, high: highs }: Box): boolean {
  let least = 0;
  let most = 0;
  for (const { unknown, times } of terms) {
    least += times * (times > 0 ? lows[unknown]! : highs[unknown]!);
    most += times * (times > 0 ? highs[unknown]! : lows[unknown]!);
  }
  return least >= low && most <= high;
}
