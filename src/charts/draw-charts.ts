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

/** The line under every chart of synthetic data. */
export const syntheticNotice = "Synthetic data: not real people or Trusts";

/** Stands on a report of which nothing was held back, and under each of its charts: a picture may be passed on without its page. */
export const notForReleaseNotice = "NOT FOR RELEASE. Nothing was held back to protect people.";

/**
 * Draw every chart for which the release holds numbers, in the order of the list.
 *
 * @param isInternal whether nothing was held back, so that nothing may be sent
 */
export async function drawCharts(
  released: Released,
  study: PublicStudy,
  isInternal = false,
): Promise<readonly DrawnChart[]> {
  const drawn: DrawnChart[] = [];
  for (const chart of charts) {
    const drawing = chart.draw(released, study);
    if ("nothing" in drawing) continue;
    const { spec, caption, description, altText, leftOut, table } = drawing;
    const picture = await renderChart(spec, {
      id: `chart-${chart.id}`,
      title: caption,
      description: altText,
      notes: [
        ...(leftOut === "" ? [] : [leftOut]),
        ...(isInternal ? [notForReleaseNotice] : []),
        ...(study.study.synthetic ? [syntheticNotice] : []),
      ],
    });
    drawn.push({ id: chart.id, caption, description, altText, table, ...picture });
  }
  return drawn;
}
