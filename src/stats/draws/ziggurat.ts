import { nextWord } from "./xoshiro.js";
import type { GeneratorState } from "./xoshiro.js";

/** The half bell exp(-z² / 2) is cut into layers of equal area; the lowest holds the tail. */
export const LAYERS = 256;
/** Where the tail begins, and the area of a layer: the pair for which the top layer ends at the top of the bell. */
const TAIL_FROM = 3.6541528853610088;
const AREA = 0.004928673233974655;

/** How wide each layer is, and 0 at the top. A place nearer than the width of the layer above lies under the bell. */
export const widths = layerWidths();
/** The width of a layer for each step of a signed 32-bit word. */
export const steps = widths.map((width) => width / 2147483648);
const heights = widths.map(bell);

/**
 * Settles the one place in a hundred that lies beyond the width of the layer above: kept where it is under the bell, else
 * drawn anew; in the lowest layer, a draw from the tail.
 *
 * @param state moved on by a word or more
 * @param z the place
 * @param layer its layer, 0 to 255
 * @returns a standard normal value
 * @see Marsaglia & Tsang (2000) J Stat Softw 5(8); Marsaglia (1964) Technometrics 6:101-102 for the tail
 * @example
 * settleNormal(Int32Array.of(1, 2, 3, 4), 0.1, 255) // => 0.1
 */
export function settleNormal(state: GeneratorState, z: number, layer: number): number {
  if (layer === 0) return z < 0 ? -drawTail(state) : drawTail(state);
  const low = heights[layer] as number;
  const high = heights[layer + 1] as number;
  return low + nextShare(state) * (high - low) < bell(z) ? z : nextStandardNormal(state);
}

/**
 * The next standard normal value, for the few that a loop needs one by one.
 *
 * @param state moved on by two words, seldom by more
 * @returns one draw
 * @see {@link fillStandardNormal} for the same in bulk
 * @example
 * nextStandardNormal(Int32Array.of(1, 2, 3, 4)) // => 0.00002097894051
 */
export function nextStandardNormal(state: GeneratorState): number {
  const word = nextWord(state) | 0;
  const second = nextWord(state);
  const layer = second & (LAYERS - 1);
  const z = (word + (second >>> 8) / 16777216 + 1 / 33554432) * (steps[layer] as number);
  return Math.abs(z) < (widths[layer + 1] as number) ? z : settleNormal(state, z, layer);
}

/** Exponential steps beyond the start of the tail, refused as often as the bell is below them. */
function drawTail(state: GeneratorState): number {
  for (;;) {
    const beyond = -Math.log(nextShare(state)) / TAIL_FROM;
    const allowance = -Math.log(nextShare(state));
    if (2 * allowance > beyond * beyond) return TAIL_FROM + beyond;
  }
}

function nextShare(state: GeneratorState): number {
  return (nextWord(state) + 0.5) / 4294967296;
}

/** Widths from the lowest layer, as wide as its area over its height, to nothing at the top of the bell. */
function layerWidths(): Float64Array {
  const found = new Float64Array(LAYERS + 1);
  found[0] = AREA / bell(TAIL_FROM);
  found[1] = TAIL_FROM;
  for (let layer = 2; layer < LAYERS; layer += 1) {
    const below = found[layer - 1] as number;
    found[layer] = Math.sqrt(-2 * Math.log(AREA / below + bell(below)));
  }
  return found;
}

function bell(z: number): number {
  return Math.exp((-z * z) / 2);
}
