import type { TopLevelSpec } from "vega-lite";
import { formatInterval, formatValue } from "../core/format.js";
import type { Estimate, Result } from "../core/result.js";
import type { PublicStudy } from "../study/public-study.js";
import { limitCells, printResult, resultCell, textCell } from "./cells.js";
import { explainCost } from "./cost-consent.js";
import type { Chart } from "./chart.js";
import type { TableBlock } from "./data-table.js";
import { across, pixels, rightOfPlot, withRows, words } from "./layer.js";
import type { DataLayer } from "./layer.js";
import { nothingToDraw, sayHeldBack, sentences } from "./nothing-to-draw.js";
import { placeRows } from "./rows.js";
import { placeOf } from "./shown-slices.js";
import { colours, sizes } from "./theme.js";
import { capitalise, costUnit, inSentence } from "./wording.js";

/** What moves the cost per IMG most: one bar an input, from its low to its high end, the widest on top (a tornado). */
export const costOneWay: Chart = {
  id: "cost-one-way",
  label: "Cost per IMG, one input changed at a time",
  draw(released, study) {
    const inputs = released.results.filter(({ id }) => id.startsWith(STEM));
    const nothing = nothingToDraw(inputs, "range of a cost by input", study);
    if (nothing) return nothing;
    const description = descriptionOf(inputs, study);
    const leftOut = sayHeldBack(inputs, "marked", study);
    return {
      spec: specOf(inputs, study),
      caption: captionOf(inputs),
      description,
      altText: sentences(altTextOf(inputs, study), leftOut),
      leftOut,
      table: tableOf(inputs, study, description),
    };
  },
};

const STEM = "cost/one-way/";

/**
 * Whether the range of an input holds the cost at which the study would decide otherwise.
 *
 * @example crosses({ low: 4000, high: 6000 }, 5000) // => true
 */
export function crosses(
  range: { readonly low: number; readonly high: number } | null,
  pounds: number,
): boolean {
  return range !== null && range.low <= pounds && pounds <= range.high;
}

function estimatesOf(inputs: readonly Result[]): readonly Estimate[] {
  return inputs.filter((input) => input.kind === "estimate");
}

function specOf(inputs: readonly Result[], study: PublicStudy): TopLevelSpec {
  const placed = placeRows(
    [{ heading: null, rows: inputs.map((input) => ({ label: input.label, data: input })) }],
    {
      row: 34,
      label: 200,
    },
  );
  const { threshold } = study.costing;
  const bars = placed.rows.flatMap(({ data, middle }) =>
    data.kind === "estimate" && data.interval !== null
      ? [
          {
            low: data.interval.low,
            high: data.interval.high,
            base: data.estimate,
            top: middle - BAR / 2,
            bottom: middle + BAR / 2,
          },
        ]
      : [],
  );
  const base = bars[0]!.base;
  const ends = [
    Math.min(...bars.map(({ low }) => low), threshold?.pounds ?? base),
    Math.max(...bars.map(({ high }) => high), threshold?.pounds ?? base),
  ] as const;
  const axis = { title: capitalise(costUnit(inputs[0]!.unit)), format: "$,.0f", grid: true };
  const x = (field: string) => across(field, ends, axis);
  const line = (at: number, mark: object): DataLayer => ({
    data: { values: [{ at, top: -4, bottom: placed.height }] },
    mark: { type: "rule", ...mark },
    encoding: { x: x("at"), y: pixels("top"), y2: { field: "bottom" } },
  });
  const heads = [
    { at: base, text: "as returned" },
    ...(threshold === undefined ? [] : [{ at: threshold.pounds, text: "threshold" }]),
  ];
  const layers: readonly DataLayer[] = [
    {
      data: { values: bars },
      mark: { type: "rect", color: colours.midBlue },
      encoding: { x: x("low"), x2: { field: "high" }, y: pixels("top"), y2: { field: "bottom" } },
    },
    line(base, { color: colours.black, strokeWidth: 2 }),
    ...(threshold === undefined
      ? []
      : [line(threshold.pounds, { color: colours.darkPink, strokeWidth: 2, strokeDash: [5, 4] })]),
    {
      data: { values: heads.map((head, index) => ({ ...head, y: -10 - 18 * index })) },
      mark: { type: "text", align: "center", baseline: "bottom" },
      encoding: { x: x("at"), y: pixels("y"), text: words("text") },
    },
    {
      data: { values: placed.rows.map(({ data, middle }) => ({ y: middle, text: rangeOf(data, study) })) },
      mark: { type: "text", align: "left", baseline: "middle" },
      encoding: { x: rightOfPlot(14), y: pixels("y"), text: words("text") },
    },
  ];
  return { width: sizes.chartWidth, height: placed.height, layer: withRows([...placed.labels, ...layers]) };
}

const BAR = 18;

/** What stands right of a row: its low and its high cost, and a mark where they hold the threshold. */
function rangeOf(input: Result, study: PublicStudy): string {
  if (input.kind !== "estimate" || input.interval === null) return printResult(input);
  const { threshold } = study.costing;
  const mark = threshold !== undefined && crosses(input.interval, threshold.pounds) ? " \u25c6" : "";
  return `${formatInterval(input.interval, input.unit)}${mark}`;
}

function captionOf(inputs: readonly Result[]): string {
  const [widest] = estimatesOf(inputs);
  return `Moves the cost per IMG most: ${inSentence(widest!.label)}`;
}

function descriptionOf(inputs: readonly Result[], study: PublicStudy): string {
  return [
    `Cost per IMG when one input at a time goes from its low to its high end and all others stay as returned, ${placeOf(study)}.`,
    `Unit: ${costUnit(inputs[0]!.unit)}. The widest range comes first; a range has no probability.`,
    ...sayThreshold(inputs, study),
  ].join(" ");
}

function sayThreshold(inputs: readonly Result[], study: PublicStudy): readonly string[] {
  const { threshold } = study.costing;
  if (threshold === undefined) return [];
  const crossed = estimatesOf(inputs).filter(({ interval }) => crosses(interval, threshold.pounds));
  const pounds = formatValue(threshold.pounds, "GBP");
  return [
    crossed.length === 0
      ? `The dashed line is the declared threshold of ${pounds}; no range holds it.`
      : `The dashed line is the declared threshold of ${pounds}; a diamond marks each range that holds it.`,
  ];
}

function altTextOf(inputs: readonly Result[], study: PublicStudy): string {
  const [first] = estimatesOf(inputs);
  const rows = estimatesOf(inputs).map((input) => {
    const { threshold } = study.costing;
    const holds = threshold !== undefined && crosses(input.interval, threshold.pounds);
    return `${inSentence(input.label)} ${rangeOf(input, study).replace(" \u25c6", "")}${holds ? " (holds the threshold)" : ""}`;
  });
  return [
    `Bars either side of a line at the cost per IMG as returned, ${printResult(first)}, one row an input.`,
    `${rows.join("; ")}.`,
  ].join(" ");
}

function tableOf(inputs: readonly Result[], study: PublicStudy, description: string): TableBlock {
  const { threshold } = study.costing;
  return {
    kind: "table",
    id: costOneWay.id,
    caption: costOneWay.label,
    description,
    columns: [
      { heading: "Input", align: "left" },
      { heading: "As returned", align: "right" },
      { heading: "Lowest", align: "right" },
      { heading: "Highest", align: "right" },
      ...(threshold === undefined
        ? []
        : [
            {
              heading: `Holds the threshold of ${formatValue(threshold.pounds, "GBP")}`,
              align: "left" as const,
            },
          ]),
      { heading: "From low to high, and why", align: "left" },
    ],
    rows: inputs.map((input) => [
      textCell(input.label),
      ...explainCost([resultCell(input), ...limitCells(input)], input, study),
      ...(threshold === undefined
        ? []
        : [
            textCell(
              input.kind === "estimate"
                ? crosses(input.interval, threshold.pounds)
                  ? "yes"
                  : "no"
                : "not told",
            ),
          ]),
      textCell(input.method),
    ]),
    notes: [],
  };
}
