/**
 * Totals by key, keys in order of first appearance.
 *
 * @example [...sumBy(["a", "bb", "a"], (word) => word, (word) => word.length)] // => [["a", 2], ["bb", 2]]
 */
export function sumBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  amountOf: (item: T) => number,
): ReadonlyMap<string, number> {
  const totals = new Map<string, number>();
  for (const item of items) totals.set(keyOf(item), (totals.get(keyOf(item)) ?? 0) + amountOf(item));
  return totals;
}
