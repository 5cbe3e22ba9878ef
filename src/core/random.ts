import { mersenne } from "pure-rand/generator/mersenne";

/** A seeded source of numbers in [0, 1). */
export type RandomStream = () => number;

/**
 * A stream of uniform numbers in [0, 1) with 53 random bits, keyed by the study's seed and the name of a family.
 * The family, not the order of calls, decides the numbers: adding a stream moves no other.
 *
 * Source: generator MT19937 of pure-rand; key by FNV-1a (32 bit) of the family mixed with the seed.
 *
 * @example stream(1, "demo")() === stream(1, "demo")() // => true
 */
export function stream(seed: number, family: string): RandomStream {
  const generator = mersenne(mix(seed, family));
  return () => {
    const high = generator.next() >>> 5;
    const low = generator.next() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  };
}

function mix(seed: number, family: string): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let i = 0; i < family.length; i++) {
    hash = Math.imul(hash ^ family.charCodeAt(i), 0x01000193) >>> 0;
  }
  return hash | 0;
}
