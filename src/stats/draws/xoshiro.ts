/** The state of xoshiro128**, moved on by each draw: four 32-bit words, not all zero. */
export type GeneratorState = Int32Array;

/**
 * The next 32 random bits, by xoshiro128**.
 *
 * @param state moved on by one
 * @returns whole number, 0 to 2³² - 1
 * @see Blackman & Vigna (2021) ACM Trans Math Softw 47:36
 * @example
 * nextWord(Int32Array.of(1, 2, 3, 4)) // => 11520
 */
export function nextWord(state: GeneratorState): number {
  const second = state[1] as number;
  const product = Math.imul(second, 5);
  const word = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
  state[2]! ^= state[0] as number;
  state[3]! ^= second;
  state[1] = second ^ (state[2] as number);
  state[0]! ^= state[3] as number;
  state[2]! ^= second << 9;
  const last = state[3] as number;
  state[3] = (last << 11) | (last >>> 21);
  return word;
}

/**
 * Fills a list with random bits: the words of {@link nextWord}, several times faster, the state kept out of memory.
 *
 * @param state moved on by one for each word
 * @param words overwritten with 32 random bits each, as signed whole numbers
 * @param count how many to write, from the first place; no more than there are places
 * @returns the words
 * @see {@link nextWord} for the source
 * @example
 * fillWords(Int32Array.of(1, 2, 3, 4), new Int32Array(3), 3) // => [11520, 0, 5927040]
 */
export function fillWords(state: GeneratorState, words: Int32Array, count: number): Int32Array {
  let [first, second, third, fourth] = state as unknown as [number, number, number, number];
  for (let index = 0; index < count; index += 1) {
    const product = Math.imul(second, 5);
    words[index] = Math.imul((product << 7) | (product >>> 25), 9);
    const shifted = second << 9;
    third ^= first;
    fourth ^= second;
    second ^= third;
    first ^= fourth;
    third ^= shifted;
    fourth = (fourth << 11) | (fourth >>> 21);
  }
  state[0] = first;
  state[1] = second;
  state[2] = third;
  state[3] = fourth;
  return words;
}

/** The jump polynomial that the authors publish with the generator: as many steps as 2⁶⁴ calls. */
const JUMP = [0x8764000b, 0xf542d2d3, 0x6fa035c3, 0x77f2db5b];

/**
 * Moves a state 2⁶⁴ words on, as if each had been drawn: what lies between is a stream of its own, which no other meets.
 *
 * @param state moved on by 2⁶⁴
 * @returns the state
 * @see Blackman & Vigna (2021) ACM Trans Math Softw 47:36, and their xoshiro128starstar.c, jump
 * @example
 * jumpAhead(Int32Array.of(1, 2, 3, 4)).length // => 4
 */
export function jumpAhead(state: GeneratorState): GeneratorState {
  let [first, second, third, fourth] = state as unknown as [number, number, number, number];
  let [sum1, sum2, sum3, sum4] = [0, 0, 0, 0];
  for (const part of JUMP) {
    for (let bit = 0; bit < 32; bit += 1) {
      const taken = -((part >>> bit) & 1);
      sum1 ^= first & taken;
      sum2 ^= second & taken;
      sum3 ^= third & taken;
      sum4 ^= fourth & taken;
      const shifted = second << 9;
      third ^= first;
      fourth ^= second;
      second ^= third;
      first ^= fourth;
      third ^= shifted;
      fourth = (fourth << 11) | (fourth >>> 21);
    }
  }
  state.set([sum1, sum2, sum3, sum4]);
  return state;
}
