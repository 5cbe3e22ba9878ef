/**
 * Pair the codes of two lists where a code stands exactly once in each. A code that stands twice on either side
 * cannot tell two people apart and pairs with nobody.
 *
 * @returns positions in the two lists
 * @example linkCodes(["A1", null, "B2"], ["B2", "C3"]) // => [[2, 0]]
 */
export function linkCodes(
  before: readonly (string | null)[],
  after: readonly (string | null)[],
): readonly (readonly [number, number])[] {
  const positions = uniquePositions(after);
  const once = uniquePositions(before);
  return before.flatMap((code, index) => {
    if (code === null || once.get(code) !== index) return [];
    const match = positions.get(code);
    return match === undefined ? [] : [[index, match] as const];
  });
}

function uniquePositions(codes: readonly (string | null)[]): ReadonlyMap<string, number> {
  const positions = new Map<string, number>();
  const repeated = new Set<string>();
  codes.forEach((code, index) => {
    if (code === null) return;
    if (positions.has(code)) repeated.add(code);
    positions.set(code, index);
  });
  for (const code of repeated) positions.delete(code);
  return positions;
}
