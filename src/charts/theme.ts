import type { Config } from "vega-lite";

/**
 * Government Analysis Function colours, https://analysisfunction.civilservice.gov.uk/policy-store/data-visualisation-colours-in-charts/.
 * Contrast on white is 3:1 or more, but for `lightBlue` (2.42) and `grey` (1.84): outline those.
 */
export const colours = {
  darkBlue: "#12436D",
  turquoise: "#28A197",
  darkPink: "#801650",
  orange: "#F46A25",
  darkGrey: "#3D3D3D",
  lightPurple: "#A285D1",
  midBlue: "#2073BC",
  lightBlue: "#6BACE6",
  grey: "#BFBFBF",
  white: "#FFFFFF",
  black: "#000000",
} as const;

/** A fill with the text colour that reads on it at 4.5:1 or more. */
export interface Swatch {
  readonly fill: string;
  readonly text: string;
}

/** Colours for up to four series, to be used in this order; a chart with more is two charts. */
export const seriesColours = [colours.darkBlue, colours.turquoise, colours.darkPink, colours.orange] as const;

/** Line patterns for up to four series, so that colour is never alone. */
export const seriesDashes: readonly number[][] = [[1, 0], [8, 4], [2, 3], [10, 3, 2, 3]]; // prettier-ignore

/** Outline for the fills too light to stand on white; 3:1 or more against every fill it is drawn round. */
export const outline = colours.darkGrey;

/** Five ordered answers, most negative first; neighbours differ by 3:1 or more. Draw with `outline`. */
export const divergingFive: readonly Swatch[] = [
  { fill: colours.darkPink, text: colours.white },
  { fill: "#CB76A5", text: colours.black },
  { fill: colours.white, text: colours.black },
  { fill: "#5B97C9", text: colours.black },
  { fill: colours.darkBlue, text: colours.white },
];

/** Negative, neutral, positive; neighbours differ by 5:1 or more. Draw with `outline`. */
export const negativeNeutralPositive: readonly Swatch[] = [
  { fill: colours.darkPink, text: colours.white },
  { fill: colours.grey, text: colours.black },
  { fill: colours.darkBlue, text: colours.white },
];

/** Low to high for heat maps. Neighbours are under 3:1, so every cell also carries its number. */
export const sequential: readonly Swatch[] = [
  { fill: "#EDF4FB", text: colours.black },
  { fill: "#C6DFF3", text: colours.black },
  { fill: "#9CC6EB", text: colours.black },
  { fill: colours.lightBlue, text: colours.black },
  { fill: colours.midBlue, text: colours.white },
  { fill: colours.darkBlue, text: colours.white },
];

/** Family of every word in a chart; the PNG uses the bundled file, the SVG falls back to what the reader has. */
export const fontFamily = "DejaVu Sans";

/** Pixels: font sizes, width of a whole chart, one horizontal bar with its gap, a survey item before it wraps. */
export const sizes = { label: 14, small: 12, chartWidth: 680, bandStep: 34, surveyLabel: 300 } as const;

/**
 * Black or white, whichever reads on the fill that scale `scale` gives to `field`: 4.5:1 or more on any fill.
 *
 * @example textOn("median").expr // => "luminance(scale('color', datum['median'])) > 0.179 ? '#000000' : '#FFFFFF'"
 */
export function textOn(field: string, scale = "color"): { readonly expr: string } {
  const background = `luminance(scale('${scale}', datum['${field}']))`;
  return { expr: `${background} > 0.179 ? '${colours.black}' : '${colours.white}'` };
}

const ink = { labelColor: colours.black, titleColor: colours.black } as const;
const text = { labelFontSize: sizes.label, titleFontSize: sizes.label, titleFontWeight: "normal" } as const;
/** Vega centres the first line of a label on its tick; this centres the whole label. */
const halfTheOtherLines = { expr: `-${(sizes.label + 2) / 2} * (length(split(datum.label, '\\n')) - 1)` };

/**
 * Look of every chart: white, horizontal text, few grid lines, no title or legend inside the image, pounds and
 * commas as in Britain. "\n" breaks a line in an axis label; a text mark needs `lineBreak: "\n"` for that. Turn a
 * legend on with `config: { legend: { disable: false } }` if direct labels cannot do.
 */
export const config: Config = {
  aria: false,
  font: fontFamily,
  padding: 10,
  lineBreak: "\n",
  locale: {
    number: { decimal: ".", thousands: ",", grouping: [3], currency: ["£", ""] },
  },
  view: { stroke: null },
  axis: {
    ...ink,
    ...text,
    labelLimit: 0,
    labelAngle: 0,
    labelFlush: false,
    labelPadding: 6,
    titleLimit: 0,
    titlePadding: 10,
    domainColor: colours.darkGrey,
    tickColor: colours.darkGrey,
    gridColor: "#D9D9D9",
  },
  axisY: {
    titleAngle: 0,
    titleAlign: "left",
    titleBaseline: "bottom",
    titleX: 0,
    titleY: -10,
    labelOffset: halfTheOtherLines,
  },
  axisBand: { grid: false, ticks: false },
  axisQuantitative: { grid: true, tickCount: 5, domain: false, ticks: false },
  axisPoint: { grid: false },
  header: { ...ink, ...text, labelLimit: 0, titleLimit: 0, labelAnchor: "start", labelFontWeight: "bold" },
  legend: { ...ink, ...text, disable: true, orient: "top", title: null, labelLimit: 0 },
  scale: { bandPaddingInner: 0.3, bandPaddingOuter: 0.15 },
  range: {
    category: [...seriesColours],
    ordinal: sequential.map((swatch) => swatch.fill),
    ramp: sequential.map((swatch) => swatch.fill),
    heatmap: sequential.map((swatch) => swatch.fill),
    diverging: divergingFive.map((swatch) => swatch.fill),
    symbol: ["circle", "square", "triangle-up", "diamond"],
  },
  mark: { color: colours.darkBlue },
  line: { strokeWidth: 3 },
  point: { filled: true, size: 70, opacity: 1 },
  rule: { color: colours.darkGrey, strokeWidth: 1.5 },
  text: { fontSize: sizes.label, color: colours.black, lineBreak: "" }, // else Vega fails on a number as text
};
