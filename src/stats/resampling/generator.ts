import { stream } from "../../core/random.js";
import { argumentError } from "../argument-error.js";
import { nextWord } from "../draws/xoshiro.js";
import type { GeneratorState } from "../draws/xoshiro.js";

const TWO_TO_32 = 4294967296;

/**
 * A fast source of random words, its four words of state taken from the stream of a seed and a family.
 *
 * @param seed the study's seed, a whole number
 * @param family what the numbers are for; another family is another, unrelated source
 * @returns the state, to be passed to each draw
 * @throws RangeError when the seed is not a whole number
 * @see {@link stream} in core/random for how seed and family are mixed
 * @example
 * nextWord(generatorFor(1, "demo")) === nextWord(generatorFor(1, "demo")) // => true
 */
export function generatorFor(seed: number, family: string): GeneratorState {
  if (!Number.isSafeInteger(seed)) throw argumentError("generatorFor: seed", "a whole number", seed);
  // stream mixes the seed into the family's first letter, so that seed 1 of "b" would be seed 2 of "a"
  const random = stream(seed, `${family}/${seed}`);
  const state = new Int32Array(4);
  while (state.every((word) => word === 0)) {
    for (let word = 0; word < 4; word += 1) state[word] = random() * TWO_TO_32;
  }
  return state;
}

/**
 * A number strictly between 0 and 1, with 53 random bits.
 *
 * @param state moved on by two
 * @returns more than 0 and less than 1, so that its logarithm exists
 * @see {@link nextWord} for the source
 * @example
 * nextUniform(Int32Array.of(1, 2, 3, 4)) // => 0.0000026822091
 */
export function nextUniform(state: GeneratorState): number {
  const high = nextWord(state) >>> 5;
  const low = nextWord(state) >>> 6;
  return (high * 67108864 + low + 0.5) / 9007199254740992;
}

/**
 * A whole number below n, each as likely as any other.
 *
 * The high word of a 32-bit draw times n, the few draws refused that would favour some numbers: no bias.
 *
 * @param state moved on by one, or by one more for each refusal
 * @param n whole number, 1 to 2²¹; above that, to 2³¹, a number's chance may be off by a share of n / 2⁵³
 * @returns whole number, 0 to n - 1
 * @see Lemire (2019) ACM Trans Model Comput Simul 29:3
 * @example
 * nextIndex(Int32Array.of(1, 2, 3, 4), 1000000) // => 2
 */
export function nextIndex(state: GeneratorState, n: number): number {
  for (;;) {
    const word = nextWord(state);
    const low = Math.imul(word, n) >>> 0;
    if (low >= n || low >= TWO_TO_32 % n) return Math.trunc((word * n) / TWO_TO_32);
  }
}

/**
 * Fills a list with row numbers drawn with replacement: one bootstrap resample.
 *
 * The same numbers as {@link nextIndex}, with the generator written out in the loop, which is several times faster.
 *
 * @param state moved on by a word for each index, or by one more for each refusal
 * @param n rows to draw from, as for nextIndex
 * @param indices overwritten; its length is the number of draws
 * @returns the indices, each 0 to n - 1
 * @see {@link nextIndex}, {@link nextWord} for the sources
 * @example
 * fillIndices(Int32Array.of(1, 2, 3, 4), 1000000, new Int32Array(3)) // => [2, 1379, 16488]
 */
export function fillIndices(state: GeneratorState, n: number, indices: Int32Array): Int32Array {
  let [first, second, third, fourth] = state as unknown as [number, number, number, number];
  const perWord = n / TWO_TO_32;
  const refusedBelow = TWO_TO_32 % n;
  for (let draw = 0; draw < indices.length;) {
    const product = Math.imul(second, 5);
    const word = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const shifted = second << 9;
    third ^= first;
    fourth ^= second;
    second ^= third;
    first ^= fourth;
    third ^= shifted;
    fourth = (fourth << 11) | (fourth >>> 21);
    if (Math.imul(word, n) >>> 0 < refusedBelow) continue;
    indices[draw] = word * perWord;
    draw += 1;
  }
  state[0] = first;
  state[1] = second;
  state[2] = third;
  state[3] = fourth;
  return indices;
}
