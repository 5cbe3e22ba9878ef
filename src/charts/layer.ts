import type { TopLevelSpec } from "vega-lite";

/** One layer of a layered spec. */
export type Layer = Extract<TopLevelSpec, { layer: unknown }>["layer"][number];

/** A layer that brings its own rows. */
export type DataLayer = Layer & { readonly data: { readonly values: readonly object[] } };

/** The layers that have rows to draw: an empty one would leave Vega without an extent. */
export function withRows(layers: readonly DataLayer[]): Layer[] {
  return layers.filter((layer) => layer.data.values.length > 0);
}

/** A field that holds pixels from the top of the plot. */
export function pixels(field: string) {
  return { field, type: "quantitative", scale: null, axis: null } as const;
}

/** A field that holds words. */
export function words(field: string) {
  return { field, type: "nominal" } as const;
}

/** A field on an x scale with given ends, rounded outwards when there is an axis to read them on. */
export function across(field: string, domain: readonly [number, number], axis: object | null = null) {
  const scale = { domain: [...domain], nice: axis !== null, zero: false };
  return { field, type: "quantitative" as const, scale, axis };
}

/** A place right of the plot, after so many pixels. */
export function rightOfPlot(gap: number) {
  return { value: { expr: `width + ${gap}` } };
}
