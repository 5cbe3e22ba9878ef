/** Words that say little about what a question asks. */
const empty = new Set(
  (
    "a about after all an and any apply are as at be been before by can could did do does each every following for from " +
    "had has have having how i if in into is it its many may me more most much my no not now of on one or other our over " +
    "own please select should since so some such than that the their them then there these they this those tick to too " +
    "under up us was were what when where which while who whom whose why will with would you your feel question answer " +
    "far these statement statements agree disagree"
  ).split(" "),
);
const longest = 28;

/**
 * A short, lower-case name for a question, different from those taken: its first telling words, else its code. It starts
 * with a letter and holds letters, digits and _ alone.
 *
 * @example nameVariable("3. On what date did you start in this post?", new Set()) // => "date_start_post"
 */
export function nameVariable(question: string, taken: ReadonlySet<string>): string {
  const all = question
    .normalize("NFKD")
    .replace(/\p{M}|['’]/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  const telling = all.filter((word) => !empty.has(word) && !/^\d+$/.test(word));
  const words = telling.length > 0 ? telling : all;
  let name = "";
  for (const word of words.slice(0, 3)) {
    const longer = name === "" ? word.slice(0, longest) : `${name}_${word}`;
    if (longer.length > longest) break;
    name = longer;
  }
  if (!/^[a-z]/.test(name)) name = name === "" ? "question" : `q${name}`;
  return firstFree(name, taken);
}

/**
 * The name itself, or with the lowest number that makes it differ from those taken.
 *
 * @example firstFree("buddy", new Set(["buddy"])) // => "buddy_2"
 */
export function firstFree(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name}_${number}`)) number += 1;
  return `${name}_${number}`;
}

/**
 * A question cut to a label for tables: whole words, at most 40 characters.
 *
 * @example shortLabel("I feel settled where I live.") // => "I feel settled where I live"
 */
export function shortLabel(question: string): string {
  const words = question.replace(/[\s.?!*:]+$/, "").split(/\s+/);
  let label = words[0] ?? "";
  for (const word of words.slice(1)) {
    if (label.length + word.length + 1 > 40) break;
    label += ` ${word}`;
  }
  return label.slice(0, 60).replace(/[\s,;:.(–-]+$/, "");
}
