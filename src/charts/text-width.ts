import { readFileSync } from "node:fs";

interface WidthTable {
  readonly unitsPerEm: number;
  readonly default: number;
  readonly runs: readonly {
    readonly from: number;
    readonly regular: readonly number[];
    readonly bold: readonly number[];
  }[];
}

/** How a line of text is set: size in pixels above 0; regular weight unless `bold`. */
export interface TextStyle {
  readonly fontSize: number;
  readonly bold?: boolean;
}

const table = JSON.parse(
  readFileSync(new URL("../../data/fonts/widths.json", import.meta.url), "utf8"),
) as WidthTable;

const widths = { regular: widthsOf("regular"), bold: widthsOf("bold") };

/**
 * Width in pixels of one line of text in the bundled DejaVu Sans: the sum of its advance widths, without kerning.
 * A character outside `data/fonts/widths.json` counts as one em.
 *
 * @example textWidth("Settling in", { fontSize: 2048 }) // => 10420
 */
export function textWidth(text: string, style: TextStyle): number {
  const advance = style.bold === true ? widths.bold : widths.regular;
  let units = 0;
  for (const character of text.normalize("NFC")) units += advance.get(character) ?? table.default;
  return (units * style.fontSize) / table.unitsPerEm;
}

/**
 * Breaks a label into lines no wider than `maxWidth` pixels, at spaces; a word wider than that is cut.
 * No character but spaces is lost. An empty label is one empty line. Draw the lines joined by "\n".
 *
 * @example wrapLabel("I know who to ask for help", 90, 14) // => ["I know who", "to ask for", "help"]
 */
export function wrapLabel(text: string, maxWidth: number, fontSize: number): string[] {
  const fits = (line: string) => textWidth(line, { fontSize }) <= maxWidth;
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    const pieces = cutWord(word, fits);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? "";
  }
  return [...lines, line];
}

/** Cuts a word into pieces that fit, each of at least one character. */
function cutWord(word: string, fits: (piece: string) => boolean): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const character of word) {
    if (piece !== "" && !fits(piece + character)) {
      pieces.push(piece);
      piece = "";
    }
    piece += character;
  }
  return [...pieces, piece];
}

function widthsOf(weight: "regular" | "bold"): ReadonlyMap<string, number> {
  return new Map(
    table.runs.flatMap((run) =>
      run[weight].map((width, step): [string, number] => [String.fromCodePoint(run.from + step), width]),
    ),
  );
}
