/** Rows of an earlier and a later table that are the same thing, and those of one table alone. */
export interface PairedRows<T> {
  readonly pairs: readonly (readonly [earlier: T, later: T])[];
  readonly added: readonly T[];
  readonly removed: readonly T[];
}

/**
 * Pair rows by the first key that they share, key after key: rows that an earlier key paired are out of the way of the
 * next. Of rows with one key the first of each table go together. A row whose key is null waits for the next key.
 *
 * @example pairRows(["a1", "b1"], ["b2", "c1"], [(row) => row[0]]) // => { pairs: [["b1", "b2"]], added: ["c1"], removed: ["a1"] }
 */
export function pairRows<T>(
  earlier: readonly T[],
  later: readonly T[],
  keys: readonly ((row: T) => string | null)[],
): PairedRows<T> {
  const pairs: (readonly [T, T])[] = [];
  let removed = [...earlier];
  let added = [...later];
  for (const keyOf of keys) {
    const waiting = new Map<string, number[]>();
    for (let index = removed.length - 1; index >= 0; index -= 1) {
      const key = keyOf(removed[index]!);
      if (key === null) continue;
      const others = waiting.get(key);
      if (others) others.push(index);
      else waiting.set(key, [index]);
    }
    const paired = new Set<number>();
    const before = removed;
    added = added.filter((row) => {
      const key = keyOf(row);
      const partner = key === null ? undefined : waiting.get(key)?.pop();
      if (partner === undefined) return true;
      paired.add(partner);
      pairs.push([before[partner]!, row]);
      return false;
    });
    removed = before.filter((_, index) => !paired.has(index));
  }
  return { pairs, added, removed };
}
