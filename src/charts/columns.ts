import { across, pixels, words } from "./layer.js";
import type { DataLayer } from "./layer.js";
import type { ShownSlice } from "./shown-slices.js";
import { wrapLabel } from "./text-width.js";
import { sizes } from "./theme.js";

/** Columns of equal width beside the row labels, the last one set apart. */
export interface PlacedColumns {
  /** Where each starts and ends, in columns from the left. */
  readonly places: readonly { readonly from: number; readonly to: number }[];
  /** Width of the whole chart in pixels. */
  readonly width: number;
  /** Pixels of one column, about. */
  readonly step: number;
  /** A field that holds a place in columns from the left. */
  x(field: string): ReturnType<typeof across>;
}

/**
 * One column a slice, the last (all Trusts) a little apart.
 *
 * @param margin pixels taken by the row labels
 * @param size `least` pixels of a column, for which the chart grows wider; `apart` columns before the last one
 */
export function placeColumns(
  slices: readonly ShownSlice[],
  margin: number,
  size: { readonly least: number; readonly apart: number },
): PlacedColumns {
  const apart = slices.length > 1 ? size.apart : 0;
  const whole = slices.length + apart;
  const width = Math.max(sizes.chartWidth, Math.ceil(margin + whole * size.least) + 2 * MARGIN);
  return {
    places: slices.map((_, index) => {
      const from = index + (index === slices.length - 1 ? apart : 0);
      return { from, to: from + 1 };
    }),
    width,
    step: (width - margin - 2 * MARGIN) / whole,
    x: (field) => across(field, [0, whole]),
  };
}

/** Names of the slices over their columns, the last line just above the plot. */
export function columnHeads(
  slices: readonly ShownSlice[],
  columns: PlacedColumns,
  align: "left" | "center" = "center",
): DataLayer {
  const values = slices.map((slice, index) => {
    const { from, to } = columns.places[index]!;
    const lines = wrapLabel(slice.label, columns.step - 6, sizes.label);
    return {
      place: align === "left" ? from : (from + to) / 2,
      text: lines.join("\n"),
      y: -8 - (lines.length - 1) * (sizes.label + 2),
    };
  });
  return {
    data: { values },
    mark: { type: "text", align, baseline: "bottom", lineBreak: "\n" },
    encoding: { x: columns.x("place"), y: pixels("y"), text: words("text") },
  };
}

const MARGIN = 10;
