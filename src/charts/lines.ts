import type { TopLevelSpec } from "vega-lite";
import { pixels, rightOfPlot, withRows, words } from "./layer.js";
import type { DataLayer } from "./layer.js";
import { wrapLabel } from "./text-width.js";
import { seriesColours, seriesDashes, sizes } from "./theme.js";

/** A line through points, in order of x; a point is null where there is no number to show. */
export interface NamedLine {
  readonly name: string;
  readonly points: readonly (LinePoint | null)[];
}

export interface LinePoint {
  readonly x: number;
  readonly y: number;
  /** Limits of its interval, drawn as a band. */
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

export interface LineAxes {
  readonly x: {
    readonly title: string;
    readonly domain: readonly [number, number];
    readonly values: readonly number[];
  };
  readonly y: { readonly title: string; readonly domain: readonly [number, number]; readonly format: string };
  /** Pixels of the plot. */
  readonly height: number;
}

/**
 * Lines with their names at their right ends, each with its own colour, pattern and shape. A line is broken where a
 * number is missing, so that it never bridges what is held back.
 */
export function labelledLines(lines: readonly NamedLine[], { x, y, height }: LineAxes): TopLevelSpec {
  const across = {
    field: "x",
    type: "quantitative" as const,
    scale: { domain: [...x.domain], nice: false },
    axis: {
      title: x.title,
      values: readable(x),
      tickCount: x.values.length,
      labelOverlap: false,
      grid: false,
      domain: true,
      ticks: true,
    },
  };
  const up = {
    field: "y",
    type: "quantitative" as const,
    scale: { domain: [...y.domain], nice: false },
    axis: { title: y.title, format: y.format },
  };
  const [least, most] = y.domain;
  const shown = lines.filter((line) => line.points.some((point) => point !== null));
  const names = apart(
    shown.map((line) => {
      const last = line.points.findLast((point) => point !== null);
      const lines = wrapLabel(line.name, NAME_WIDTH, sizes.label);
      return { lines, middle: height * (1 - ((last?.y ?? least) - least) / (most - least)) };
    }),
  );
  const layers = shown.flatMap((line, index): readonly DataLayer[] => {
    const { colour, dash, shape } = styleOf(index);
    const runs = runsOf(line);
    const name = names[index]!;
    return [
      ...runs.map((values): DataLayer => ({
        data: { values: values.filter((point) => point.low !== undefined && point.high !== undefined) },
        mark: { type: "area", color: colour, opacity: 0.15 },
        encoding: { x: across, y: { ...up, field: "low" }, y2: { field: "high" } },
      })),
      ...runs.map((values): DataLayer => ({
        data: { values },
        mark: { type: "line", color: colour, strokeDash: dash },
        encoding: { x: across, y: up },
      })),
      {
        data: { values: runs.flat() },
        mark: { type: "point", color: colour, shape },
        encoding: { x: across, y: up },
      },
      {
        data: { values: [{ y: name.first }] },
        mark: { type: "point", color: colour, shape },
        encoding: { x: rightOfPlot(18), y: pixels("y") },
      },
      {
        data: { values: [{ text: name.lines.join("\n"), y: name.first }] },
        mark: { type: "text", align: "left", baseline: "middle", lineBreak: "\n" },
        encoding: { x: rightOfPlot(30), y: pixels("y"), text: words("text") },
      },
    ];
  });
  return { width: sizes.chartWidth, height, layer: withRows(layers) };
}

const NAME_WIDTH = 140;
/** Pixels of a plot beside the widest names, and of a tick's label with the space around it. */
const NARROWEST = 430;
const TICK_LABEL = 28;
const LINE = sizes.label + 2;
const SHAPES = ["circle", "square", "triangle-up", "diamond"] as const;

/** Four colours; from the fifth line on the patterns and shapes are moved on by one. */
function styleOf(index: number) {
  const turn = index + Math.floor(index / seriesColours.length);
  return {
    colour: seriesColours[index % seriesColours.length]!,
    dash: seriesDashes[turn % seriesDashes.length]!,
    shape: SHAPES[turn % SHAPES.length]!,
  };
}

/** Unbroken runs of points. */
function runsOf(line: NamedLine): readonly (readonly LinePoint[])[] {
  const runs: LinePoint[][] = [[]];
  for (const point of line.points) {
    if (point === null) runs.push([]);
    else runs.at(-1)!.push(point);
  }
  return runs.filter((run) => run.length > 0);
}

/** The values that can be marked on the axis without their labels touching. */
function readable({ values, domain }: LineAxes["x"]): number[] {
  const pixelsEach = NARROWEST / (domain[1] - domain[0]);
  const kept: number[] = [];
  for (const value of values) {
    const last = kept.at(-1);
    if (last === undefined || (value - last) * pixelsEach >= TICK_LABEL) kept.push(value);
  }
  return kept;
}

interface Name {
  readonly lines: readonly string[];
  readonly middle: number;
}

/** Move names down until none covers another; gives the middle of each one's first line. */
function apart(names: readonly Name[]): readonly { lines: readonly string[]; first: number }[] {
  const order = names.map((_, index) => index).sort((a, b) => names[a]!.middle - names[b]!.middle || a - b);
  const heightOf = (index: number) => names[index]!.lines.length * LINE + 4;
  const tops = new Map<number, number>();
  let next = -Infinity;
  for (const index of order) {
    const top = Math.max(next, names[index]!.middle - heightOf(index) / 2);
    tops.set(index, top);
    next = top + heightOf(index);
  }
  return names.map(({ lines }, index) => ({ lines, first: tops.get(index)! + LINE / 2 + 2 }));
}
