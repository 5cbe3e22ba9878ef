import type { TopLevelSpec } from "vega-lite";
import { formatInterval } from "../core/format.js";
import type { Result } from "../core/result.js";
import { findResult } from "../disclosure/released.js";
import type { Released } from "../disclosure/released.js";
import type { PublicStudy } from "../study/public-study.js";
import type { Comparison } from "../study/schema.js";
import { countCell, limitCells, notApplicable, printResult, resultCell, textCell } from "./cells.js";
import type { Chart } from "./chart.js";
import type { TableBlock } from "./data-table.js";
import { across, pixels, rightOfPlot, withRows, words } from "./layer.js";
import type { DataLayer } from "./layer.js";
import { nothingToDraw, sayHeldBack, sentences } from "./nothing-to-draw.js";
import { placeRows } from "./rows.js";
import { placeOf, shownGroups, wholeStudy } from "./shown-slices.js";
import { colours, sizes } from "./theme.js";
import { inSentence, listWords, writeSpan } from "./wording.js";

/** Change in each compared scale: each group of Trusts, all Trusts, and what a further Trust may show. */
export const changeByTrust: Chart = {
  id: "change-by-trust",
  label: "Change in scale scores, by Trust",
  draw(released, study) {
    const panels = panelsOf(released, study);
    const rows = panels.flatMap((panel) => panel.rows);
    const nothing = nothingToDraw(
      rows.map((row) => row.result),
      "change between waves",
      study,
    );
    if (nothing) return nothing;
    const description = descriptionOf(panels, study);
    const leftOut = sayHeldBack(
      panels.flatMap((panel) => panel.rows.map((row) => row.result)),
      "marked",
      study,
    );
    return {
      spec: specOf(panels, study),
      caption: captionOf(panels),
      description,
      altText: sentences(altTextOf(panels, study), leftOut),
      leftOut,
      table: tableOf(panels, study, description),
    };
  },
};

/** One line of the chart: an estimate with its confidence interval, or a prediction interval. */
interface Row {
  readonly label: string;
  readonly kind: "group" | "pooled" | "prediction";
  readonly result: Result | undefined;
}

/** One compared scale. */
interface Panel {
  readonly scale: string;
  readonly from: string;
  readonly to: string;
  readonly rows: readonly Row[];
}

function panelsOf(released: Released, study: PublicStudy): readonly Panel[] {
  const groups = shownGroups(released, study);
  const whole = wholeStudy(study);
  const waveLabel = (id: string) => study.waves.find((wave) => wave.id === id)?.label ?? id;
  const primaryFirst = [
    ...study.comparisons.filter((comparison) => comparison.primary),
    ...study.comparisons.filter((comparison) => !comparison.primary),
  ];
  const panels = primaryFirst.map((comparison: Comparison): Panel => {
    const { scale, from, to } = comparison;
    const find = (slice: string) => findResult(released, `change/${scale}/${from}-to-${to}/${slice}`);
    const pooled = find(whole.slug);
    const rows: readonly Row[] = [
      ...groups.map((group): Row => ({ label: group.label, kind: "group", result: find(group.slug) })),
      { label: whole.label, kind: study.trusts.length > 1 ? "pooled" : "group", result: pooled },
      ...(predictionOf(pooled)
        ? [{ label: "A further Trust (predicted)", kind: "prediction" as const, result: pooled }]
        : []),
    ];
    return {
      scale: study.scales.find((one) => one.id === scale)?.label ?? scale,
      from: waveLabel(from),
      to: waveLabel(to),
      rows,
    };
  });
  return panels.filter((panel) => panel.rows.some((row) => row.result !== undefined));
}

function predictionOf(result: Result | undefined) {
  return result?.kind === "estimate" ? result.prediction : undefined;
}

/** The interval that a row draws. */
function intervalOf({ kind, result }: Row) {
  if (result?.kind !== "estimate") return null;
  return kind === "prediction" ? (result.prediction ?? null) : result.interval;
}

function specOf(panels: readonly Panel[], study: PublicStudy): TopLevelSpec {
  const placed = placeRows(
    panels.map((panel) => ({
      heading: titleOf(panel),
      rows: panel.rows.map((row) => ({ label: row.label, data: row })),
    })),
    { row: 28, label: 180, gap: 16 },
  );
  const values = placed.rows.map(({ data, top, middle, bottom }) => {
    const interval = intervalOf(data);
    const drawn =
      data.kind !== "prediction" && data.result?.kind === "estimate" ? data.result.estimate : null;
    const limits = interval ? [interval.low, interval.high] : null;
    return { kind: data.kind, top, middle, bottom, change: drawn, limits, text: textOf(data) };
  });
  const reach = values.flatMap(({ limits, change }) => [
    ...(limits ?? []),
    ...(change === null ? [] : [change]),
  ]);
  const ends = [Math.min(0, ...reach), Math.max(1, ...reach)] as const;
  const axis = { title: "Change in score (points of 100)", grid: false, domain: true, ticks: true };
  const x = (field: string) => across(field, ends, axis);
  const lines = (kind: Row["kind"], mark: object): DataLayer => ({
    data: {
      values: values.flatMap((row) =>
        row.kind === kind && row.limits
          ? [{ low: row.limits[0], high: row.limits[1], middle: row.middle }]
          : [],
      ),
    },
    mark: { type: "rule", ...mark },
    encoding: { x: x("low"), x2: { field: "high" }, y: pixels("middle") },
  });
  const points = (kind: Row["kind"], mark: object): DataLayer => ({
    data: { values: values.filter((row) => row.kind === kind && row.change !== null) },
    mark: { type: "point", ...mark },
    encoding: { x: x("change"), y: pixels("middle") },
  });
  const column = { x: rightOfPlot(16), y: pixels("y"), text: words("text") };
  const layers: readonly DataLayer[] = [
    {
      data: { values: values.map(({ top, bottom }) => ({ zero: 0, top, bottom })) },
      mark: { type: "rule", color: colours.black },
      encoding: { x: x("zero"), y: pixels("top"), y2: { field: "bottom" } },
    },
    lines("group", { color: colours.darkBlue, strokeWidth: 2 }),
    lines("pooled", { color: colours.darkPink, strokeWidth: 4 }),
    lines("prediction", { color: colours.darkPink, strokeWidth: 2, strokeDash: [5, 4] }),
    points("group", { color: colours.darkBlue }),
    points("pooled", { color: colours.darkPink, shape: "diamond", size: 190 }),
    {
      data: {
        values: [
          { y: -12, text: `Mean (${percentLevel(study)} interval)` },
          ...values.map((row) => ({ y: row.middle, text: row.text })),
        ],
      },
      mark: { type: "text", align: "left", baseline: "middle" },
      encoding: column,
    },
  ];
  return { width: sizes.chartWidth, height: placed.height, layer: withRows([...placed.labels, ...layers]) };
}

/** What stands right of a row: "14 (5 to 23)". */
function textOf(row: Row): string {
  const { kind, result } = row;
  if (result?.kind !== "estimate") return printResult(result);
  const interval = intervalOf(row);
  const limits = interval ? formatInterval(interval, result.unit, result.precision) : null;
  if (kind === "prediction") return limits ?? "[x]";
  return limits ? `${printResult(result)} (${limits})` : printResult(result);
}

function titleOf({ scale, from, to }: Panel): string {
  return `${scale}, ${inSentence(from)} to ${inSentence(to)}`;
}

function percentLevel(study: PublicStudy): string {
  return `${Math.round(study.confidence_level * 100)}%`;
}

function descriptionOf(panels: readonly Panel[], study: PublicStudy): string {
  const used = study.waves.filter((wave) =>
    panels.some((panel) => [panel.from, panel.to].includes(wave.label)),
  );
  const when = listWords(used.map((wave) => `${inSentence(wave.label)} (${writeSpan(wave)})`));
  const drawn = (kind: Row["kind"]) =>
    panels.some(({ rows }) => rows.some((row) => row.kind === kind && intervalOf(row) !== null));
  const marks = [
    `Lines are ${percentLevel(study)} intervals`,
    ...(drawn("pooled") ? [`the diamond is the mean of ${wholeStudy(study).name}`] : []),
    ...(drawn("prediction")
      ? ["the dashed line is the range in which a further Trust's mean is expected"]
      : []),
  ];
  return [
    `Mean change in scale score of people linked between waves, ${placeOf(study)}, ${when}.`,
    "Unit: points on a scale from 0 to 100; right of zero is higher at the later wave.",
    `${marks.join("; ")}.`,
    ...(isByTrust(panels) ? ["Trusts stand in the order of their codes."] : []),
    "There is no comparison group, so that the reason for a change cannot be told.",
  ].join(" ");
}

/** Whether more than one group of Trusts has a row of its own. */
function isByTrust(panels: readonly Panel[]): boolean {
  return panels.some(({ rows }) => rows.filter((row) => row.kind === "group").length > 1);
}

/**
 * Says "higher" or "lower" of all groups only where the interval over all Trusts, when there is one, says so too.
 */
function captionOf(panels: readonly Panel[]): string {
  const panel = panels[0]!;
  const rows = panel.rows.filter((row) => row.kind === "group");
  const shown = rows.flatMap(({ result }) => (result?.kind === "estimate" ? [result.estimate] : []));
  const groups = `in all ${shown.length} groups${shown.length < rows.length ? " shown" : ""}`;
  const later = inSentence(panel.to);
  const pooled = panel.rows.find((row) => row.kind === "pooled")?.result;
  const range = pooled?.kind === "estimate" ? pooled.interval : null;
  if (shown.length > 1 && shown.every((change) => change > 0) && (range === null || range.low > 0))
    return `${panel.scale}: higher at ${later} ${groups}`;
  if (shown.length > 1 && shown.every((change) => change < 0) && (range === null || range.high < 0))
    return `${panel.scale}: lower at ${later} ${groups}`;
  const mean = pooled ?? (panel.rows.length === 1 ? panel.rows[0]!.result : undefined);
  return mean?.kind === "estimate"
    ? `${panel.scale}: mean change of ${printResult(mean)} points`
    : `${panel.scale}: change from ${inSentence(panel.from)} to ${later}`;
}

function altTextOf(panels: readonly Panel[], study: PublicStudy): string {
  const said = panels.map((panel) => {
    const rows = panel.rows
      .filter((row) => row.result?.kind === "estimate")
      .map((row) => `${row.label} ${textOf(row)}`);
    return `${titleOf(panel)}: ${rows.join("; ")}.`;
  });
  const by = isByTrust(panels) ? "group of Trusts" : "scale";
  return `Points with ${percentLevel(study)} intervals beside a line at zero, one row a ${by}. Mean change in points. ${said.join(" ")}`;
}

function tableOf(panels: readonly Panel[], study: PublicStudy, description: string): TableBlock {
  const level = percentLevel(study);
  return {
    kind: "table",
    id: changeByTrust.id,
    caption: isByTrust(panels) ? changeByTrust.label : "Change in scale scores",
    description,
    columns: [
      { heading: "Trusts", align: "left" },
      { heading: "Scale", align: "left" },
      { heading: "Mean change", align: "right" },
      { heading: `${level} interval, lower limit`, align: "right" },
      { heading: `${level} interval, upper limit`, align: "right" },
      { heading: "People linked", align: "right" },
    ],
    rows: panels.flatMap((panel) =>
      panel.rows.map(({ label, kind, result }) => [
        textCell(label),
        textCell(titleOf(panel)),
        kind === "prediction" ? notOfPrediction : resultCell(result),
        ...limitCells(result, kind === "prediction" ? "prediction" : "interval"),
        kind === "prediction" ? notOfPrediction : countCell(result),
      ]),
    ),
    notes: roundingNotes(panels),
  };
}

/** How the numbers of the table were rounded, by the steps that the gate wrote in them. */
function roundingNotes(panels: readonly Panel[]): readonly string[] {
  const shown = panels.flatMap(({ rows }) =>
    rows.flatMap(({ result }) => (result?.kind === "estimate" ? [result] : [])),
  );
  const people = shown.find((result) => result.nPrecision !== undefined)?.nPrecision;
  const whole = shown.filter((result) => (result.precision ?? 0) >= 1);
  const scores = whole.length < shown.length ? "By Trust, scores" : "Scores";
  return [
    ...(people === undefined ? [] : [`Numbers of people are rounded to the nearest ${people}.`]),
    ...(whole.length > 0 ? [`${scores} are rounded to whole points.`] : []),
  ];
}

const notOfPrediction = notApplicable("a prediction has limits only");
