import { Contradiction } from "./contradiction.js";
import { constraintOf, merged, rowsOf, slack } from "./rows.js";
import type { Row } from "./rows.js";
import type { System, Term, Unknown } from "./system.js";

/** Sweeps over all constraints at most. Stopping early costs time later, never truth. */
const sweeps = 30;

/** Lowest and highest value of each unknown so far. */
interface Box {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly whole: readonly boolean[];
}

/**
 * A smaller system that the same values satisfy: each unknown as narrow as constraints one at a time make it, known numbers
 * put in, constraints on the same sum made one, and those that hold anyway left out. What is left often falls into parts.
 *
 * @returns the unknowns in their places; constraints without the results they come from
 * @throws Contradiction when a constraint leaves an unknown no value
 */
export function simplify({ unknowns, constraints }: System): System {
  const box: Box = {
    low: Float64Array.from(unknowns, ({ low }) => low),
    high: Float64Array.from(unknowns, ({ high }) => high ?? Infinity),
    whole: unknowns.map(({ whole }) => whole),
  };
  const rows = rowsOf(constraints, box.whole);
  for (let sweep = 0, changed = true; changed && sweep < sweeps; sweep++) {
    changed = false;
    for (const row of rows) if (narrowBy(row, box)) changed = true;
  }
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

/** Narrow each unknown to what the other terms can leave it. */
function narrowBy({ terms, low, high }: Row, box: Box): boolean {
  const least = terms.map(({ unknown, times }) => times * (times > 0 ? box.low : box.high)[unknown]!);
  const most = terms.map(({ unknown, times }) => times * (times > 0 ? box.high : box.low)[unknown]!);
  const leastOfOthers = totalsOfOthers(least);
  const mostOfOthers = totalsOfOthers(most);
  const size = [...least, ...most].reduce((sum, end) => sum + (Number.isFinite(end) ? Math.abs(end) : 0), 1);
  let changed = false;
  for (const [place, { unknown, times }] of terms.entries()) {
    const ends = [(low - mostOfOthers(place)) / times, (high - leastOfOthers(place)) / times] as const;
    if (narrowTo(unknown, Math.min(...ends), Math.max(...ends), size / Math.abs(times), box)) changed = true;
  }
  return changed;
}

/** The total of all ends but one; infinite when another one is. */
function totalsOfOthers(ends: readonly number[]): (but: number) => number {
  const open = ends.filter((end) => !Number.isFinite(end));
  const total = ends.reduce((sum, end) => sum + (Number.isFinite(end) ? end : 0), 0);
  return (but) => {
    if (Number.isFinite(ends[but])) return open.length > 0 ? open[0]! : total - ends[but]!;
    return open.length > 1 ? open[0]! : total;
  };
}

/** @param size how large the numbers are from which the limits were worked out: rounding errs in proportion to them */
function narrowTo(place: number, from: number, to: number, size: number, { low, high, whole }: Box): boolean {
  const margin = whole[place] ? slack : 1e-10 * size;
  const least = whole[place] ? Math.ceil(from - margin) : from - margin;
  const most = whole[place] ? Math.floor(to + margin) : to + margin;
  const width = high[place]! - low[place]!;
  const worthIt = whole[place] || width === Infinity ? 0 : Math.max(1e3 * margin, 1e-3 * width);
  const raises = least > low[place]! + worthIt;
  const lowers = most < high[place]! - worthIt;
  if (raises) low[place] = least;
  if (lowers) high[place] = most;
  if (low[place]! > high[place]!) {
    if (whole[place] || low[place]! > high[place]! + margin) throw new Contradiction();
    low[place] = high[place] = (low[place]! + high[place]!) / 2;
  }
  return raises || lowers;
}

function withoutKnown({ terms, low, high }: Row, box: Box): Row {
  const isKnown = ({ unknown }: Term) => box.low[unknown] === box.high[unknown];
  if (!terms.some(isKnown)) return { terms, low, high };
  const known = terms.filter(isKnown).reduce((sum, { unknown, times }) => sum + times * box.low[unknown]!, 0);
  return { terms: terms.filter((term) => !isKnown(term)), low: low - known, high: high - known };
}

function holdsAnyway({ terms, low, high }: Row, { low: lows, high: highs }: Box): boolean {
  const least = terms.reduce(
    (sum, { unknown, times }) => sum + times * (times > 0 ? lows : highs)[unknown]!,
    0,
  );
  const most = terms.reduce(
    (sum, { unknown, times }) => sum + times * (times > 0 ? highs : lows)[unknown]!,
    0,
  );
  return least >= low && most <= high;
}
