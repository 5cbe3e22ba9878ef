import type { Column } from "../../core/table.js";
import { cellText } from "../grid.js";
import type { Detector, Span } from "./detector.js";
import { personName } from "./person-name.js";

/** Shorter names are also words of every day. */
const shortest = 4;
const nameWord = /\p{Lu}[\p{L}'’-]{1,60}/gu;

/** The words of the names that stand in a file's own columns of names, in small letters. */
export function namesIn(columns: readonly Column[]): ReadonlySet<string> {
  const known = new Set<string>();
  for (const column of columns) {
    for (const value of column.values) {
      for (const [word] of cellText(value).matchAll(nameWord)) {
        if (word.length >= shortest && word.toLowerCase() !== "anonymous") known.add(word.toLowerCase());
      }
    }
  }
  return known;
}

/**
 * A detector of known names, for what stands outside the columns of names: each word of them with a capital, alone or
 * side by side. Null when none are known.
 */
export function detectNames(known: ReadonlySet<string>): Detector | null {
  if (known.size === 0) return null;
  return { ...personName, find: (text) => joined(text, knownWords(text, known)) };
}

function knownWords(text: string, known: ReadonlySet<string>): readonly Span[] {
  const places: Span[] = [];
  for (const match of text.matchAll(nameWord)) {
    const word = match[0].toLowerCase().replace(/['’]s$/, "");
    if (known.has(word)) places.push({ from: match.index, to: match.index + word.length });
  }
  return places;
}

/** Known words with nothing but a blank between them are one name. */
function joined(text: string, words: readonly Span[]): readonly Span[] {
  const names: Span[] = [];
  for (const word of words) {
    const last = names.at(-1);
    if (last && text.slice(last.to, word.from).trim() === "") {
      names[names.length - 1] = { from: last.from, to: word.to };
    } else names.push(word);
  }
  return names;
}
