import { slack } from "./rows.js";
import type { Row } from "./rows.js";
import type { Unknown } from "./system.js";

/** Sweeps over all constraints at most. Stopping early costs time later, never truth. */
const sweeps = 30;

/** Lowest and highest value of each unknown so far. */
export interface Box {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly whole: readonly boolean[];
}

/** The lowest and highest values that unknowns start with. */
export function boxOf(unknowns: readonly Unknown[]): Box {
  return {
    low: Float64Array.from(unknowns, ({ low }) => low),
    high: Float64Array.from(unknowns, ({ high }) => high ?? Infinity),
    whole: unknowns.map(({ whole }) => whole),
  };
}

/** Which rows narrow a box at first: all of them, those that hold one unknown, or none but the one besides. */
export type From = "all" | "besides" | { readonly unknown: number };

/**
 * Narrow a box by each row in turn until none narrows any more; a row waits until another has narrowed an unknown of it. The
 * box is changed in place.
 *
 * @returns work on a box, by the rows and one besides them. It is false when a row leaves an unknown no value: then nothing in
 *   the box satisfies the rows
 */
export function narrower(
  rows: readonly Row[],
  unknowns: number,
): (box: Box, from: From, besides?: Row) => boolean {
  const uses: number[][] = Array.from({ length: unknowns }, () => []);
  rows.forEach(({ terms }, place) => {
    for (const { unknown } of terms) uses[unknown]!.push(place);
  });
  const waits = new Uint8Array(rows.length);
  const setOff = (unknown: number) => {
    for (const use of uses[unknown]!) waits[use] = 1;
  };
  const work = (row: Row, box: Box): Done => {
    const done = narrowBy(row, box);
    if (done === "narrower") for (const { unknown } of row.terms) setOff(unknown);
    return done;
  };
  return (box, from, besides) => {
    waits.fill(from === "all" ? 1 : 0);
    if (typeof from === "object") setOff(from.unknown);
    for (let sweep = 0, changed = true; changed && sweep < sweeps; sweep++) {
      changed = false;
      if (besides !== undefined) {
        const done = work(besides, box);
        if (done === "nothing left") return false;
        if (done === "narrower") changed = true;
      }
      for (let place = 0; place < rows.length; place++) {
        if (waits[place] === 0) continue;
        waits[place] = 0;
        const done = work(rows[place]!, box);
        if (done === "nothing left") return false;
        if (done === "narrower") changed = true;
      }
    }
    return true;
  };
}

type Done = "no change" | "narrower" | "nothing left";

/** Narrow each unknown to what the other terms can leave it. An open end of another term leaves it anything. */
function narrowBy({ terms, low, high }: Row, box: Box): Done {
  const { low: lows, high: highs } = box;
  let least = 0;
  let most = 0;
  let openBelow = 0;
  let openAbove = 0;
  let size = 1;
  for (const { unknown, times } of terms) {
    const ownLeast = times * (times > 0 ? lows[unknown]! : highs[unknown]!);
    const ownMost = times * (times > 0 ? highs[unknown]! : lows[unknown]!);
    if (ownLeast === -Infinity) openBelow += 1;
    else least += ownLeast;
    if (ownMost === Infinity) openAbove += 1;
    else most += ownMost;
    size = Math.max(size, Math.abs(least), Math.abs(most));
  }
  const holdsAnyway =
    (openBelow > 0 ? low === -Infinity : least >= low) && (openAbove > 0 ? high === Infinity : most <= high);
  if (holdsAnyway) return "no change";
  let changed: Done = "no change";
  for (const { unknown, times } of terms) {
    const ownLeast = times * (times > 0 ? lows[unknown]! : highs[unknown]!);
    const ownMost = times * (times > 0 ? highs[unknown]! : lows[unknown]!);
    const othersLeast = without(ownLeast, least, openBelow, -Infinity);
    const othersMost = without(ownMost, most, openAbove, Infinity);
    const a = (low - othersMost) / times;
    const b = (high - othersLeast) / times;
    const within = size / Math.abs(times);
    const done = times > 0 ? narrowTo(unknown, a, b, within, box) : narrowTo(unknown, b, a, within, box);
    if (done === "nothing left") return done;
    if (done === "narrower") changed = done;
  }
  return changed;
}

/** A total without one of its terms; open when another term is. */
function without(own: number, total: number, openTerms: number, open: number): number {
  if (own === open) return openTerms > 1 ? open : total;
  return openTerms > 0 ? open : total - own;
}

/** @param size how large the numbers are from which the limits were worked out: rounding errs in proportion to them */
function narrowTo(place: number, from: number, to: number, size: number, { low, high, whole }: Box): Done {
  const margin = whole[place] ? Math.max(slack, 1e-12 * size) : 1e-10 * size;
  const least = whole[place] ? Math.ceil(from - margin) : from - margin;
  const most = whole[place] ? Math.floor(to + margin) : to + margin;
  const width = high[place]! - low[place]!;
  const worthIt = whole[place] || width === Infinity ? 0 : Math.max(1e3 * margin, 1e-3 * width);
  const raises = least > low[place]! + worthIt;
  const lowers = most < high[place]! - worthIt;
  if (raises) low[place] = least;
  if (lowers) high[place] = most;
  if (low[place]! > high[place]!) {
    if (whole[place] || low[place]! > high[place]! + margin) return "nothing left";
    low[place] = high[place] = (low[place]! + high[place]!) / 2;
  }
  return raises || lowers ? "narrower" : "no change";
}
