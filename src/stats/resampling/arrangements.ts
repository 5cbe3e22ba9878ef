import { sumOf } from "../numeric/sum.js";

/**
 * Visits every way to pick a group of a given size from n people.
 *
 * @param n people, at least 1
 * @param size of the group, 1 to n
 * @param visit called with the people picked, in rising order; the list is used again and must not be kept
 * @returns how many ways there were
 * @see Knuth (2011) The Art of Computer Programming 4A, section 7.2.1.3
 * @example
 * visitChoices(4, 2, () => undefined) // => 6
 */
export function visitChoices(n: number, size: number, visit: (picked: Int32Array) => void): number {
  const picked = Int32Array.from({ length: size }, (_, index) => index);
  for (let ways = 1; ; ways += 1) {
    visit(picked);
    let place = size - 1;
    while (place >= 0 && picked[place] === n - size + place) place -= 1;
    if (place < 0) return ways;
    picked[place]! += 1;
    for (let next = place + 1; next < size; next += 1) picked[next] = (picked[next - 1] as number) + 1;
  }
}

/**
 * The probability of each sum when a group of a given size is picked at random from whole numbers.
 *
 * Takes the numbers one by one, keeping how many were picked and what they sum to. Probabilities are only added and
 * multiplied, so that the smallest keep their digits.
 *
 * @param values whole numbers, 0 or more, the smallest best 0
 * @param size of the group, 1 to the number of values
 * @returns the probability of a sum of 0, 1, 2 and so on, to the largest there can be
 * @see Streitberg & Röhmel (1986) Stat Softw Newsl 12:10-17, the shift algorithm
 * @example
 * sumProbabilities([0, 1, 1, 3], 2) // => [0, 0.33333333, 0.16666667, 0.16666667, 0.33333333]
 */
export function sumProbabilities(values: readonly number[], size: number): Float64Array {
  const most = largestSum(values, size);
  const rows = Array.from({ length: size + 1 }, () => new Float64Array(most + 1));
  (rows[0] as Float64Array)[0] = 1;
  values.forEach((value, seen) => {
    const left = values.length - seen;
    for (let picked = Math.min(seen + 1, size); picked >= 0; picked -= 1) {
      const chanceToStay = 1 - (size - picked) / left;
      const row = rows[picked] as Float64Array;
      for (let sum = 0; sum <= most; sum += 1) row[sum]! *= chanceToStay;
      if (picked === 0) continue;
      const chanceToCome = (size - picked + 1) / left;
      const from = rows[picked - 1] as Float64Array;
      for (let sum = value; sum <= most; sum += 1) row[sum]! += chanceToCome * (from[sum - value] as number);
    }
  });
  return rows[size] as Float64Array;
}

/**
 * The largest sum that a group of a given size can have.
 *
 * @param values any numbers
 * @param size of the group, 0 to the number of values
 * @returns the sum of the largest values
 * @see {@link sumProbabilities}
 * @example
 * largestSum([3, 9, 1], 2) // => 12
 */
export function largestSum(values: readonly number[], size: number): number {
  const falling = [...values].sort((a, b) => b - a);
  return sumOf(falling.slice(0, size));
}
