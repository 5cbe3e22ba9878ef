import { invariant } from "../../core/invariant.js";
import { toPence } from "../../core/pence.js";
import { annuityFactor } from "../annuity.js";
import {
  imgTimeComponent,
  overheadsComponent,
  programmeComponent,
  type Level,
  type PlanningItem,
} from "./assumptions.js";
import type { EstimateInputs } from "./inputs.js";
import type { EstimateComponent } from "./estimate-data.js";
import { isCounted, type PricedItem } from "./price-items.js";

/** One line of an estimate. */
export interface EstimateLine {
  /** Id of the item, or `overheads/set-up` and `overheads/running`. */
  readonly id: string;
  readonly component: string;
  readonly strand: string;
  readonly category: string;
  readonly label: string;
  readonly phase: "set-up" | "running";
  readonly behaviour: "fixed" | "step-fixed" | "per IMG";
  /** How many times the amount is spent: once, intakes, groups or IMGs, and weeks of shadowing. */
  readonly times: number;
  /** Hours of staff in all, or times that pounds are spent. */
  readonly quantity: number;
  /** GBP an hour or each time, unrounded. */
  readonly rate: number;
  readonly payPoint: string | null;
  /** Quantity x rate to the penny: the whole price, also of what lasts for years. */
  readonly pence: number;
  /** What it adds to a year: the same, or the year's part of a set-up cost that is spread. */
  readonly yearPence: number;
}

/** What serves the whole programme stands under this strand, IMGs' own time and overheads under theirs. */
export const ownStrands: Readonly<Record<string, string>> = {
  [programmeComponent]: "running the programme",
  [imgTimeComponent]: "IMG supernumerary time",
  [overheadsComponent]: "overheads",
};

/**
 * The lines of an estimate for a number of IMGs, each item at the level that `levelOf` gives it.
 *
 * Rounding, so that a spreadsheet agrees to the penny: quantities and rates are not rounded; the price of a line is
 * `ROUND(quantity x rate, 2)`, half a penny up; the year's part of a spread set-up line is `ROUND(price / factor, 2)` of
 * the rounded price; overheads are `ROUND(share x sum of rounded lines, 2)`, for set-up and running apart; every total
 * is a sum of rounded lines; a cost per IMG is a total over IMGs, not rounded until it is printed.
 */
export function linesFor(
  items: readonly PricedItem[],
  components: readonly EstimateComponent[],
  inputs: EstimateInputs,
  imgs: number,
  levelOf: (item: PricedItem) => Level,
): readonly EstimateLine[] {
  const strands = new Map(components.map(({ id, strand }) => [id, strand]));
  const lines = items
    .filter((item) => isCounted(item, inputs.perspective))
    .map((item): EstimateLine => {
      const times = timesOf(item, inputs, imgs);
      const amount = item.amount[levelOf(item)];
      const quantity = item.hourly === null ? times : times * amount;
      const rate = item.hourly ?? amount;
      const phase = item.basis === "once" ? "set-up" : "running";
      const pence = toPence(quantity * rate);
      return {
        id: item.id,
        component: item.component,
        strand: strands.get(item.component) ?? strandOf(item.component),
        category: item.category,
        label: item.label,
        phase,
        behaviour: behaviourOf(item),
        times,
        quantity,
        rate,
        payPoint: item.payPoint,
        pence,
        yearPence: phase === "set-up" ? yearOf(pence, inputs) : pence,
      };
    });
  return [...lines, ...overheadLines(lines, inputs)];
}

/**
 * How many times an item's amount is spent in a year. IMGs are spread over the intakes as evenly as can be; an intake
 * without anybody costs nothing. A group that is full is followed by another.
 *
 * @example groupsOf(20, 3, 6) // => 5
 */
export function groupsOf(imgs: number, intakes: number, groupSize: number | null): number {
  const small = Math.floor(imgs / intakes);
  const larger = imgs % intakes;
  const groups = (size: number) => (groupSize === null ? Math.min(size, 1) : Math.ceil(size / groupSize));
  return larger * groups(small + 1) + (intakes - larger) * groups(small);
}

/** How many times an item's amount is spent in a year, weeks of shadowing included. */
export function timesOf(item: PlanningItem, inputs: EstimateInputs, imgs: number): number {
  const weeks = item.eachShadowingWeek ? inputs.shadowingWeeks : 1;
  if (item.basis === "each IMG") return imgs * weeks;
  return groupsOf(imgs, item.basis === "each intake" ? inputs.intakes : 1, item.groupSize) * weeks;
}

function behaviourOf(item: PlanningItem): EstimateLine["behaviour"] {
  if (item.basis === "each IMG") return "per IMG";
  return item.groupSize === null ? "fixed" : "step-fixed";
}

/** New money is counted in full when it is spent; otherwise as the inputs say. */
function yearOf(pence: number, { setUp, perspective }: EstimateInputs): number {
  if (setUp.treatment === "written-off" || perspective === "trust-cash") return pence;
  return toPence(pence / 100 / annuityFactor(setUp.discountRate, setUp.years, setUp.timing));
}

/** Overheads on staff and other costs, not on IMGs' own pay; nothing where only new money is counted. */
function overheadLines(lines: readonly EstimateLine[], inputs: EstimateInputs): readonly EstimateLine[] {
  const { overheads, perspective } = inputs;
  if (overheads === null || overheads === 0 || perspective === "trust-cash") return [];
  return (["set-up", "running"] as const).map((phase): EstimateLine => {
    const base = lines.filter((line) => line.phase === phase && line.component !== imgTimeComponent);
    const whole = base.reduce((sum, line) => sum + line.pence, 0) / 100;
    const pence = toPence(whole * overheads);
    return {
      id: `overheads/${phase}`,
      component: overheadsComponent,
      strand: strandOf(overheadsComponent),
      category: "overhead",
      label: `overheads on ${phase} costs`,
      phase,
      behaviour: "step-fixed",
      times: 1,
      quantity: whole,
      rate: overheads,
      payPoint: null,
      pence,
      yearPence: phase === "set-up" ? yearOf(pence, inputs) : pence,
    };
  });
}

function strandOf(component: string): string {
  const strand = ownStrands[component];
  invariant(strand, `estimate: no component ${component}`);
  return strand;
}
