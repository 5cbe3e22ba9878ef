import { textCell } from "../charts/cells.js";
import type { DrawnChart } from "../charts/draw-charts.js";
import { labelledLines } from "../charts/lines.js";
import { renderChart } from "../charts/render.js";
import { levels, overLevels } from "../costs/estimate/assumptions.js";
import type { CurvePoint } from "../costs/estimate/curve.js";
import type { TrustEstimate } from "../costs/estimate/estimate.js";
import { aboutPounds } from "./money.js";

/** The curve of a board summary: average cost per IMG over IMGs a year, low to high as a band. */
export async function drawBoardChart({ curve, inputs, card }: TrustEstimate): Promise<DrawnChart> {
  const shown = pointsOf(curve, inputs.imgs);
  const most = Math.max(...shown.map(({ imgs }) => imgs));
  const top = Math.max(...shown.map(({ average }) => average.high));
  const spec = labelledLines(
    [
      {
        name: "Central; band from low to high",
        points: shown.map(({ imgs, average }) => ({
          x: imgs,
          y: average.central,
          low: average.low,
          high: average.high,
        })),
      },
    ],
    {
      x: { title: "IMGs a year", domain: [0, most], values: [0, ...shown.map(({ imgs }) => imgs)] },
      y: { title: "Pounds for each IMG", domain: [0, roundUp(top)], format: "$,.0f" },
      height: 115,
    },
  );
  const first = shown[0]!;
  const last = shown.at(-1)!;
  const [atFirst, atLast] = [first, last].map(({ average }) => aboutPounds(average.central * 100));
  const caption = `Cost per IMG by IMGs a year: ${atFirst} at ${first.imgs}, ${atLast} at ${last.imgs}`;
  const altText = `Line chart of average cost for each IMG against IMGs a year, with a band from low to high. ${shown
    .map(({ imgs, average }) => `${imgs} IMGs ${aboutPounds(average.central * 100)}`)
    .join(", ")}.`;
  const picture = await renderChart(spec, {
    id: "chart-cost-by-imgs",
    title: caption,
    description: altText,
    notes: [],
  });
  const description = "";
  return {
    id: "cost-by-imgs",
    caption,
    description,
    altText,
    ...picture,
    table: {
      kind: "table",
      id: "cost-by-imgs",
      caption: "Average cost for each IMG, by IMGs a year",
      description: `Pounds at ${card.year} pay.`,
      columns: [
        { heading: "IMGs a year", align: "left" },
        ...levels.map((level) => ({ heading: level, align: "right" as const })),
        { heading: "one more IMG, central", align: "right" },
      ],
      rows: shown.map(({ imgs, average, marginalPence }) => {
        const cells = overLevels((level) => average[level] * 100);
        return [
          textCell(String(imgs)),
          ...levels.map((level) => textCell(aboutPounds(cells[level]))),
          textCell(aboutPounds(marginalPence.central)),
        ];
      }),
      notes: [],
    },
  };
}

/** A few sizes and the Trust's own: enough to see the shape. */
function pointsOf(curve: readonly CurvePoint[], own: number): readonly CurvePoint[] {
  const most = curve.at(-1)!.imgs;
  const step = Math.max(1, Math.ceil(most / 60));
  const sizes = new Set([...[5, 10, 15, 20, 30, 40, 50, 60].map((size) => size * step), own]);
  return curve.filter(({ imgs }) => sizes.has(imgs));
}

/** A round end for an axis: the next fifth of a power of ten. */
function roundUp(value: number): number {
  const step = 10 ** Math.floor(Math.log10(Math.max(1, value))) / 5;
  return Math.ceil(value / step) * step;
}
