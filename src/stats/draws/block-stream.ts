import { argumentError } from "../argument-error.js";
import type { GeneratorState } from "./xoshiro.js";

/** Draws taken from one stream. Part of every seeded result: another size draws other numbers. */
export const DRAWS_IN_A_BLOCK = 4096;

/** The random words of one block of one input, and room to work in. */
export interface BlockStream {
  readonly state: GeneratorState;
  /** Overwritten by whatever draws from the stream, as is the next. */
  readonly words: Int32Array;
  readonly spare: Float64Array;
}

/**
 * The stream of one block, at its start.
 *
 * @param states four words for each block, as blockStates gives them
 * @param block number of the block, from 0
 * @returns a stream of its own: drawing from it moves no other
 * @throws RangeError when there is no such block
 * @see {@link DRAWS_IN_A_BLOCK}
 * @example
 * openBlock(Int32Array.of(1, 2, 3, 4), 0).state // => [1, 2, 3, 4]
 */
export function openBlock(states: Int32Array, block: number): BlockStream {
  const stream = {
    state: new Int32Array(4),
    words: new Int32Array(2 * DRAWS_IN_A_BLOCK),
    spare: new Float64Array(DRAWS_IN_A_BLOCK),
  };
  moveToBlock(stream, states, block);
  return stream;
}

/**
 * Takes a stream to the start of another block, so that its room is used again.
 *
 * @param stream overwritten
 * @param states four words for each block
 * @param block number of the block, from 0
 * @returns the stream
 * @throws RangeError when there is no such block
 * @see {@link openBlock}
 * @example
 * moveToBlock(openBlock(Int32Array.of(1, 2, 3, 4, 5, 6, 7, 8), 0), Int32Array.of(1, 2, 3, 4, 5, 6, 7, 8), 1).state // => [5, 6, 7, 8]
 */
export function moveToBlock(stream: BlockStream, states: Int32Array, block: number): BlockStream {
  const blocks = states.length / 4;
  if (!(Number.isInteger(block) && block >= 0 && block < blocks))
    throw argumentError("moveToBlock: block", `a whole number, 0 to ${blocks - 1}`, block);
  for (let word = 0; word < 4; word += 1) stream.state[word] = states[4 * block + word] as number;
  return stream;
}

/**
 * Refuses a list of draws that is longer than a block.
 *
 * @param out where draws will be written
 * @param where the function and the parameter, as "fillUniform: out"
 * @returns how many draws are asked for
 * @throws RangeError when there are more places than a block has draws
 * @see {@link DRAWS_IN_A_BLOCK}
 * @example
 * checkRoom(new Float64Array(3), "fillUniform: out") // => 3
 */
export function checkRoom(out: Float64Array, where: string): number {
  if (out.length > DRAWS_IN_A_BLOCK)
    throw argumentError(where, `at most ${DRAWS_IN_A_BLOCK} places`, out.length);
  return out.length;
}
