import type { Estimate, Result } from "../core/result.js";

/**
 * Results in their order, but ranges of a cost stand widest first, as they are released: those that are alike once they are
 * rounded stand by their ids, or their order would tell which was the wider. Of those held back the place would tell the width.
 * So they come after the ones shown, by their ids. All other results keep their places.
 *
 * @param results as they are released
 */
export function rangesInOrder(results: readonly Result[]): readonly Result[] {
  const ranges = results.filter(isRange);
  const shown = ranges.flatMap((one) => (one.kind === "estimate" ? [one] : []));
  const hidden = ranges.filter(({ kind }) => kind !== "estimate");
  const byId = (a: Result, b: Result) => (a.id < b.id ? -1 : 1);
  const inOrder = [
    ...[...shown].sort((a, b) => widthOf(b) - widthOf(a) || byId(a, b)),
    ...[...hidden].sort(byId),
  ];
  let next = 0;
  return results.map((result) => (isRange(result) ? inOrder[next++]! : result));
}

function widthOf({ interval }: Estimate): number {
  return interval === null ? 0 : interval.high - interval.low;
}

function isRange({ subject }: Result): boolean {
  return subject.measure === "cost" && subject.item === "one-way";
}
