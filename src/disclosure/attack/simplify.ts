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
  narrow(rows, box);
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

/** Narrow by each row in turn until none narrows any more; a row waits until another has narrowed an unknown of it. */
function narrow(rows: readonly Row[], box: Box): void {
  const uses: number[][] = box.whole.map(() => []);
  for (const [place, { terms }] of rows.entries())
    for (const { unknown } of terms) uses[unknown]!.push(place);
  const waits = new Uint8Array(rows.length).fill(1);
  for (let sweep = 0, changed = true; changed && sweep < sweeps; sweep++) {
    changed = false;
    for (const [place, row] of rows.entries()) {
      if (waits[place] === 0) continue;
      waits[place] = 0;
      if (!narrowBy(row, box)) continue;
      changed = true;
      for (const { unknown } of row.terms) for (const use of uses[unknown]!) waits[use] = 1;
    }
  }
}

/** Narrow each unknown to what the other terms can leave it. An open end of another term leaves it anything. */
function narrowBy({ terms, low, high }: Row, box: Box): boolean {
  let least = 0;
  let most = 0;
  let openBelow = 0;
  let openAbove = 0;
  let size = 1;
  for (const { unknown, times } of terms) {
    const ownLeast = times * (times > 0 ? box.low : box.high)[unknown]!;
    const ownMost = times * (times > 0 ? box.high : box.low)[unknown]!;
    if (ownLeast === -Infinity) openBelow += 1;
    else least += ownLeast;
    if (ownMost === Infinity) openAbove += 1;
    else most += ownMost;
    size = Math.max(size, Math.abs(least), Math.abs(most));
  }
  let changed = false;
  for (const { unknown, times } of terms) {
    const ownLeast = times * (times > 0 ? box.low : box.high)[unknown]!;
    const ownMost = times * (times > 0 ? box.high : box.low)[unknown]!;
    const othersLeast = without(ownLeast, least, openBelow, -Infinity);
    const othersMost = without(ownMost, most, openAbove, Infinity);
    const a = (low - othersMost) / times;
    const b = (high - othersLeast) / times;
    const within = size / Math.abs(times);
    if (times > 0 ? narrowTo(unknown, a, b, within, box) : narrowTo(unknown, b, a, within, box))
      changed = true;
  }
  return changed;
}

/** A total without one of its terms; open when another term is. */
function without(own: number, total: number, openTerms: number, open: number): number {
  if (own === open) return openTerms > 1 ? open : total;
  return openTerms > 0 ? open : total - own;
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
