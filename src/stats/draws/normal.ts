import { checkRoom } from "./block-stream.js";
import type { BlockStream } from "./block-stream.js";
import { fillWords, nextWord } from "./xoshiro.js";
import type { GeneratorState } from "./xoshiro.js";

/** The half bell exp(-z² / 2) is cut into layers of equal area; the lowest holds the tail. */
const LAYERS = 256;
/** Where the tail begins, and the area of a layer: the pair for which the top layer ends at the top of the bell. */
const TAIL_FROM = 3.6541528853610088;
const AREA = 0.004928673233974655;

const widths = layerWidths();
const heights = widths.map(bell);
/** The width of a layer for each step of a signed 32-bit word. */
const steps = widths.map((width) => width / 2147483648);

/**
 * Draws standard normal values, by the ziggurat: 99 of 100 need two random words, a product and a comparison.
 *
 * Eight bits choose the layer and the other 56 the place in it, so that neither depends on the other.
 *
 * @param stream moved on by two words a draw, and by some more for one draw in a hundred
 * @param out overwritten; at most a block of places
 * @returns the draws, with mean 0 and standard deviation 1
 * @throws RangeError when there is room for more than a block
 * @see Marsaglia & Tsang (2000) J Stat Softw 5(8); Doornik (2005) on choosing layer and place apart
 * @example
 * fillStandardNormal(openBlock(Int32Array.of(1, 2, 3, 4), 0), new Float64Array(2)).length // => 2
 */
export function fillStandardNormal({ state, words }: BlockStream, out: Float64Array): Float64Array {
  const count = checkRoom(out, "fillStandardNormal: out");
  fillWords(state, words, 2 * count);
  for (let draw = 0; draw < count; draw += 1) {
    const word = words[2 * draw + 1] as number;
    const layer = word & (LAYERS - 1);
    const z = place(words[2 * draw] as number, word) * (steps[layer] as number);
    out[draw] = Math.abs(z) < (widths[layer + 1] as number) ? z : settle(state, z, layer);
  }
  return out;
}

/**
 * The next standard normal value, for the few that a loop needs one by one.
 *
 * @param state moved on by two words, seldom by more
 * @returns one draw
 * @see {@link fillStandardNormal}
 * @example
 * nextStandardNormal(Int32Array.of(1, 2, 3, 4)) // => 0.00002097894051
 */
export function nextStandardNormal(state: GeneratorState): number {
  const first = nextWord(state) | 0;
  const word = nextWord(state);
  const layer = word & (LAYERS - 1);
  const z = place(first, word) * (steps[layer] as number);
  return Math.abs(z) < (widths[layer + 1] as number) ? z : settle(state, z, layer);
}

/** A number between -2³¹ and 2³¹, as often above 0 as below, from 32 bits of one word and the upper 24 of the other. */
function place(first: number, word: number): number {
  return first + (word >>> 8) / 16777216 + 1 / 33554432;
}

/** A place beyond the part of its layer that lies wholly under the bell: kept where it is under the bell, else drawn anew. */
function settle(state: GeneratorState, z: number, layer: number): number {
  if (layer === 0) return z < 0 ? -drawTail(state) : drawTail(state);
  const low = heights[layer] as number;
  const high = heights[layer + 1] as number;
  return low + nextHalfOpen(state) * (high - low) < bell(z) ? z : nextStandardNormal(state);
}

/** Marsaglia (1964): exponential steps beyond the start of the tail, refused as often as the bell is below them. */
function drawTail(state: GeneratorState): number {
  for (;;) {
    const beyond = -Math.log(nextHalfOpen(state)) / TAIL_FROM;
    const allowance = -Math.log(nextHalfOpen(state));
    if (2 * allowance > beyond * beyond) return TAIL_FROM + beyond;
  }
}

function nextHalfOpen(state: GeneratorState): number {
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
