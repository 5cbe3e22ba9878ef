import type { Released } from "../disclosure/released.js";
import type { PublicStudy } from "../study/public-study.js";
import { charts } from "./index.js";
import type { TableBlock } from "./data-table.js";
import { renderChart } from "./render.js";

/** A chart drawn: its picture, its words and its numbers, all from released results. */
export interface DrawnChart {
  /** Stable id; the files are charts/<id>.svg and .png. */
  readonly id: string;
  /** Headline message, at most about ten words. */
  readonly caption: string;
  /** What, where, when, unit. */
  readonly description: string;
  /** Says in words what the chart shows. */
  readonly altText: string;
  readonly svg: string;
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** The same numbers as a table. */
  readonly table: TableBlock;
}

/** Draw every chart for which the release holds numbers, in the order of the list. */
export async function drawCharts(released: Released, study: PublicStudy): Promise<readonly DrawnChart[]> {
  const drawn: DrawnChart[] = [];
  for (const chart of charts) {
    const drawing = chart.draw(released, study);
    if ("nothing" in drawing) continue;
    const { spec, caption, description, altText, table } = drawing;
    const picture = await renderChart(spec, {
      id: `chart-${chart.id}`,
      title: caption,
      description: altText,
      synthetic: study.study.synthetic,
    });
    drawn.push({ id: chart.id, caption, description, altText, table, ...picture });
  }
  return drawn;
}
