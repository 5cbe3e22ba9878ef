import type { System, Term } from "./system.js";

/** How far a solution may be from what a constraint asks, for each unit that its terms are worth. */
export const tolerance = 1e-6;

/** What a sum comes to. */
export function valueOf(terms: readonly Term[], at: ArrayLike<number>): number {
  let sum = 0;
  for (const { unknown, times } of terms) sum += times * at[unknown]!;
  return sum;
}

/** Whether the values may be true, within the tolerance. */
export function satisfies({ unknowns, constraints }: System, at: ArrayLike<number>): boolean {
  const inside = (value: number, low: number | null, high: number | null, size: number) =>
    (low === null || value >= low - tolerance * size) && (high === null || value <= high + tolerance * size);
  return (
    unknowns.every(({ low, high }, place) =>
      inside(at[place]!, low, high, Math.max(1, Math.abs(at[place]!))),
    ) &&
    constraints.every(({ terms, low, high }) => {
      const size = terms.reduce(
        (most, { unknown, times }) => Math.max(most, Math.abs(times * at[unknown]!)),
        1,
      );
      return inside(valueOf(terms, at), low, high, size);
    })
  );
}

/** A solution with whole unknowns put on the nearest whole number. */
export function wholeNearest({ unknowns }: System, found: Float64Array): Float64Array {
  return Float64Array.from(found, (own, place) => (unknowns[place]!.whole ? Math.round(own) : own));
}
