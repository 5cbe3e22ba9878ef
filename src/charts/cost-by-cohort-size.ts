import type { TopLevelSpec } from "vega-lite";
import type { Result } from "../core/result.js";
import { formatNumber } from "../core/format.js";
import { findResult } from "../disclosure/released.js";
import type { Released } from "../disclosure/released.js";
import type { PublicStudy } from "../study/public-study.js";
import { notApplicable, printResult, resultCell, textCell } from "./cells.js";
import type { Chart } from "./chart.js";
import { explainCost } from "./cost-consent.js";
import type { TableBlock, TableCell } from "./data-table.js";
import { labelledLines } from "./lines.js";
import { nothingToDraw, sayHeldBack, sentences } from "./nothing-to-draw.js";
import { placeOf } from "./shown-slices.js";
import { capitalise, costUnit } from "./wording.js";

/**
 * Average cost per IMG at each cohort size, and what each further IMG adds since the size before, with and without IMGs'
 * supernumerary pay. The cost of one more alone jumps where a group is full: a line through some sizes would hide that.
 */
export const costByCohortSize: Chart = {
  id: "cost-by-cohort-size",
  label: "Average cost per IMG and cost of each further IMG, by size of cohort",
  draw(released, study) {
    const curves = curvesOf(released, study);
    const nothing = nothingToDraw(
      curves.flatMap((curve) => curve.costs),
      "cost by size of cohort",
      study,
    );
    if (nothing) return nothing;
    const description = `Average cost for each international medical graduate in a cohort of each size, and what each further one adds since the size before, worked out from the fixed, the per-group and the per-IMG costs of ${placeOf(study)}: not observed at these sizes. Unit: ${costUnit(unitOf(curves))}.`;
    const leftOut = sayHeldBack(
      curves.flatMap(({ costs }) => (costs[0] === undefined ? costs.slice(1) : costs)),
      "left out",
      study,
    );
    return {
      spec: specOf(curves, study),
      caption: captionOf(curves, study),
      description,
      altText: sentences(altTextOf(curves, study), leftOut),
      leftOut,
      table: tableOf(curves, study, description),
    };
  },
};

/** One way to count the cost, with the average or the cost of each further IMG at each declared cohort size. */
interface Curve {
  readonly label: string;
  /** Where its result at a size is found; null where there can be none. */
  readonly idOf: (size: number, before: number | undefined) => string | null;
  readonly costs: readonly (Result | undefined)[];
}

const averageId = (size: number, _before: number | undefined) => `n-${size}`;
const furtherId = (size: number, before: number | undefined) =>
  before === undefined ? null : `between/n-${before}-and-${size}`;

const ways = [
  { idOf: averageId, pay: "with", label: "Average, with IMGs’ supernumerary pay" },
  { idOf: averageId, pay: "without", label: "Average, without it" },
  { idOf: furtherId, pay: "with", label: "Each further IMG, with that pay" },
  { idOf: furtherId, pay: "without", label: "Each further IMG, without it" },
] as const;

function sizesOf(study: PublicStudy): readonly number[] {
  return [...study.costing.cohort_sizes].sort((a, b) => a - b);
}

function curvesOf(released: Released, study: PublicStudy): readonly Curve[] {
  const sizes = sizesOf(study);
  const curves = ways.map(({ idOf, pay, label }) => ({
    label,
    idOf,
    costs: sizes.map((size, index) => {
      const id = idOf(size, sizes[index - 1]);
      return id === null ? undefined : findResult(released, `cost/curve/${id}/${pay}-supernumerary`);
    }),
  }));
  return curves.filter((curve) => curve.costs.some((cost) => cost !== undefined));
}

function specOf(curves: readonly Curve[], study: PublicStudy): TopLevelSpec {
  const sizes = sizesOf(study);
  const pounds = curves.flatMap((curve) =>
    curve.costs.flatMap((cost) => (cost?.kind === "estimate" ? [cost.interval?.high ?? cost.estimate] : [])),
  );
  const lines = curves.map((curve) => ({
    name: curve.label,
    points: sizes.map((size, index) => {
      const cost = curve.costs[index];
      if (cost?.kind !== "estimate") return null;
      return { x: size, y: cost.estimate, low: cost.interval?.low, high: cost.interval?.high };
    }),
  }));
  return labelledLines(lines, {
    x: { title: "IMGs in the cohort", domain: [0, Math.max(...sizes)], values: [0, ...sizes] },
    y: {
      title: capitalise(costUnit(unitOf(curves))),
      domain: [0, roundUp(Math.max(...pounds))],
      format: "$,.0f",
    },
    height: 280,
  });
}

function unitOf(curves: readonly Curve[]): string {
  return curves.flatMap((curve) => curve.costs).find((cost) => cost !== undefined)!.unit;
}

/** A round end for an axis: the next fifth of a power of ten. */
function roundUp(value: number): number {
  const step = 10 ** Math.floor(Math.log10(Math.max(1, value))) / 5;
  return Math.ceil(value / step) * step;
}

function captionOf(curves: readonly Curve[], study: PublicStudy): string {
  const sizes = sizesOf(study);
  const curve = curves.find(({ costs }) => costs.some((cost) => cost?.kind === "estimate"))!;
  const shown = sizes.flatMap((size, index) => {
    const cost = curve.costs[index];
    return cost?.kind === "estimate" ? [{ size, text: printResult(cost) }] : [];
  });
  const [first, last] = [shown[0]!, shown.at(-1)!];
  const start = `Average cost: ${first.text} at ${first.size}`;
  return first === last ? `${start} IMGs` : `${start} IMGs, ${last.text} at ${last.size}`;
}

function altTextOf(curves: readonly Curve[], study: PublicStudy): string {
  const said = curves.map(({ label, costs }) => {
    const bySize = sizesOf(study).flatMap((size, index) =>
      costs[index]?.kind === "estimate" ? [`${size} IMGs ${printResult(costs[index])}`] : [],
    );
    return `${label}: ${bySize.length === 0 ? "not shown" : bySize.join(", ")}.`;
  });
  return `Line chart of average cost per IMG, and of the cost of each further one, against the number of IMGs in the cohort. ${said.join(" ")}`;
}

function tableOf(curves: readonly Curve[], study: PublicStudy, description: string): TableBlock {
  return {
    kind: "table",
    id: costByCohortSize.id,
    caption: costByCohortSize.label,
    description,
    columns: [
      { heading: "IMGs in the cohort", align: "left" },
      ...curves.map((curve) => ({ heading: curve.label, align: "right" as const })),
    ],
    rows: sizesOf(study).map((size, index) => [
      textCell(formatNumber(size)),
      ...curves.flatMap(({ costs, idOf }): TableCell | readonly TableCell[] =>
        idOf(size, sizesOf(study)[index - 1]) === null
          ? notApplicable("there is no smaller cohort to count from")
          : explainCost([resultCell(costs[index])], costs[index], study),
      ),
    ]),
    notes: [],
  };
}
