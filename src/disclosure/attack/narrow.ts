import type { Bounds, Constraint, System } from "./system.js";

/** Rounds over all constraints; each narrows further only what the one before left. */
const rounds = 20;
/** Dust of fractions, of sums of numbers of people. */
const dust = 1e-9;

/**
 * Bounds of every unknown from one constraint at a time, again and again: never narrower than what may be true, not always
 * as narrow as all constraints together would make them.
 */
export function narrow({ unknowns, constraints }: System): readonly Bounds[] {
  const bounds: { low: number; high: number }[] = unknowns.map(({ low, high }) => ({
    low,
    high: high ?? Infinity,
  }));
  for (let round = 0, changed = true; changed && round < rounds; round++) {
    changed = false;
    for (const constraint of constraints) changed = narrowBy(constraint, bounds, unknowns) || changed;
  }
  return bounds.map(({ low, high }) => ({
    low: Number.isFinite(low) ? low : null,
    high: Number.isFinite(high) ? high : null,
  }));
}

function narrowBy(
  { terms, low, high }: Constraint,
  bounds: { low: number; high: number }[],
  unknowns: System["unknowns"],
): boolean {
  let changed = false;
  for (const { unknown, times } of terms) {
    const others = rangeOf(
      terms.filter((term) => term.unknown !== unknown),
      bounds,
    );
    const ends = [
      low === null ? -Infinity : (low - others.high) / times,
      high === null ? Infinity : (high - others.low) / times,
    ];
    const [from, to] = (times < 0 ? ends.reverse() : ends) as [number, number];
    const one = bounds[unknown]!;
    const whole = unknowns[unknown]!.whole;
    const lowest = whole ? Math.ceil(from - dust) : from;
    const highest = whole ? Math.floor(to + dust) : to;
    if (lowest > one.low + dust) [one.low, changed] = [lowest, true];
    if (highest < one.high - dust) [one.high, changed] = [highest, true];
  }
  return changed;
}

function rangeOf(
  terms: Constraint["terms"],
  bounds: readonly { low: number; high: number }[],
): { low: number; high: number } {
  let [low, high] = [0, 0];
  for (const { unknown, times } of terms) {
    const one = bounds[unknown]!;
    low += times * (times > 0 ? one.low : one.high);
    high += times * (times > 0 ? one.high : one.low);
  }
  return { low, high };
}
