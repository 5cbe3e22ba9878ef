export const delimiters = [",", ";", "\t"] as const;
export type Delimiter = (typeof delimiters)[number];

/** What people call a delimiter. */
export const delimiterNames: Readonly<Record<Delimiter, string>> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
};

/**
 * The delimiter of CSV text, and where its rows begin: after a first line `sep=;`, which names the delimiter and, as in a
 * spreadsheet, is no row; else at the start, with the delimiter found from the text.
 *
 * @example findDelimiter("sep=;\na;b\n") // => { delimiter: ";", from: 6 }
 */
export function findDelimiter(text: string): { readonly delimiter: Delimiter; readonly from: number } {
  const named = /^sep=([,;\t])\r?\n/i.exec(text);
  if (named) return { delimiter: named[1] as Delimiter, from: named[0].length };
  return { delimiter: detectDelimiter(text), from: 0 };
}

/**
 * The delimiter of CSV text: the one that the first row holds outside quotes and that most of the following rows hold
 * equally often; of equals the one held more often, then the comma.
 *
 * @example detectDelimiter("a;b;c\n1,5;2;3\n") // => ";"
 */
export function detectDelimiter(text: string): Delimiter {
  const rows = countPerRow(text, 50);
  const first = rows[0];
  let best: Delimiter = ",";
  let bestScore = 0;
  for (const delimiter of delimiters) {
    const inHeader = first?.get(delimiter) ?? 0;
    if (inHeader === 0) continue;
    const alike = rows.filter((row) => row.get(delimiter) === inHeader).length / rows.length;
    const score = alike + inHeader / 1e6;
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
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
