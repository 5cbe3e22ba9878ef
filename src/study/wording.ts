/**
 * Words made comparable: white space and line breaks as one space, curly quotes and long dashes as plain ones, case
 * ignored, no full stop, asterisk or colon at the end.
 *
 * @example plainWords("  “Don’t\n know” ") // => "\"don't know\""
 */
export function plainWords(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u2018\u2019\u201A\u201B\u0060\u00B4\u2032]/g, "'")
    .replace(/[\u201C\u201D\u201E\u2033]/g, '"')
    .replace(/[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g, "-")
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\s.*:]+$/, "")
    .toLowerCase();
}

/**
 * A heading without the number that a form puts before the question.
 *
 * @example withoutNumber("Q3. How was your first week?") // => "How was your first week?"
 */
export function withoutNumber(heading: string): string {
  return heading.replace(/^\s*(?:q(?:uestion)?\s*)?\d+(?:\.\d+)*(?:[.):]\s*|\s+-\s+)(?:[a-z][.)]\s+)?(?=\S)/i, "");
}

/**
 * How many single-character edits (put in, take out, change, swap two neighbours) lead from one word to another.
 *
 * Source: optimal string alignment distance; Damerau (1964) doi:10.1145/363958.363994.
 *
 * @example editDistance("induction", "inudction") // => 1
 */
export function editDistance(from: string, to: string): number {
  let twoBack: number[] = [];
  let oneBack = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 1; i <= from.length; i++) {
    const now = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      let best = Math.min(oneBack[j]! + 1, now[j - 1]! + 1, oneBack[j - 1]! + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (swapped) best = Math.min(best, twoBack[j - 2]! + 1);
      now.push(best);
    }
    twoBack = oneBack;
    oneBack = now;
  }
  return oneBack[to.length]!;
}

/**
 * The candidate nearest to a word, when it is near enough to be worth a question: at most a third of its length away.
 *
 * @example nearest("Comletion time", ["Start time", "Completion time"]) // => "Completion time"
 */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const plain = plainWords(word);
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(plain.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(plain, plainWords(candidate));
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}
