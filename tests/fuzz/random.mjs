/** Draws of one seeded case: the same seed gives the same case, on any machine. */
export function randomOf(seed) {
  let state = (Math.imul(seed, 2654435761) ^ 0x9e3779b9) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (count) => Math.floor(next() * count);
  const chance = (share) => next() < share;
  const pick = (some) => some[below(some.length)];
  const many = (count, make) => Array.from({ length: count }, (_, index) => make(index));
  return { below, chance, pick, many };
}
