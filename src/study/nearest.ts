/**
 * The name most like the one given, when it is near enough to be a slip; null otherwise. Suggested, never assumed.
 *
 * @example nearest("arival", ["arrival", "month3"]) // => "arrival"
 */
export function nearest(name: string, names: readonly string[]): string | null {
  if (name.length > longest) return null;
  const wanted = name.toLowerCase();
  let best: string | null = null;
  let least = Math.floor(name.length / 3) + 1;
  for (const candidate of names) {
    if (Math.abs(candidate.length - name.length) >= least) continue;
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** Characters past which nothing is compared: that is no slip of a name any more. */
const longest = 1_000;

/**
 * Fewest insertions, deletions, replacements or swaps of neighbours that turn one text into the other.
 *
 * Source: optimal string alignment distance (Damerau 1964; Levenshtein 1966).
 *
 * @example editDistance("login", "logni") // => 1
 */
export function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const above = rows[i - 1]!;
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, rows[i - 2]![j - 2]! + 1);
      }
      row.push(cost);
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}
