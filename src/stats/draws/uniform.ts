import { checkRoom } from "./block-stream.js";
import type { BlockStream } from "./block-stream.js";
import { fillWords } from "./xoshiro.js";

const TWO_TO_52 = 4503599627370496;

/**
 * Draws numbers between 0 and 1, each place as likely as any other, with 52 random bits.
 *
 * @param stream moved on by two words a draw
 * @param out overwritten; at most a block of places
 * @returns the draws, more than 0 and less than 1, as far from 0 as from 1
 * @throws RangeError when there is room for more than a block
 * @see {@link fillWords} for the generator
 * @example
 * fillUniform(openBlock(Int32Array.of(1, 2, 3, 4), 0), new Float64Array(2)) // => [0.000002682209014892578, 0.001379996784]
 */
export function fillUniform({ state, words }: BlockStream, out: Float64Array): Float64Array {
  const count = checkRoom(out, "fillUniform: out");
  fillWords(state, words, 2 * count);
  for (let draw = 0; draw < count; draw += 1) {
    const high = (words[2 * draw] as number) >>> 6;
    const low = (words[2 * draw + 1] as number) >>> 6;
    out[draw] = (high * 67108864 + low + 0.5) / TWO_TO_52;
  }
  return out;
}
