import fc from "fast-check";

/** Two to six invented clusters of one to six whole values each. */
export const clusters: fc.Arbitrary<number[][]> = fc.array(
  fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 6 }),
  { minLength: 2, maxLength: 6 },
);

export const few = { numRuns: 100 };

/** 27 changes in six Trusts. */
export const sixTrusts = [
  [1, 1, 0, 2, 1],
  [2, 1, 1, 1],
  [0, 0, 1, 0, 1, 0],
  [2, 2, 1],
  [1, 0, 1, 0],
  [1, 1, 0, 1, 2],
];

/** The same clusters, every value stretched and moved. */
export function stretched(groups: readonly (readonly number[])[], factor: number, shift: number): number[][] {
  return groups.map((values) => values.map((value) => factor * value + shift));
}

/** The result itself; a property that draws data a method cannot use passes it by. */
export function available<Result extends { readonly kind: string }>(
  result: Result,
): Exclude<Result, { readonly kind: "unavailable" }> | null {
  return result.kind === "unavailable" ? null : (result as Exclude<Result, { readonly kind: "unavailable" }>);
}
