import type { TopLevelSpec } from "vega-lite";
import type { Result } from "../core/result.js";
import { printResult } from "./cells.js";
import { across, pixels, withRows, words } from "./layer.js";
import type { DataLayer } from "./layer.js";
import { placeRows } from "./rows.js";
import type { RowGroup } from "./rows.js";
import type { Side } from "./shown-answers.js";
import { colours, divergingFive, negativeNeutralPositive, outline, sizes } from "./theme.js";

/** The sides of a bar, least favourable first. */
export const sides = ["low", "middle", "high"] as const satisfies readonly Side[];

/** The names of the sides, for a key and for a table. */
export const sideNames = { low: "Unfavourable", middle: "Middle answer", high: "Favourable" } as const;

/** Shares of the answers of each side, from the line outwards; a side of which nothing is shown has none. */
export type Parts = Readonly<Record<Side, readonly (Result | undefined)[]>>;

/** Shares from here on are written inside their segment. */
const INSIDE = 0.08;
const BAR = 22;
/** Room right of the longest bar for one share written there, and for several. */
const ONE_ROOM = 0.12;
const PARTS_ROOM = 0.26;
/** Room left of the longest bar for several, beside what the labels of the rows leave. */
const LEFT_ROOM = 0.24;

/** One segment of a bar, with the pixels of its row and its ends as shares right of zero. */
interface Segment {
  readonly side: Side;
  /** Whether a stronger answer stands further out. */
  readonly inner: boolean;
  readonly share: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly inside: boolean;
  readonly top: number;
  readonly middle: number;
  readonly bottom: number;
}

/**
 * Bars that run left of a line for unfavourable answers and right of it for favourable ones; the middle answer stands
 * apart on the right, so that it leans to neither side. Each segment carries its share, or [c]; where one of a side is too
 * narrow, all of that side are written at its end.
 */
export function divergingBars(groups: readonly RowGroup<Parts>[]): TopLevelSpec {
  const placed = placeRows(groups, { row: BAR + 4, label: 130, gap: 12 });
  const longest = (side: Side) => Math.max(0.25, ...placed.rows.map(({ data }) => sum(data[side])));
  const room = placed.rows.some(({ data }) => isWrittenOutside(data.high)) ? PARTS_ROOM : ONE_ROOM;
  const left = placed.rows.some(({ data }) => isWrittenOutside(data.low)) ? LEFT_ROOM : 0;
  const starts = { low: 0, middle: longest("high") + room, high: 0 };
  const x: Across = (field) => across(field, [-longest("low") - left, starts.middle + longest("middle")]);

  const segments = placed.rows.flatMap(({ data, middle }) =>
    sides.flatMap((side) => segmentsOf(data[side], side, starts[side], middle)),
  );
  return {
    width: sizes.chartWidth,
    height: placed.height,
    layer: withRows([
      ...placed.labels,
      ...sides.flatMap((side, index) => sideLayers(side, index, segments, starts[side], x)),
      {
        data: { values: segments.filter(({ side, from }) => side === "high" && from === 0) },
        mark: { type: "rule", color: colours.white, strokeWidth: 2 },
        encoding: { x: x("from"), y: pixels("top"), y2: { field: "bottom" } },
      },
    ]),
  };
}

type Across = (field: string) => ReturnType<typeof across>;

/** The segments of one side with their shares, and its name over them. */
function sideLayers(
  side: Side,
  index: number,
  all: readonly Segment[],
  start: number,
  x: Across,
): readonly DataLayer[] {
  const swatch = negativeNeutralPositive[index]!;
  const towards = side === "low" ? -1 : 1;
  const align = side === "low" ? "right" : "left";
  const segments = all.filter((one) => one.side === side);
  const drawn = (inner: boolean) => segments.filter((one) => one.share > 0 && one.inner === inner);
  const inside = (inner: boolean) =>
    segments
      .filter((one) => one.inside && one.inner === inner)
      .map((one) => ({ ...one, centre: (one.from + one.to) / 2 }));
  const lighter = divergingFive[side === "low" ? 1 : 3]!;
  const text = { y: pixels("middle"), text: words("text") };
  const head = [{ start, y: -16, text: sideNames[side] }];
  const headed = { x: x("start"), y: pixels("y") };
  return [
    ...[true, false].flatMap((inner): DataLayer[] => {
      const { fill, text: ink } = inner ? lighter : swatch;
      return [
        {
          data: { values: drawn(inner) },
          mark: { type: "rect", color: fill, stroke: outline, strokeWidth: 1 },
          encoding: { x: x("from"), x2: { field: "to" }, y: pixels("top"), y2: { field: "bottom" } },
        },
        {
          data: { values: inside(inner) },
          mark: { type: "text", baseline: "middle", color: ink },
          encoding: { x: x("centre"), ...text },
        },
      ];
    }),
    {
      data: { values: segments.filter((one) => !one.inside && one.text !== "") },
      mark: { type: "text", baseline: "middle", align, dx: 6 * towards },
      encoding: { x: x("to"), ...text },
    },
    {
      data: { values: head },
      mark: {
        type: "point",
        shape: "square",
        size: 150,
        xOffset: 7 * towards,
        color: swatch.fill,
        stroke: outline,
      },
      encoding: headed,
    },
    {
      data: { values: head },
      mark: { type: "text", baseline: "middle", align, dx: 20 * towards },
      encoding: { ...headed, text: words("text") },
    },
  ];
}

/** The segments of one side of a bar. Where one is too narrow for its share, the outermost carries those of all. */
function segmentsOf(
  parts: readonly (Result | undefined)[],
  side: Side,
  start: number,
  middle: number,
): readonly Segment[] {
  const inside = parts.every((part) => shareOf(part) >= INSIDE);
  let from = start;
  return parts.map((part, index) => {
    const share = shareOf(part);
    const [inner, begin] = [index < parts.length - 1, from];
    from = side === "low" ? from - share : from + share;
    return {
      side,
      inner,
      share,
      from: begin,
      to: from,
      text: inside ? printResult(part) : inner ? "" : inOrder(parts, side).map(printResult).join(" + "),
      inside,
      top: middle - BAR / 2,
      middle,
      bottom: middle + BAR / 2,
    };
  });
}

/** As they stand from left to right. */
function inOrder<T>(parts: readonly T[], side: Side): readonly T[] {
  return side === "low" ? [...parts].reverse() : parts;
}

function isWrittenOutside(parts: readonly (Result | undefined)[]): boolean {
  return parts.length > 1 && parts.some((part) => shareOf(part) < INSIDE);
}

function sum(parts: readonly (Result | undefined)[]): number {
  return parts.reduce((all, part) => all + shareOf(part), 0);
}

function shareOf(result: Result | undefined): number {
  return result?.kind === "estimate" ? result.estimate : 0;
}
