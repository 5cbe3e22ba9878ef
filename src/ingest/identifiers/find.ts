import type { Detector, Span } from "./detector.js";
import { detectors } from "./index.js";

/** One identifier in a text. */
export interface Found extends Span {
  readonly detector: Detector;
}

/**
 * Every identifier in a text, in its order and without overlaps: where two kinds fit the same characters, the kind that
 * stands first in the list of detectors is told, over all the characters of both.
 *
 * @param about heading of the column
 * @param among kinds to look for; all when left out
 */
export function findIdentifiers(
  text: string,
  about = "",
  among: readonly Detector[] = detectors,
): readonly Found[] {
  if (!mayHold(text)) return [];
  const same = narrowed(text);
  const all = among.flatMap((detector, rank) =>
    detector.find(same, about).map((span) => ({ ...span, detector, rank })),
  );
  const merged: (Found & { readonly rank: number })[] = [];
  for (const each of all.sort((a, b) => a.from - b.from || a.rank - b.rank)) {
    const last = merged.at(-1);
    if (!last || each.from >= last.to) {
      merged.push(each);
      continue;
    }
    const first = each.rank < last.rank ? each : last;
    merged[merged.length - 1] = { ...first, from: last.from, to: Math.max(last.to, each.to) };
  }
  return merged.map(({ from, to, detector }) => ({ from, to, detector }));
}

/**
 * A text with every identifier replaced by a neutral mark.
 *
 * @example withoutIdentifiers("write to amina@nhs.net") // => "write to [e-mail address removed]"
 */
export function withoutIdentifiers(text: string, about = ""): string {
  return replaceFound(text, findIdentifiers(text, about));
}

/** A text with what was found in it replaced by neutral marks. */
export function replaceFound(text: string, found: readonly Found[]): string {
  let rest = 0;
  const parts: string[] = [];
  for (const { from, to, detector } of found) {
    parts.push(text.slice(rest, from), `[${detector.one} removed]`);
    rest = to;
  }
  return [...parts, text.slice(rest)].join("");
}

/** A cheap look that settles nearly every cell: no kind is found without a sign, two digits or a capital after a blank. */
function mayHold(text: string): boolean {
  return (
    text.length >= 5 &&
    /@|[([{]\s?at\s?[)\]}]|[\d\uFF10-\uFF19].*[\d\uFF10-\uFF19]|[:.\s]\p{Lu}|::|＠/su.test(text)
  );
}

/** Full-width letters and digits, long hyphens and wide blanks as the plain ones, each in its place. */
function narrowed(text: string): string {
  if (!/[\u00A0\u2000-\u2015\u202F\u2212\u3000\uFF01-\uFF5E]/.test(text)) return text;
  return text
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\u00A0\u2000-\u200A\u202F\u3000]/g, " ");
}
