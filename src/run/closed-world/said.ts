/** Words of a release, as a stranger finds them: in a paragraph, a cell, a label of a chart, a title or a property. */
export interface Said {
  readonly file: string;
  /** Where in the file, for people: `table cell`, `sheet ratings, cell B4`, `alternative text`. */
  readonly place: string;
  readonly text: string;
  /** Whether it is a cell of a table. */
  readonly isCell: boolean;
  /** The result that a mark names beside it; null without a mark. */
  readonly result: string | null;
  /** Which drawing of the file it stands in, counted from 1; left out outside of drawings. */
  readonly drawing?: number;
}

/** Something that no release has: a hidden sheet, a comment, a property. */
export interface Foreign {
  readonly file: string;
  readonly what: string;
}

/** What a stranger gets out of a file. */
export interface FileRead {
  readonly said: readonly Said[];
  readonly foreign: readonly Foreign[];
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

/** Text as it is read, out of XML or HTML. */
export function readText(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? whole;
      return String.fromCodePoint(hex === undefined ? Number(decimal) : parseInt(hex, 16));
    },
  );
}

/** Every value of an attribute within a text. */
export function attributesOf(text: string, name: string): readonly string[] {
  return [...text.matchAll(new RegExp(`\\s${name}="([^"]*)"`, "g"))].map((match) => readText(match[1]!));
}
