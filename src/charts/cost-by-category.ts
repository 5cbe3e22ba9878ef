import type { TopLevelSpec } from "vega-lite";
import type { Result } from "../core/result.js";
import { slug } from "../core/result.js";
import { findResult } from "../disclosure/released.js";
import type { Released } from "../disclosure/released.js";
import { printResult, resultCell, textCell } from "./cells.js";
import type { PublicStudy } from "../study/public-study.js";
import type { Chart } from "./chart.js";
import { columnHeads, placeColumns } from "./columns.js";
import { explainCost, sayCostsLeftOut } from "./cost-consent.js";
import type { TableBlock } from "./data-table.js";
import { pixels, withRows, words } from "./layer.js";
import type { DataLayer } from "./layer.js";
import { nothingToDraw, sayHeldBack, sentences } from "./nothing-to-draw.js";
import { placeRows } from "./rows.js";
import { groupsWithNumbers, placeOf, wholeStudy } from "./shown-slices.js";
import type { ShownSlice } from "./shown-slices.js";
import { colours } from "./theme.js";
import { capitalise, costUnit, inSentence } from "./wording.js";

/** Cost per IMG by category: one column a group of Trusts, one row a category, all bars on one scale. */
export const costByCategory: Chart = {
  id: "cost-by-category",
  label: "Cost per IMG, by category",
  draw(released, study) {
    const { shown, held } = groupsWithNumbers(released, study, STEM);
    const slices = [...shown, wholeStudy(study)];
    const categories = categoriesOf(released, slices);
    const nothing = nothingToDraw(
      categories.flatMap((category) => category.costs),
      "cost by category",
      study,
    );
    if (nothing) return nothing;
    const { headline } = study.costing;
    const total: Category = {
      label: "All categories",
      costs: slices.map((slice) =>
        findResult(released, `cost/per-img/${headline}/with-supernumerary/${slice.slug}`),
      ),
    };
    const left = sayCostsLeftOut(held, study, released);
    const shownCosts = [...categories, total].flatMap((category) => category.costs);
    const leftOut = sentences(sayHeldBack(shownCosts, "marked", study), left, sayNothing(shownCosts));
    const unit = costUnit(categories.flatMap(({ costs }) => costs).find((cost) => cost !== undefined)!.unit);
    const description = [
      `Average cost for each international medical graduate, by category, ${placeOf(study)}.`,
      `Unit: ${unit}. All bars are on one scale; ${orderOf(categories, study.trusts.length > 1)}`,
      left,
    ]
      .filter((sentence) => sentence !== "")
      .join(" ");
    return {
      spec: specOf(categories, total, slices),
      caption: captionOf(categories),
      description,
      altText: sentences(altTextOf([...categories, total], slices), leftOut),
      leftOut,
      table: tableOf([...categories, total], slices, study, description),
    };
  },
};

/** One category of cost, with its cost per IMG in each slice; all Trusts last. */
interface Category {
  readonly label: string;
  readonly costs: readonly (Result | undefined)[];
}

const STEM = "cost/category/";

function categoriesOf(released: Released, slices: readonly ShownSlice[]): readonly Category[] {
  const labels = new Map<string, string>();
  for (const { id, subject } of released.results) {
    if (!id.startsWith(STEM)) continue;
    const name = id.slice(STEM.length).split("/")[0]!;
    const label = [subject.item, subject.level].find((one) => one !== undefined && slug(one) === name);
    labels.set(name, label ?? name.replaceAll("-", " "));
  }
  const categories = [...labels].map(([name, label]) => ({
    label: capitalise(label),
    costs: slices.map((slice) => findResult(released, `${STEM}${name}/${slice.slug}`)),
  }));
  const shown = categories.filter(({ costs }) => costs.some((cost) => cost !== undefined));
  return shown.sort(
    (a, b) => poundsOf(b.costs.at(-1)) - poundsOf(a.costs.at(-1)) || (a.label < b.label ? -1 : 1),
  );
}

function poundsOf(cost: Result | undefined): number {
  return cost?.kind === "estimate" ? cost.estimate : -1;
}

const BAR = 11;
/** Part of a column that the longest bar fills. */
const FULL = 0.9;

function specOf(
  categories: readonly Category[],
  total: Category,
  slices: readonly ShownSlice[],
): TopLevelSpec {
  const row = ({ label, costs }: Category) => ({ label, data: costs });
  const placed = placeRows(
    [
      { heading: null, rows: categories.map(row) },
      { heading: null, rows: [row(total)] },
    ],
    { row: 42, label: 160, gap: 6 },
  );
  const columns = placeColumns(slices, placed.margin, { least: 72, apart: 0.25 });
  const most = Math.max(1, ...categories.flatMap(({ costs }) => costs.map(poundsOf)));
  const cells = placed.rows.flatMap(({ data, middle }, place) =>
    columns.places.map(({ from }, index) => {
      const isTotal = place === categories.length;
      const length = isTotal ? 0 : (Math.max(0, poundsOf(data[index])) / most) * FULL;
      return {
        isTotal,
        pooled: index === slices.length - 1,
        text: printResult(data[index]),
        y: isTotal ? middle : middle - 8,
        top: middle + 3,
        bottom: middle + 3 + BAR,
        from,
        to: from + length,
      };
    }),
  );
  const bars = (pooled: boolean): DataLayer => ({
    data: { values: cells.filter((cell) => cell.pooled === pooled && cell.to > cell.from) },
    mark: { type: "rect", color: pooled ? colours.darkBlue : colours.midBlue },
    encoding: { x: columns.x("from"), x2: { field: "to" }, y: pixels("top"), y2: { field: "bottom" } },
  });
  const zero: DataLayer = {
    data: { values: cells.filter((cell) => cell.to > cell.from) },
    mark: { type: "rule" },
    encoding: { x: columns.x("from"), y: pixels("top"), y2: { field: "bottom" } },
  };
  const numbers = (isTotal: boolean): DataLayer => ({
    data: { values: cells.filter((cell) => cell.isTotal === isTotal) },
    mark: { type: "text", align: "left", baseline: "middle", fontWeight: isTotal ? "bold" : "normal" },
    encoding: { x: columns.x("from"), y: pixels("y"), text: words("text") },
  });
  return {
    width: columns.width,
    height: placed.height,
    layer: withRows([
      ...placed.labels,
      columnHeads(slices, columns, "left"),
      bars(false),
      bars(true),
      zero,
      numbers(false),
      numbers(true),
    ]),
  };
}

/** What a cost of nothing may be, where one is shown. */
function sayNothing(costs: readonly (Result | undefined)[]): string {
  const isShown = costs.some((cost) => cost?.kind === "estimate" && cost.estimate === 0);
  return isShown ? "£0 may stand for a small cost: costs are rounded." : "";
}

/** Categories without a number over all Trusts come last, whatever the bars by Trust show. */
function orderOf(categories: readonly Category[], several: boolean): string {
  const where = several ? " over all Trusts" : "";
  return categories.every((category) => category.costs.at(-1)?.kind === "estimate")
    ? `the largest category${where} comes first.`
    : `of the categories shown${where} the largest comes first, and those not shown${where} come last.`;
}

function captionOf(categories: readonly Category[]): string {
  const pooled = categories.map((category) => category.costs.at(-1));
  const [first] = categories;
  if (!first || pooled[0]?.kind !== "estimate") return "Cost per IMG, by category";
  const which = pooled.every((cost) => cost?.kind === "estimate")
    ? "Largest category"
    : "Largest category of those shown over all Trusts";
  return `${which}: ${inSentence(first.label)}, ${printResult(pooled[0])} per IMG`;
}

function altTextOf(categories: readonly Category[], slices: readonly ShownSlice[]): string {
  const said = slices.map((slice, index) => {
    const costs = categories.map(({ label, costs }) => `${inSentence(label)} ${printResult(costs[index])}`);
    return `${slice.label}: ${costs.join(", ")}.`;
  });
  const columns = slices.length > 1 ? ", one column a group of Trusts" : "";
  return [`Bars of cost per IMG, one row a category${columns}.`, ...said].join(" ");
}

function tableOf(
  categories: readonly Category[],
  slices: readonly ShownSlice[],
  study: PublicStudy,
  description: string,
): TableBlock {
  return {
    kind: "table",
    id: costByCategory.id,
    caption: costByCategory.label,
    description,
    columns: [
      { heading: "Category", align: "left" },
      ...slices.map((slice) => ({ heading: slice.label, align: "right" as const })),
    ],
    rows: categories.map(({ label, costs }) => [
      textCell(label),
      ...costs.flatMap((cost) => explainCost([resultCell(cost)], cost, study)),
    ]),
    notes: [
      "Costs are rounded, so that categories may not add up to the total, and a small one may read as nothing.",
    ],
  };
}
