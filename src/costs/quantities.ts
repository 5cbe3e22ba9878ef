import type { Relation } from "../core/relation.js";
import type { Interval, Result } from "../core/result.js";
import type { Study } from "../study/study.js";
import { costId, costResult, poundsOfTrusts, type CostGroup } from "./cost-result.js";
import { eachImgCount, type LedgerLine } from "./ledger.js";
import { isPersonsPay, personsOf } from "./one-persons-pay.js";
import { shareOfYear } from "./period.js";
import { isCounted } from "./perspective.js";
import type { QuantityBasis } from "./quantity-basis.js";
import { staffGroupOf } from "./staff-group.js";
import { countImgs, type PricedReturns, type TrustCosts } from "./trust-costs.js";

/** Lines of one component, of one group of staff or category of spending, on one basis. */
interface Cell {
  readonly component: string;
  /** Staff group for hours, category for pounds. */
  readonly kind: string;
  readonly label: string;
  readonly basis: QuantityBasis;
  readonly isTime: boolean;
  readonly category: string;
  readonly lines: readonly LedgerLine[];
}

/**
 * Hours by component, group of pay points and basis, and pounds by component, category and basis: the mean over all Trusts
 * with costs, total over total (IMGs, intakes, years or Trusts), of the lines that the study's perspective counts. So hours
 * can be priced again at another year's pay. One-off costs are in full. Each carries the lowest and highest Trust as its
 * prediction, which the gate takes away unless every Trust agreed to be shown. Time on a row of the study's unit cost table
 * is told in pounds, because its grade is of no group of pay points at which its hours could be priced again.
 */
export function quantityResults(study: Study, priced: PricedReturns, all: CostGroup): readonly Result[] {
  return cellsOf(study, all).map((cell): Result => {
    const { component, kind, label, basis, isTime, lines } = cell;
    const trusts = all.trusts;
    const range = rangeOf(cell, trusts);
    return costResult(
      study,
      priced,
      all,
      {
        id: quantityId(cell, all),
        label: `${isTime ? "hours" : "pounds"} ${basis}: ${label}, ${component}`,
        item: "quantity",
        level: `${component} ${kind} ${basis}`,
        unit: isTime ? `hours ${basis}` : `GBP ${priced.card.year} ${basis}`,
        method: "total over total",
        supernumerary: "with",
        denominator: eachImgCount,
        lines,
        cautions: ["the mean of all Trusts with costs, those that did not spend on it among them"],
        ...(range ? { prediction: range } : {}),
      },
      sumOf(cell, lines) / divisorOf(basis, trusts),
      countImgs(trusts, eachImgCount),
    );
  });
}

/**
 * What ties quantities to costs: together with pay, which is public, they tell parts of the cost of their component and of
 * their category. One is shown only where what it sets apart rests on enough Trusts and is nobody's pay, and where the costs of
 * its component and its category are shown.
 */
export function quantityRelations(study: Study, all: CostGroup): readonly Relation[] {
  const cells = cellsOf(study, all);
  const sums = (cell: Cell) => [
    costId("component", cell.component, all.slug),
    costId("category", cell.category, all.slug),
  ];
  return [
    {
      kind: "overlap",
      results: cells.map((cell) => quantityId(cell, all)),
      known: [...new Set(cells.flatMap(sums))],
      lines: cells.map((cell) => ({
        within: [...sums(cell), quantityId(cell, all)],
        trusts: [...new Set(cell.lines.map(({ trust }) => trust))],
        personsPay: isPersonsPay(cell.lines),
        persons: personsOf(cell.lines),
        pounds: poundsOfTrusts(cell.lines),
      })),
    },
    ...cells.map((cell): Relation => ({
      kind: "again",
      again: quantityId(cell, all),
      parts: sums(cell),
    })),
  ];
}

/** Ids of the quantities that count lines, by the line's id. */
export function quantitiesOfLines(study: Study, all: CostGroup): ReadonlyMap<string, string> {
  return new Map(
    cellsOf(study, all).flatMap((cell) => cell.lines.map(({ id }) => [id, quantityId(cell, all)] as const)),
  );
}

function quantityId({ component, kind, basis }: Cell, { slug }: CostGroup): string {
  return costId("quantity", component, kind, basis, slug);
}

function cellsOf(study: Study, all: CostGroup): readonly Cell[] {
  const cells = new Map<string, Cell>();
  for (const line of all.trusts.flatMap((one) => one.ledger)) {
    if (line.amountPence === 0 || !isCounted(line, study.costing.perspective)) continue;
    const group = line.payPoint === null ? null : staffGroupOf(line.payPoint);
    const isTime = group !== null;
    const kind = isTime ? group.id : line.category;
    const basis = basisOf(line);
    const key = [line.component, kind, basis].join("|");
    const cell = cells.get(key) ?? {
      component: line.component,
      kind,
      label: isTime ? group.label : line.category,
      basis,
      isTime,
      category: line.category,
      lines: [],
    };
    cells.set(key, { ...cell, lines: [...cell.lines, line] });
  }
  return [...cells].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, cell]) => cell);
}

function basisOf({ phase, basis }: LedgerLine): QuantityBasis {
  if (phase === "set-up") return "once";
  if (basis === "each IMG") return "each IMG";
  return basis === "each cohort" ? "each intake" : "each year";
}

function sumOf({ isTime }: Cell, lines: readonly LedgerLine[]): number {
  const pence = lines.reduce((sum, line) => sum + line.amountPence, 0);
  return isTime ? lines.reduce((sum, line) => sum + line.hours!, 0) : pence / 100;
}

function divisorOf(basis: QuantityBasis, trusts: readonly TrustCosts[]): number {
  const sum = (of: (trust: TrustCosts) => number) => trusts.reduce((total, trust) => total + of(trust), 0);
  if (basis === "each IMG") return countImgs(trusts, eachImgCount);
  if (basis === "each intake") return sum(({ cohort }) => cohort.intakes);
  return basis === "each year" ? sum(shareOfYear) : trusts.length;
}

/** The lowest and highest of the Trusts' own quantities; none where a Trust has nobody to divide by. */
function rangeOf(cell: Cell, trusts: readonly TrustCosts[]): Interval | null {
  const each = trusts.map((trust) => {
    const lines = cell.lines.filter((line) => line.trust === trust.trust);
    return sumOf(cell, lines) / divisorOf(cell.basis, [trust]);
  });
  if (each.length < 2 || !each.every(Number.isFinite)) return null;
  return {
    low: Math.min(...each),
    high: Math.max(...each),
    level: 1,
    method: "lowest and highest of the Trusts",
    kind: "prediction",
  };
}
