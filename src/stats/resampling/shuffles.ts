import type { Draw } from "./blocks.js";
import { nextIndex } from "./generator.js";
import type { GeneratorState } from "../draws/xoshiro.js";

/**
 * Draws the sum of a random group: one block of replicates for permutationTest.
 *
 * @param values of both groups together, finite
 * @param size of the group, 1 to the number of values
 * @returns a function to be passed to drawBlock or drawBlocks
 * @see {@link pickToFront}
 * @example
 * drawBlock({ seed: 1, family: "demo", replicates: 2 }, 0, shuffleSums([7, 7, 7], 2)) // => [14, 14]
 */
export function shuffleSums(values: ArrayLike<number>, size: number): () => Draw {
  return () => {
    const shuffled = new Float64Array(values);
    return (generator) => {
      pickToFront(generator, shuffled, size);
      let sum = 0;
      for (let place = 0; place < size; place += 1) sum += shuffled[place] as number;
      return sum;
    };
  };
}

/**
 * Moves a random group to the front of a list: the first steps of a Fisher-Yates shuffle.
 *
 * Any order may come in, so one list serves for all draws.
 *
 * @param state of the generator, moved on
 * @param values changed in place
 * @param size of the group, 0 to the number of values
 * @returns the values
 * @see Durstenfeld (1964) Commun ACM 7:420
 * @example
 * pickToFront(Int32Array.of(1, 2, 3, 4), Float64Array.of(5, 5, 5), 2) // => [5, 5, 5]
 */
export function pickToFront(state: GeneratorState, values: Float64Array, size: number): Float64Array {
  for (let place = 0; place < size; place += 1) {
    const other = place + nextIndex(state, values.length - place);
    const value = values[other] as number;
    values[other] = values[place] as number;
    values[place] = value;
  }
  return values;
}
