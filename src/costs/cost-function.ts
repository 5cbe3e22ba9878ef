import { median } from "../stats/means/summary.js";
import { eachImgCount, totalPence, type LedgerLine } from "./ledger.js";
import { countImgs, type TrustCosts } from "./trust-costs.js";

/** What a cohort of n IMGs costs: C(n) = F + sum of ceil(n / capacity) x s + v n. In GBP. */
export interface CostFunction {
  /** What does not grow with the number of IMGs. */
  readonly fixed: number;
  /** What is spent again for each group, with the IMGs that a group takes. */
  readonly steps: readonly Step[];
  /** What each IMG adds. */
  readonly eachImg: number;
}

export interface Step {
  readonly pounds: number;
  readonly capacity: number;
}

/**
 * Cost of a cohort of `size`, in GBP.
 *
 * @example costOf({ fixed: 1000, steps: [{ pounds: 100, capacity: 10 }], eachImg: 5 }, 11) // => 1255
 */
export function costOf({ fixed, steps, eachImg }: CostFunction, size: number): number {
  const stepped = steps.reduce((sum, { pounds, capacity }) => sum + Math.ceil(size / capacity) * pounds, 0);
  return fixed + stepped + eachImg * size;
}

/**
 * Average cost per IMG of a cohort of `size`, in GBP.
 *
 * @example averageCost({ fixed: 50000, steps: [], eachImg: 500 }, 20) // => 3000
 */
export function averageCost(costs: CostFunction, size: number): number {
  return costOf(costs, size) / size;
}

/**
 * What one more IMG adds to a cohort of `size`, in GBP: C(n + 1) - C(n), which jumps where the last group is full.
 *
 * @example marginalCost({ fixed: 1000, steps: [{ pounds: 100, capacity: 10 }], eachImg: 5 }, 10) // => 105
 */
export function marginalCost({ steps, eachImg }: CostFunction, size: number): number {
  const full = steps.filter(({ capacity }) => size % capacity === 0);
  return eachImg + full.reduce((sum, { pounds }) => sum + pounds, 0);
}

/**
 * The cost function of one Trust, from the lines that its perspective counts. A step costs what was spent over the groups
 * there were: the intakes for what is spent for each cohort, else the groups that its IMGs fill.
 */
export function trustFunction({ cohort }: TrustCosts, lines: readonly LedgerLine[]): CostFunction {
  const imgs = cohort[eachImgCount];
  const pounds = (behaviour: LedgerLine["behaviour"]) =>
    totalPence(lines.filter((line) => line.behaviour === behaviour)) / 100;
  const stepped = lines.filter((line) => line.behaviour === "step-fixed" && line.amountPence > 0);
  const byCapacity = new Map<number, number>();
  for (const line of stepped) {
    const capacity = capacityOf(line, imgs);
    const groups = line.basis === "each cohort" ? line.intakes : Math.max(1, Math.ceil(imgs / capacity));
    byCapacity.set(capacity, (byCapacity.get(capacity) ?? 0) + line.amountPence / 100 / groups);
  }
  const grows = pounds("per IMG");
  return {
    fixed: pounds("fixed"),
    steps: [...byCapacity].map(([capacity, amount]) => ({ capacity, pounds: amount })),
    eachImg: grows === 0 ? 0 : grows / imgs,
  };
}

/**
 * The cost function of a Trust that stands for several: the mean of their fixed costs; one step, the mean of what a group
 * costs them, for the median of their capacities; and what each IMG adds, total over total. Its steps are not those of any
 * one Trust. One Trust's own function when there is only one.
 */
export function groupFunction(
  trusts: readonly TrustCosts[],
  linesOf: (trust: TrustCosts) => readonly LedgerLine[],
): CostFunction {
  const functions = trusts.map((trust) => trustFunction(trust, linesOf(trust)));
  const [only, ...others] = functions;
  if (only && others.length === 0) return only;
  const mean = (of: (one: CostFunction) => number) =>
    functions.reduce((sum, one) => sum + of(one), 0) / functions.length;
  const stepPounds = mean(({ steps }) => steps.reduce((sum, { pounds }) => sum + pounds, 0));
  const capacities = functions.flatMap(({ steps }) => steps.map(({ capacity }) => capacity));
  const grows = totalPence(trusts.flatMap(linesOf).filter((line) => line.behaviour === "per IMG")) / 100;
  return {
    fixed: mean(({ fixed }) => fixed),
    steps: capacities.length === 0 ? [] : [{ pounds: stepPounds, capacity: Math.round(median(capacities)) }],
    eachImg: grows === 0 ? 0 : grows / countImgs(trusts, eachImgCount),
  };
}

/** IMGs that one group takes: as the return says, else the mean intake, rounded up. */
export function capacityOf({ capacity, intakes }: LedgerLine, imgs: number): number {
  return capacity ?? Math.max(1, Math.ceil(imgs / intakes));
}
