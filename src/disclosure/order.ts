import type { Result } from "../core/result.js";

/**
 * Results in their order, but ranges of a cost stand widest first: of those held back, the place would tell the width. So they
 * come after the ones shown, by their ids. All other results keep their places.
 */
export function hiddenRangesLast(results: readonly Result[]): readonly Result[] {
  const ranges = results.filter(isRange);
  const hidden = ranges.filter(({ kind }) => kind !== "estimate");
  const inOrder = [
    ...ranges.filter(({ kind }) => kind === "estimate"),
    ...[...hidden].sort((a, b) => (a.id < b.id ? -1 : 1)),
  ];
  let next = 0;
  return results.map((result) => (isRange(result) ? inOrder[next++]! : result));
}

function isRange({ subject }: Result): boolean {
  return subject.measure === "cost" && subject.item === "one-way";
}
