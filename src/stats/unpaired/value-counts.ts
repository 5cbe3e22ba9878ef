import { checkFinite } from "../check-values.js";

/** How often each distinct value occurs in each of several groups. */
export interface ValueCounts {
  /** The distinct values over all groups, from lowest to highest. */
  readonly values: readonly number[];
  /** For each group, one count per distinct value. */
  readonly counts: readonly (readonly number[])[];
}

/** Whole numbers are counted in one pass, without sorting, when they span fewer numbers than this or than there are values. */
const NARROW_RANGE = 256;
const LOWEST_BYTE = -128;
const HIGHEST_BYTE = 255;

/**
 * Counts how often each distinct value occurs in each group: all that a statistic of ranks needs to know.
 *
 * Whole numbers in a narrow range, such as Likert answers in a plain or a typed array, are counted in one pass; other
 * values are sorted. Values are the same when they are equal as doubles, so scores are best in whole units.
 *
 * @param groups values in any unit; observed values only, the caller drops and counts the missing
 * @param where the function asking, for the error message
 * @returns the distinct values and, for each group, how often each occurs
 * @throws RangeError when a value is not finite
 * @see Mehta, Patel & Tsiatis (1984) Biometrics 40:819-825, where a rank test is a test on such a table
 * @example
 * countValues([[4, 2, 4], [5, 2]], "demo") // => { values: [2, 4, 5], counts: [[1, 2, 0], [1, 0, 1]] }
 */
export function countValues(groups: readonly ArrayLike<number>[], where: string): ValueCounts {
  if (groups.every(isBytes)) return countInRange(groups, LOWEST_BYTE, HIGHEST_BYTE);
  groups.forEach((group, index) => checkFinite(group, `${where}: group ${index + 1}`));
  const range = wholeRange(groups);
  return range === null ? countSorted(groups) : countInRange(groups, range.low, range.high);
}

function isBytes(group: ArrayLike<number>): boolean {
  return group instanceof Uint8Array || group instanceof Int8Array;
}

/** The lowest and highest value when all are whole and not far apart, null otherwise. */
function wholeRange(groups: readonly ArrayLike<number>[]): { low: number; high: number } | null {
  let low = Infinity;
  let high = -Infinity;
  for (const group of groups) {
    for (let index = 0; index < group.length; index += 1) {
      const value = group[index] as number;
      if (!Number.isInteger(value)) return null;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  const n = groups.reduce((sum, group) => sum + group.length, 0);
  return n > 0 && high - low < Math.max(NARROW_RANGE, n) ? { low, high } : null;
}

function countInRange(groups: readonly ArrayLike<number>[], low: number, high: number): ValueCounts {
  const all = groups.map((group) => {
    const counts = new Float64Array(high - low + 1);
    for (let index = 0; index < group.length; index += 1) counts[(group[index] as number) - low]! += 1;
    return counts;
  });
  const present = Array.from({ length: high - low + 1 }, (_, offset) => offset).filter((offset) =>
    all.some((counts) => counts[offset] !== 0),
  );
  return {
    values: present.map((offset) => low + offset),
    counts: all.map((counts) => present.map((offset) => counts[offset] as number)),
  };
}

function countSorted(groups: readonly ArrayLike<number>[]): ValueCounts {
  const sorted = groups.map((group) => Float64Array.from(group).sort());
  const places = sorted.map(() => 0);
  const values: number[] = [];
  const counts: number[][] = sorted.map(() => []);
  for (;;) {
    const next = sorted.reduce(
      (lowest, group, index) => Math.min(lowest, group[places[index]!] ?? Infinity),
      Infinity,
    );
    if (next === Infinity) return { values, counts };
    values.push(next === 0 ? 0 : next);
    sorted.forEach((group, index) => {
      const start = places[index]!;
      let end = start;
      while (group[end] === next) end += 1;
      places[index] = end;
      counts[index]!.push(end - start);
    });
  }
}
