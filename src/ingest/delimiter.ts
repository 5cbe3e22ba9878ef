export const delimiters = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof delimiters)[number];

/** What people call a delimiter. */
export const delimiterNames: Readonly<Record<Delimiter, string>> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "vertical bar",
};

/**
 * The delimiter of CSV text, and where its rows begin: after a first line `sep=;`, which names the delimiter and, as in a
 * spreadsheet, is no row; else at the start, with the delimiter found from the text.
 *
 * @example findDelimiter("sep=;\na;b\n") // => { delimiter: ";", from: 6 }
 */
export function findDelimiter(text: string): { readonly delimiter: Delimiter; readonly from: number } {
  const named = /^sep=([,;\t|])(?:\r?\n|\r)/i.exec(text);
  if (named) return { delimiter: named[1] as Delimiter, from: named[0].length };
  return { delimiter: detectDelimiter(text), from: 0 };
}

/**
 * The delimiter of CSV text: the one that most rows hold equally often outside quotes, from the first of the first ten
 * rows that does; of equals the one held more often, then the comma. Lines above that row are notes.
 *
 * @example detectDelimiter("Sent by the IMG lead\na;b;c\n1,5;2;3\n") // => ";"
 */
export function detectDelimiter(text: string): Delimiter {
  const rows = countPerRow(text, 50);
  let best: Delimiter = ",";
  let bestScore = 0;
  for (const delimiter of delimiters) {
    const counts = rows.map((row) => row.get(delimiter) ?? 0);
    const usual = mostFrequent(counts.filter((count) => count > 0));
    const header = counts.slice(0, furthest).indexOf(usual);
    if (usual === 0 || header < 0) continue;
    const below = counts.slice(header);
    const alike = below.filter((count) => count === usual).length / below.length;
    const score = alike + usual / 1e6 - header / 1e9;
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

/** How far down a header is looked for. */
const furthest = 10;

function mostFrequent(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

function countPerRow(text: string, limit: number): readonly ReadonlyMap<string, number>[] {
  const rows: Map<string, number>[] = [];
  let row = new Map<string, number>();
  let quoted = false;
  let filled = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === "\n" || character === "\r")) {
      if (filled) rows.push(row);
      if (rows.length >= limit) return rows;
      row = new Map();
      filled = false;
      continue;
    } else if (!quoted && (delimiters as readonly string[]).includes(character)) {
      row.set(character, (row.get(character) ?? 0) + 1);
    }
    filled = true;
  }
  if (filled) rows.push(row);
  return rows;
}
