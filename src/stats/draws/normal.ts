import { checkRoom } from "./block-stream.js";
import type { BlockStream } from "./block-stream.js";
import { LAYERS, settleNormal, steps, widths } from "./ziggurat.js";

/**
 * Draws standard normal values, by the ziggurat: 99 of 100 need two random words, a product and a comparison.
 *
 * Eight bits choose the layer and the other 56 the place in it, so that neither depends on the other. The generator is
 * written out in the loop (see {@link nextWord}), its state kept out of memory;
 * what the loop leaves is settled after it.
 *
 * @param stream moved on by two words a draw, and by some more for one draw in a hundred
 * @param out overwritten; at most a block of places
 * @returns the draws, with mean 0 and standard deviation 1
 * @throws RangeError when there is room for more than a block
 * @see Marsaglia & Tsang (2000) J Stat Softw 5(8); Doornik (2005) on choosing layer and place apart
 * @example
 * fillStandardNormal(openBlock(Int32Array.of(1, 2, 3, 4), 0), new Float64Array(1)) // => [0.00002097894051]
 */
export function fillStandardNormal(stream: BlockStream, out: Float64Array): Float64Array {
  checkRoom(out, "fillStandardNormal: out");
  const { state, words } = stream;
  const left = proposeNormals(stream, out);
  for (let index = 0; index < left; index += 2) {
    const draw = words[index] as number;
    out[draw] = settleNormal(state, out[draw] as number, words[index + 1] as number);
  }
  return out;
}

/** Draws every value and notes those beyond the width of the layer above: their place in the list and their layer. */
function proposeNormals({ state, words }: BlockStream, out: Float64Array): number {
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
    // between -2³¹ and 2³¹, as often above 0 as below
    const place = word + (other >>> 8) / 16777216 + 1 / 33554432;
    const z = place * (steps[layer] as number);
    out[draw] = z;
    if (Math.abs(z) < (widths[layer + 1] as number)) continue;
    words[left] = draw;
    words[left + 1] = layer;
    left += 2;
  }
  state[0] = first;
  state[1] = second;
  state[2] = third;
  state[3] = fourth;
  return left;
}
