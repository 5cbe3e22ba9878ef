import type { ValueCounts } from "./value-counts.js";

/** The distinct differences between the pairs of two groups, and how many pairs lie beyond each. */
export interface PairDifferences {
  /** First value less second, distinct, from lowest to highest. */
  readonly differences: Float64Array;
  /** How many pairs have each difference. */
  readonly pairs: Float64Array;
}

/**
 * All differences of a first value less a second one, ties counted and not repeated.
 *
 * @param valueCounts two groups as countValues gives them, each with at least 1 value
 * @returns the distinct differences and how many pairs have each
 * @see Hollander, Wolfe & Chicken (2014) Nonparametric Statistical Methods, 3rd ed., section 4.2
 * @example
 * pairDifferences({ values: [1, 2, 4], counts: [[0, 1, 2], [3, 1, 0]] }) // => { differences: [0, 1, 2, 3], pairs: [1, 3, 2, 6] }
 */
export function pairDifferences({ values, counts }: ValueCounts): PairDifferences {
  const [first, second] = counts.map((group) =>
    values.flatMap((value, index) => (group[index] === 0 ? [] : [{ value, count: group[index] as number }])),
  );
  const all = new Float64Array(first!.length * second!.length);
  first!.forEach((ours, row) =>
    second!.forEach((theirs, column) => {
      all[row * second!.length + column] = ours.value - theirs.value;
    }),
  );
  const differences = all.sort().filter((value, index) => index === 0 || value !== all[index - 1]);
  const pairs = new Float64Array(differences.length);
  for (const ours of first!) {
    for (const theirs of second!)
      pairs[placeOf(ours.value - theirs.value, differences)]! += ours.count * theirs.count;
  }
  return { differences, pairs };
}

/** By halving: the value is one of the sorted list. */
function placeOf(value: number, sorted: Float64Array): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
