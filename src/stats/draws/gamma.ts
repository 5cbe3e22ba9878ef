import { argumentError } from "../argument-error.js";
import { checkRoom } from "./block-stream.js";
import type { BlockStream } from "./block-stream.js";
import { fillStandardNormal, nextStandardNormal } from "./normal.js";
import { fillWords, nextWord } from "./xoshiro.js";
import type { GeneratorState } from "./xoshiro.js";

/** Below this shape a standard deviation is ten times the mean, and draws run out of the doubles. */
const LEAST_SHAPE = 0.01;
const MOST_SHAPE = 1e10;

/**
 * Draws gamma values of scale 1.
 *
 * @param stream moved on by three words a draw or a little more; four where the shape is below 1
 * @param shape 0.01 to 1e10: the mean of the draws, and their variance
 * @param out overwritten; at most a block of places
 * @returns the draws, 0 or more
 * @throws RangeError when the shape is outside its range, or there is room for more than a block
 * @see Marsaglia & Tsang (2000) ACM Trans Math Softw 26:363-372; shape below 1 by their section 6
 * @example
 * fillStandardGamma(openBlock(Int32Array.of(1, 2, 3, 4), 0), 16, new Float64Array(2)).length // => 2
 */
export function fillStandardGamma(stream: BlockStream, shape: number, out: Float64Array): Float64Array {
  checkGammaShape(shape, "fillStandardGamma: shape");
  const { state, words } = stream;
  const count = checkRoom(out, "fillStandardGamma: out");
  const centre = (shape < 1 ? shape + 1 : shape) - 1 / 3;
  const spread = 1 / Math.sqrt(9 * centre);
  fillStandardNormal(stream, out);
  fillWords(state, words, count);
  for (let draw = 0; draw < count; draw += 1) {
    const z = out[draw] as number;
    const root = 1 + spread * z;
    const chance = share(words[draw] as number);
    const square = z * z;
    // the cube of the root is kept without a logarithm in all but a few of a hundred draws
    out[draw] =
      root > 0 && chance < 1 - 0.0331 * square * square
        ? centre * root * root * root
        : settle(state, centre, spread, z, chance);
  }
  return shape < 1 ? shrink(stream, shape, out) : out;
}

/**
 * Refuses a gamma shape that draws cannot be made for.
 *
 * @param shape mean² / variance
 * @param where the function and the parameter, as "fillStandardGamma: shape"
 * @returns the shape
 * @throws RangeError when it is not from 0.01 to 1e10
 * @see {@link argumentError}
 * @example
 * checkGammaShape(0.5, "fillStandardGamma: shape") // => 0.5
 */
export function checkGammaShape(shape: number, where: string): number {
  if (!(shape >= LEAST_SHAPE && shape <= MOST_SHAPE))
    throw argumentError(where, `${LEAST_SHAPE} to 1e10`, shape);
  return shape;
}

function settle(state: GeneratorState, centre: number, spread: number, z: number, chance: number): number {
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
