import type { Extremes } from "./highs.js";
import { valueOf } from "./solution.js";
import type { Bounds, Term } from "./system.js";
import { Unproven } from "./unproven.js";

/** A sum whose bounds are to stay so far apart. */
export interface Watched {
  readonly terms: readonly Term[];
  readonly width: number;
  /** Values that it may take, where any are known. */
  readonly known?: Bounds;
}

/** What is known of a number that is too narrow, or that may be: its bounds could not be worked out. */
export interface Narrow {
  readonly bounds: Bounds;
  readonly isProven: boolean;
}

/** Whether bounds are at least as far apart as asked, to a millionth of it. */
export function isWide({ low, high }: Bounds, width: number): boolean {
  return low === null || high === null || high - low >= width - 1e-6 * Math.max(1, width);
}

/**
 * The bounds of each number that is too narrow, or may be; null for one that is wide enough. Every solution found for one
 * is held against all: two that lie far enough apart prove a number wide, and its bounds are not looked for.
 *
 * @returns one after another, each looked for when it is asked for
 */
export function* narrowAmong(watched: readonly Watched[], extremes: Extremes): Generator<Narrow | null> {
  const seen = watched.map(({ known }) => ({ low: known?.low ?? Infinity, high: known?.high ?? -Infinity }));
  const ask: Extremes = (terms, side, enough, reached) => {
    const extreme = extremes(terms, side, enough, reached);
    const { at } = extreme;
    if (at === null) return extreme;
    for (const [place, one] of watched.entries()) {
      const value = valueOf(one.terms, at);
      const own = seen[place]!;
      own.low = Math.min(own.low, value);
      own.high = Math.max(own.high, value);
    }
    return extreme;
  };
  const narrow = ({ terms, width }: Watched, own: { low: number; high: number }): Narrow | null => {
    try {
      if (own.low > own.high) ask([], "lowest");
      if (isWide(own, width)) return null;
      const high = ask(terms, "highest", own.low + width, own.high).value;
      if (high === null || isWide(own, width)) return null;
      const low = ask(terms, "lowest", own.high - width, own.low).value;
      return isWide({ low, high }, width) ? null : { bounds: { low, high }, isProven: true };
    } catch (error) {
      if (error instanceof Unproven) return { bounds: { low: null, high: null }, isProven: false };
      throw error;
    }
  };
  for (const [place, one] of watched.entries()) yield narrow(one, seen[place]!);
}
