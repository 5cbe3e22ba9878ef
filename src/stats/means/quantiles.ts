import { argumentError } from "../argument-error.js";
import { checkFinite, checkProbability } from "../check-values.js";
import { largestSize } from "../numeric/range.js";

const BINS = 4096;
/** So few values are sorted. */
const FEW = 2048;

/**
 * Several quantiles of many values, without sorting them: those of `quantile` (type 7), to the bit, in a tenth of the time.
 *
 * Each value falls into one of equal bins, which keep the order; only the bins that hold a rank asked for are looked at
 * further.
 *
 * @param values at least 1, in any unit; not changed
 * @param probabilities shares of the values below, each 0 to 1, in any order
 * @returns one quantile for each probability, in the unit of the values
 * @throws RangeError when there are no values, one is not finite or a probability is not from 0 to 1
 * @see Hyndman & Fan (1996) Am Stat 50:361-365, definition 7
 * @example
 * quantiles(Float64Array.of(4, 1, 3, 2), [0.25, 0.5]) // => [1.75, 2.5]
 */
export function quantiles(values: Float64Array, probabilities: readonly number[]): readonly number[] {
  if (values.length < 1) throw argumentError("quantiles: values", "at least 1", values.length);
  const ranks = new Set<number>();
  for (const p of probabilities) {
    const place = (values.length - 1) * checkProbability(p, "quantiles: probabilities");
    ranks.add(Math.floor(place)).add(Math.ceil(place));
  }
  const found = new Map<number, number>();
  select(values, 0, [...ranks], found);
  return probabilities.map((p) => {
    const place = (values.length - 1) * p;
    const low = found.get(Math.floor(place))!;
    const high = found.get(Math.ceil(place))!;
    const share = place - Math.floor(place);
    const value = low + share * (high - low);
    return Number.isFinite(value) ? value : scaled(values, low, high, share);
  });
}

/** Finds the values of some ranks among values of which `before` others are smaller than all. */
function select(
  values: Float64Array,
  before: number,
  ranks: readonly number[],
  found: Map<number, number>,
): void {
  const { low, high } = endsOf(values);
  const perUnit = BINS / (high - low);
  const counts = values.length > FEW && Number.isFinite(perUnit) ? countBins(values, low, perUnit) : null;
  if (counts === null || counts.includes(values.length)) {
    const sorted = values.slice().sort();
    for (const rank of ranks) found.set(rank, sorted[rank - before] as number);
    return;
  }
  const bins = new Map<number, { before: number; ranks: number[] }>();
  for (const rank of ranks) {
    let bin = 0;
    let smaller = before;
    while (smaller + (counts[bin] as number) <= rank) smaller += counts[bin++] as number;
    const one = bins.get(bin) ?? { before: smaller, ranks: [] };
    one.ranks.push(rank);
    bins.set(bin, one);
  }
  const gathered = gatherBins(values, low, perUnit, counts, [...bins.keys()]);
  [...bins.values()].forEach((one, index) => select(gathered[index]!, one.before, one.ranks, found));
}

/** Two values further apart than the largest double, as shares of the largest. */
function scaled(values: Float64Array, low: number, high: number, share: number): number {
  const largest = largestSize(values);
  return largest * (low / largest + share * (high / largest - low / largest));
}

function endsOf(values: Float64Array): { readonly low: number; readonly high: number } {
  let low = Infinity;
  let high = -Infinity;
  let zero = 0;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] as number;
    if (value < low) low = value;
    if (value > high) high = value;
    zero += value - value;
  }
  if (zero !== 0) checkFinite(values, "quantiles: values");
  return { low, high };
}

function countBins(values: Float64Array, low: number, perUnit: number): Int32Array {
  // the highest value falls one past the last bin
  const counts = new Int32Array(BINS + 1);
  for (let index = 0; index < values.length; index += 1)
    counts[(((values[index] as number) - low) * perUnit) | 0]! += 1;
  return counts;
}

function gatherBins(
  values: Float64Array,
  low: number,
  perUnit: number,
  counts: Int32Array,
  bins: readonly number[],
): readonly Float64Array[] {
  const slots = new Int16Array(BINS + 1).fill(-1);
  const gathered = bins.map((bin) => new Float64Array(counts[bin] as number));
  const filled = bins.map(() => 0);
  bins.forEach((bin, slot) => (slots[bin] = slot));
  for (let index = 0; index < values.length; index += 1) {
    const slot = slots[(((values[index] as number) - low) * perUnit) | 0] as number;
    if (slot >= 0) gathered[slot]![filled[slot]!++] = values[index] as number;
  }
  return gathered;
}
