import type { TopLevelSpec } from "vega-lite";
import type { Result } from "../core/result.js";
import { printResult } from "./cells.js";
import { across, pixels, withRows, words } from "./layer.js";
import type { DataLayer } from "./layer.js";
import { placeRows } from "./rows.js";
import type { RowGroup } from "./rows.js";
import { colours, negativeNeutralPositive, outline, sizes } from "./theme.js";

/** Answers in three groups, least favourable first. */
export const bandIds = ["low", "middle", "high"] as const;
export type BandId = (typeof bandIds)[number];

/** The names of the three groups, for a key and for a table. */
export const bandNames = { low: "Unfavourable", middle: "Middle answer", high: "Favourable" } as const;

/** Share of people in each group. */
export type Bands = Readonly<Record<BandId, Result | undefined>>;

/** Shares from here on are written inside their segment. */
const INSIDE = 0.08;
const BAR = 22;

/** One segment of a bar, with the pixels of its row and its ends as shares right of zero. */
interface Segment {
  readonly band: BandId;
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
 * apart on the right, so that it leans to neither side. Each segment carries its share, or [c].
 */
export function divergingBars(groups: readonly RowGroup<Bands>[]): TopLevelSpec {
  const placed = placeRows(groups, { row: BAR + 4, label: 130, gap: 12 });
  const most = (band: BandId) => Math.max(0.25, ...placed.rows.map(({ data }) => shareOf(data[band]) ?? 0));
  const starts = { low: 0, middle: most("high") + 0.12, high: 0 };
  const x: Across = (field) => across(field, [-most("low"), starts.middle + most("middle")]);

  const segments = placed.rows.flatMap(({ data, middle }) =>
    bandIds.map((band): Segment => {
      const given = shareOf(data[band]);
      const share = given ?? 0;
      const from = starts[band];
      return {
        band,
        share,
        from,
        to: band === "low" ? from - share : from + share,
        text: printResult(data[band]),
        inside: share >= INSIDE,
        top: middle - BAR / 2,
        middle,
        bottom: middle + BAR / 2,
      };
    }),
  );
  return {
    width: sizes.chartWidth,
    height: placed.height,
    layer: withRows([
      ...placed.labels,
      ...bandIds.flatMap((band, index) => bandLayers(band, index, segments, starts[band], x)),
      {
        data: { values: segments.filter(({ band }) => band === "high") },
        mark: { type: "rule", color: colours.white, strokeWidth: 2 },
        encoding: { x: x("from"), y: pixels("top"), y2: { field: "bottom" } },
      },
    ]),
  };
}

type Across = (field: string) => ReturnType<typeof across>;

/** The segments of one band with their shares, and its name over them. */
function bandLayers(
  band: BandId,
  index: number,
  all: readonly Segment[],
  start: number,
  x: Across,
): readonly DataLayer[] {
  const swatch = negativeNeutralPositive[index]!;
  const towards = band === "low" ? -1 : 1;
  const align = band === "low" ? "right" : "left";
  const segments = all.filter((one) => one.band === band);
  const inside = segments
    .filter((one) => one.inside)
    .map((one) => ({ ...one, centre: (one.from + one.to) / 2 }));
  const text = { y: pixels("middle"), text: words("text") };
  const head = [{ start, y: -16, text: bandNames[band] }];
  const headed = { x: x("start"), y: pixels("y") };
  return [
    {
      data: { values: segments.filter((one) => one.share > 0) },
      mark: { type: "rect", color: swatch.fill, stroke: outline, strokeWidth: 1 },
      encoding: { x: x("from"), x2: { field: "to" }, y: pixels("top"), y2: { field: "bottom" } },
    },
    {
      data: { values: inside },
      mark: { type: "text", baseline: "middle", color: swatch.text },
      encoding: { x: x("centre"), ...text },
    },
    {
      data: { values: segments.filter((one) => !one.inside) },
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

function shareOf(result: Result | undefined): number | undefined {
  return result?.kind === "estimate" ? result.estimate : undefined;
}
