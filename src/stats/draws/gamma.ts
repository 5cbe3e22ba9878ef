import { argumentError } from "../argument-error.js";
import { checkRoom } from "./block-stream.js";
import type { BlockStream } from "./block-stream.js";
import { fillWords, nextWord } from "./xoshiro.js";
import type { GeneratorState } from "./xoshiro.js";
import { LAYERS, nextStandardNormal, settleNormal, steps, widths } from "./ziggurat.js";

/** Below this shape a standard deviation is ten times the mean, and draws run out of the doubles. */
const LEAST_SHAPE = 0.01;
const MOST_SHAPE = 1e10;
/** Spreads below this, shapes from 1.6, have a closer bound of their own. */
const NARROW = 0.3;

/**
 * Draws gamma values: the cube of a normal value near 1, kept without a logarithm in all but one or two
 * of a hundred draws.
 *
 * Of the 64 bits of a draw, 32 choose the place of the normal value in its layer of the ziggurat, 8 the layer, and 24 whether
 * it is kept. The generator is written out in the loop (see {@link nextWord}), its state kept out of memory;
 * what the loop leaves is settled after it.
 *
 * @param stream moved on by two words a draw or a little more; three where the shape is below 1
 * @param shape 0.01 to 1e10
 * @param scale more than 0, in the unit of the draws: their mean is shape × scale, their variance shape × scale²
 * @param out overwritten; at most a block of places
 * @returns the draws, 0 or more
 * @throws RangeError when the shape is outside its range, or there is room for more than a block
 * @see Marsaglia & Tsang (2000) ACM Trans Math Softw 26:363-372; shape below 1 by their section 6
 * @example
 * fillGamma(openBlock(Int32Array.of(1, 2, 3, 4), 0), 16, 120, new Float64Array(2)).length // => 2
 */
export function fillGamma(
  stream: BlockStream,
  shape: number,
  scale: number,
  out: Float64Array,
): Float64Array {
  checkGammaShape(shape, "fillGamma: shape");
  checkRoom(out, "fillGamma: out");
  const { state, words } = stream;
  const centre = (shape < 1 ? shape + 1 : shape) - 1 / 3;
  const spread = 1 / Math.sqrt(9 * centre);
  const unit = centre * scale;
  const left = proposeGammas(stream, spread, unit, out);
  for (let index = 0; index < left; index += 2) {
    const draw = words[index] as number;
    out[draw] = scale * settle(state, centre, spread, out[draw] as number, words[index + 1] as number);
  }
  return shape < 1 ? shrink(stream, shape, out) : out;
}

/**
 * Refuses a gamma shape that draws cannot be made for.
 *
 * @param shape mean² / variance
 * @param where the function and the parameter, as "fillGamma: shape"
 * @returns the shape
 * @throws RangeError when it is not from 0.01 to 1e10
 * @see {@link argumentError}
 * @example
 * checkGammaShape(0.5, "fillGamma: shape") // => 0.5
 */
export function checkGammaShape(shape: number, where: string): number {
  if (!(shape >= LEAST_SHAPE && shape <= MOST_SHAPE))
    throw argumentError(where, `${LEAST_SHAPE} to 1e10`, shape);
  return shape;
}

/**
 * Draws the gammas that are kept at once, and notes the others: their place in the list and their second word.
 *
 * Marsaglia & Tsang keep a draw below 1 - 0.0331 z⁴ at once. For a narrow spread s, their exact bound is the exponential
 * of -(s² z⁴) (1 / 12 - s z / 15 + ...), which 1 - s² z⁴ / 6 is never above where 1 + s z is more than a half: then a draw
 * in a hundred is left, instead of eight.
 */
function proposeGammas(
  { state, words }: BlockStream,
  spread: number,
  unit: number,
  out: Float64Array,
): number {
  const isNarrow = spread < NARROW;
  const squeeze = isNarrow ? (spread * spread) / 6 : 0.0331;
  const leastRoot = isNarrow ? 0.5 : 0;
  let first = state[0] as number;
  let second = state[1] as number;
  let third = state[2] as number;
  let fourth = state[3] as number;
  let left = 0;
  for (let draw = 0; draw < out.length; draw += 1) {
    let product = Math.imul(second, 5);
    const word = Math.imul((product << 7) | (product >>> 25), 9);
    let shifted = second << 9;
    third ^= first;
    fourth ^= second;
    second ^= third;
    first ^= fourth;
    third ^= shifted;
    fourth = (fourth << 11) | (fourth >>> 21);

    product = Math.imul(second, 5);
    const other = Math.imul((product << 7) | (product >>> 25), 9);
    shifted = second << 9;
    third ^= first;
    fourth ^= second;
    second ^= third;
    first ^= fourth;
    third ^= shifted;
    fourth = (fourth << 11) | (fourth >>> 21);

    const layer = other & (LAYERS - 1);
    const z = (word + 0.5) * (steps[layer] as number);
    const chance = ((other >>> 8) + 0.5) / 16777216;
    const root = 1 + spread * z;
    const square = z * z;
    const isKept =
      Math.abs(z) < (widths[layer + 1] as number) &&
      root > leastRoot &&
      chance < 1 - squeeze * square * square;
    if (isKept) out[draw] = unit * root * root * root;
    else {
      out[draw] = z;
      words[left] = draw;
      words[left + 1] = other;
      left += 2;
    }
  }
  state[0] = first;
  state[1] = second;
  state[2] = third;
  state[3] = fourth;
  return left;
}

function settle(state: GeneratorState, centre: number, spread: number, place: number, word: number): number {
  const layer = word & (LAYERS - 1);
  let z = Math.abs(place) < (widths[layer + 1] as number) ? place : settleNormal(state, place, layer);
  let chance = ((word >>> 8) + 0.5) / 16777216;
  for (;;) {
    const root = 1 + spread * z;
    const cube = root * root * root;
    if (root > 0 && Math.log(chance) < (z * z) / 2 + centre * (1 - cube + Math.log(cube)))
      return centre * cube;
    z = nextStandardNormal(state);
    chance = share(nextWord(state));
  }
}

/** A gamma of shape a + 1, times a uniform to the power 1 / a, is a gamma of shape a. */
function shrink({ state, words }: BlockStream, shape: number, out: Float64Array): Float64Array {
  fillWords(state, words, out.length);
  for (let draw = 0; draw < out.length; draw += 1)
    out[draw]! *= Math.exp(Math.log(share(words[draw] as number)) / shape);
  return out;
}

function share(word: number): number {
  return ((word >>> 0) + 0.5) / 4294967296;
}
