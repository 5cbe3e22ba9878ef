import { checkWhole } from "../check-values.js";
import { generatorFor } from "../resampling/generator.js";
import { jumpAhead } from "./xoshiro.js";

/**
 * Where the stream of each block of a family starts: seed, family and number of the block decide it, nothing else, so
 * that blocks drawn in any order, by any number of workers, hold the same bits.
 *
 * The study's Mersenne Twister (core/random) gives the first block its state. It has 624 words of state and no cheap way
 * to jump, which suits one long stream and not thousands of short ones; each further block is 2⁶⁴ words on, by the jump
 * of xoshiro128**, so that no two blocks of a family can overlap.
 *
 * @param seed the study's seed, a whole number
 * @param family what is drawn, as "input/hours"; another family is another, unrelated stream
 * @param blocks how many blocks, at least 1
 * @returns four words for each block
 * @throws RangeError when the seed is not a whole number, or the blocks are not 1 or more
 * @see L'Ecuyer et al. (2017) Math Comput Simul 135:3-17 on streams for parallel work
 * @example
 * blockStates(1, "demo", 3).length // => 12
 */
export function blockStates(seed: number, family: string, blocks: number): Int32Array {
  checkWhole(blocks, 1, "blockStates: blocks");
  const states = new Int32Array(4 * blocks);
  const state = generatorFor(seed, family);
  for (let block = 0; block < blocks; block += 1) {
    states.set(state, 4 * block);
    jumpAhead(state);
  }
  return states;
}
