import { pixels, words } from "./layer.js";
import type { DataLayer } from "./layer.js";
import { textWidth, wrapLabel } from "./text-width.js";
import { sizes } from "./theme.js";

/** Rows of a chart under a heading; null when they need none. */
export interface RowGroup<T> {
  readonly heading: string | null;
  readonly rows: readonly { readonly label: string; readonly data: T }[];
}

/** A row with its place in the plot, in pixels from the top. */
export interface PlacedRow<T> {
  readonly data: T;
  readonly top: number;
  readonly middle: number;
  readonly bottom: number;
}

/** Rows laid out from top to bottom, with the layers that write their labels left of the plot. */
export interface PlacedRows<T> {
  readonly rows: readonly PlacedRow<T>[];
  /** Height of the plot in pixels. */
  readonly height: number;
  /** Pixels from the left edge of the labels to the plot. */
  readonly margin: number;
  readonly labels: readonly DataLayer[];
}

export interface RowSizes {
  /** Pixels of one row; taller when its label needs more lines. */
  readonly row: number;
  /** Pixels of label before it wraps. */
  readonly label: number;
  /** Pixels between groups; 10 when absent. */
  readonly gap?: number;
}

/**
 * Place rows one below the other. Rows may differ in height and stand under headings as wide as the chart, which a
 * band scale cannot do; positions are therefore pixels, to be used with `scale: null`.
 */
export function placeRows<T>(groups: readonly RowGroup<T>[], size: RowSizes): PlacedRows<T> {
  const written: Written[] = [];
  const rows: PlacedRow<T>[] = [];
  const wrapped = groups.map((group) =>
    group.rows.map((row) => wrapLabel(row.label, size.label, sizes.label)),
  );
  const widest = Math.max(0, ...wrapped.flat(2).map((line) => textWidth(line, { fontSize: sizes.label })));
  const margin = Math.ceil(widest) + LABEL_GAP;

  let top = 0;
  groups.forEach((group, index) => {
    if (index > 0) top += size.gap ?? 10;
    if (group.heading !== null) {
      const lines = wrapLabel(group.heading, (sizes.chartWidth - 40) * BOLD, sizes.label);
      written.push({ text: lines.join("\n"), y: top + LINE / 2 + 2, bold: true });
      top += lines.length * LINE + 8;
    }
    group.rows.forEach((row, place) => {
      const lines = wrapped[index]![place]!;
      const height = Math.max(size.row, lines.length * LINE + 8);
      const middle = top + height / 2;
      written.push({ text: lines.join("\n"), y: middle - ((lines.length - 1) * LINE) / 2, bold: false });
      rows.push({ data: row.data, top, middle, bottom: top + height });
      top += height;
    });
  });
  const labels = [true, false].map((bold) => {
    const weight = bold ? "bold" : "normal";
    return writeLabels(
      written.filter((one) => one.bold === bold),
      margin,
      weight,
    );
  });
  return { rows, height: top, margin, labels };
}

interface Written {
  readonly text: string;
  readonly y: number;
  readonly bold: boolean;
}

const LINE = sizes.label + 2;
const LABEL_GAP = 12;
/** Bold text is about an eighth wider. */
const BOLD = 0.88;

function writeLabels(written: readonly Written[], margin: number, fontWeight: "bold" | "normal"): DataLayer {
  return {
    data: { values: written.map(({ text, y }) => ({ text, y })) },
    mark: { type: "text", align: "left", baseline: "middle", lineBreak: "\n", fontWeight },
    encoding: { x: { value: -margin }, y: pixels("y"), text: words("text") },
  };
}
