import { attributesOf } from "./package-parts.js";

/** Widths of columns and heights of rows in pixels, by position from 0; the usual one where a sheet says nothing. */
export interface SheetSizes {
  width(column: number): number;
  height(row: number): number;
}

/** What a worksheet says of the sizes of its columns and rows. */
export function readSizes(sheet: string): SheetSizes {
  const usual = attributesOf(/<(?:[\w.-]+:)?sheetFormatPr\s([^>]*)>/.exec(sheet)?.[1] ?? "");
  const usualWidth = Number(usual["defaultColWidth"] ?? 8.43) * 7 + 5;
  const usualHeight = (Number(usual["defaultRowHeight"] ?? 15) * 4) / 3;
  const columns = [...sheet.matchAll(/<(?:[\w.-]+:)?col\s([^>]*)>/g)].map(([, inside]) => {
    const { min = "0", max = "0", width = "8.43", hidden } = attributesOf(inside!);
    return { min: Number(min), max: Number(max), width: hidden === "1" ? 0 : Number(width) * 7 + 5 };
  });
  const rows = new Map<number, number>();
  for (const [, inside] of sheet.matchAll(/<(?:[\w.-]+:)?row\s([^>]*)>/g)) {
    const { r, ht, hidden } = attributesOf(inside!);
    if (hidden === "1") rows.set(Number(r) - 1, 0);
    else if (ht !== undefined) rows.set(Number(r) - 1, (Number(ht) * 4) / 3);
  }
  return {
    width: (column) =>
      columns.find(({ min, max }) => min <= column + 1 && column + 1 <= max)?.width ?? usualWidth,
    height: (row) => rows.get(row) ?? usualHeight,
  };
}

const boxWidth = 300;
const lineHeight = 15;
/** Characters in a line of a box. */
const lineLength = 44;

/**
 * Where the box of a comment stands: to the right of its cell, as high as its words. Row and column count from 0; the
 * anchor is left column, pixels into it, top row, pixels, right column, pixels, bottom row, pixels.
 */
export function boxAnchor(
  cell: string,
  words: string,
  sizes: SheetSizes,
): { readonly row: number; readonly column: number; readonly anchor: readonly number[] } {
  const { row, column } = positionOf(cell);
  const lines = words.split("\n").reduce((sum, line) => sum + Math.ceil((line.length + 1) / lineLength), 0);
  const top = Math.max(0, row - 1);
  const right = walk(column + 1, 12 + boxWidth, sizes.width);
  const bottom = walk(top, 8 + lineHeight * (lines + 1), sizes.height);
  return {
    row,
    column,
    anchor: [column + 1, 12, top, 8, right.position, right.pixels, bottom.position, bottom.pixels],
  };
}

function positionOf(cell: string): { readonly row: number; readonly column: number } {
  const [, letters = "A", digits = "1"] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(digits) - 1, column: column - 1 };
}

/** The column or row that a distance from the edge of another leads to, and how far into it. */
function walk(
  from: number,
  distance: number,
  size: (position: number) => number,
): { readonly position: number; readonly pixels: number } {
  let position = from;
  let left = distance;
  while (left > size(position) && position - from < 200) left -= size(position++);
  return { position, pixels: Math.round(left) };
}
