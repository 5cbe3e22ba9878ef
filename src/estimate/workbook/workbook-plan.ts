import { invariant } from "../../core/invariant.js";
import { imgTimeComponent, levels, type Level } from "../../costs/estimate/assumptions.js";
import { rateCardOf } from "../../costs/estimate/card-of.js";
import { pricedYears } from "../../costs/estimate/check-inputs.js";
import type { EstimateInputs } from "../../costs/estimate/inputs.js";
import { linesFor, timesOf, type EstimateLine } from "../../costs/estimate/lines.js";
import { isCounted, priceItems, type PricedItem } from "../../costs/estimate/price-items.js";
import { payPointsOf, type PayPoint } from "../../costs/figures.js";
import { annuityFactor } from "../../costs/annuity.js";
import { buildRateCard, type RateCard } from "../../costs/rate-card.js";
import type { Terms } from "../../costs/terms.js";
import type { EstimateReport } from "../estimate-report.js";
import { newNames, type Names } from "./workbook-names.js";

/** All that the sheets are drawn from. */
export interface WorkbookPlan extends EstimateReport {
  readonly inputs: EstimateInputs;
  readonly names: Names;
  /** Every item of the assumptions, priced, whether provided or not. */
  readonly items: readonly PricedItem[];
  /** Their lines where counted, as if all were provided and IMGs' pay counted. */
  readonly lineOf: (item: PricedItem, level: Level) => EstimateLine | null;
  readonly timesOf: (item: PricedItem) => number;
  readonly isCounted: (item: PricedItem) => boolean;
  readonly isProvided: (item: PricedItem) => boolean;
  readonly payPoints: readonly PayPoint[];
  readonly years: readonly string[];
  /** On-costs of every year, with the pension that the Trust pays; the full rate stands beside it. */
  readonly terms: readonly { readonly term: Terms; readonly fullPension: number }[];
  /** Prices at the chosen pension and at the full rate, with the declared hours and with paid hours. */
  readonly cards: Readonly<Record<"chosen" | "chosenPaid" | "full" | "fullPaid", RateCard>>;
  /** What a spread set-up cost is divided by; 1 when it is counted at once. */
  readonly factor: number;
  readonly banner: string;
}

/** What the workbook shows before anybody changes an input: the estimate itself, and prices of what it leaves out. */
export function workbookPlan(report: EstimateReport): WorkbookPlan {
  const { data, estimate } = report;
  const { inputs } = estimate;
  const { figures, components, assumptions } = data;
  invariant(
    !figures.some(({ table }) => table === "pensionable_pay"),
    "the workbook has no column for pensionable pay apart from pay",
  );
  const all = {
    ...inputs,
    components: [...new Set(assumptions.items.map(({ component }) => component))],
    countSupernumerary: true,
  };
  const items = priceItems(all, data);
  const lines = new Map(
    levels.map((level) => [
      level,
      new Map(linesFor(items, components, all, inputs.imgs, () => level).map((line) => [line.id, line])),
    ]),
  );
  const years = pricedYears(figures);
  const card = (changed: Partial<EstimateInputs>) =>
    rateCardOf({ ...inputs, perspective: "trust-economic", ...changed }, data);
  const { setUp } = inputs;
  const isInTotal = new Set(estimate.items.map(({ id }) => id));
  return {
    ...report,
    inputs,
    names: newNames(),
    items,
    lineOf: (item, level) => lines.get(level)!.get(item.id) ?? null,
    timesOf: (item) => timesOf(item, inputs, inputs.imgs),
    isCounted: (item) => isCounted(item, inputs.perspective),
    isProvided: (item) => isInTotal.has(item.id),
    payPoints: [
      ...new Map(
        years.flatMap((year) => payPointsOf(figures, year)).map((point) => [point.key, point]),
      ).values(),
    ],
    years,
    terms: years.flatMap((year) => {
      const options = { year, levy: true, hours: "productive" } as const;
      const paid = buildRateCard(figures, { ...options, pension: "paid-by-trust" }).value!;
      const full = buildRateCard(figures, { ...options, pension: "full" }).value!;
      return paid.terms.map((term, index) => ({ term, fullPension: full.terms[index]!.pension.value }));
    }),
    cards: {
      chosen: card({}),
      chosenPaid: card({ hours: "paid" }),
      full: card({ pension: "full" }),
      fullPaid: card({ pension: "full", hours: "paid" }),
    },
    factor:
      setUp.treatment === "written-off" ? 1 : annuityFactor(setUp.discountRate, setUp.years, setUp.timing),
    banner: sentence(assumptions.whose),
  };
}

/** Whether an item is IMGs' own paid time. */
export function isImgTime(item: Pick<PricedItem, "component">): boolean {
  return item.component === imgTimeComponent;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
