import { median } from "../stats/means/summary.js";
import { eachImgCount, totalPence, type LedgerLine } from "./ledger.js";
import { countImgs, type TrustCosts } from "./trust-costs.js";

/** What a cohort of n IMGs costs: C(n) = F + sum of ceil(n / size of a group) x s + v n. In GBP. */
export interface CostFunction {
  /** What does not grow with the number of IMGs. */
  readonly fixed: number;
  /** What is spent again for each group. */
  readonly steps: readonly Step[];
  /** What each IMG adds. */
  readonly eachImg: number;
}

export interface Step {
  readonly pounds: number;
  /** IMGs in a group, above 0; not always whole, as it may be a mean. */
  readonly capacity: number;
}

/**
 * Cost of a cohort of `size`, in GBP.
 *
 * @example costOf({ fixed: 1000, steps: [{ pounds: 100, capacity: 10 }], eachImg: 5 }, 11) // => 1255
 */
export function costOf({ fixed, steps, eachImg }: CostFunction, size: number): number {
  const stepped = steps.reduce((sum, { pounds, capacity }) => sum + groupsOf(size, capacity) * pounds, 0);
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
  return steps.reduce(
    (sum, { pounds, capacity }) => sum + (groupsOf(size + 1, capacity) - groupsOf(size, capacity)) * pounds,
    eachImg,
  );
}

/**
 * The cost function of one Trust, from the lines that its perspective counts. At the Trust's own number of IMGs it comes to
 * what was returned: a step costs what was spent over the groups that its IMGs make. A group is as many IMGs as a line says
 * that it serves at once; for what is spent for each cohort it is the mean intake, IMGs over intakes, or that number where
 * it is less. So a stated number above the mean intake only says how large an intake could be: the Trust did not fill it.
 * A Trust without IMGs has no groups, and no function: see `ownFunctions`.
 */
export function trustFunction({ cohort }: TrustCosts, lines: readonly LedgerLine[]): CostFunction {
  const imgs = cohort[eachImgCount];
  const pounds = (behaviour: LedgerLine["behaviour"]) =>
    totalPence(lines.filter((line) => line.behaviour === behaviour)) / 100;
  const stepped = lines.filter((line) => line.behaviour === "step-fixed" && line.amountPence > 0);
  const byCapacity = new Map<number, number>();
  for (const line of stepped) {
    const capacity = groupSizeOf(line, imgs);
    const each = line.amountPence / 100 / groupsOf(imgs, capacity);
    byCapacity.set(capacity, (byCapacity.get(capacity) ?? 0) + each);
  }
  const grows = pounds("per IMG");
  return {
    fixed: pounds("fixed"),
    steps: [...byCapacity].map(([capacity, amount]) => ({ capacity, pounds: amount })),
    eachImg: grows === 0 ? 0 : grows / imgs,
  };
}

/** A Trust's cost function and the number of IMGs that it had, above 0. */
export interface OwnFunction {
  readonly costs: CostFunction;
  readonly imgs: number;
}

/** The cost functions of Trusts; those without IMGs are left out. */
export function ownFunctions(
  trusts: readonly TrustCosts[],
  linesOf: (trust: TrustCosts) => readonly LedgerLine[],
): readonly OwnFunction[] {
  return withImgs(trusts).map((trust) => ({
    costs: trustFunction(trust, linesOf(trust)),
    imgs: trust.cohort[eachImgCount],
  }));
}

/**
 * Average cost per IMG of a cohort of `size`, in GBP: the mean over Trusts of each one's own C(n) / n, every Trust once.
 * NaN of no Trusts.
 *
 * @example meanAverageCost([{ costs: { fixed: 100, steps: [], eachImg: 5 }, imgs: 9 }, { costs: { fixed: 300, steps: [], eachImg: 5 }, imgs: 4 }], 10) // => 25
 */
export function meanAverageCost(functions: readonly OwnFunction[], size: number): number {
  return functions.reduce((sum, { costs }) => sum + averageCost(costs, size), 0) / functions.length;
}

/**
 * What one more IMG adds at each Trust's own size, in GBP: the mean over Trusts of C(n + 1) - C(n) at the Trust's own n,
 * weighted by n. So it is between the lowest and the highest of the Trusts. NaN of no Trusts.
 *
 * @example meanMarginalCost([{ costs: { fixed: 0, steps: [], eachImg: 50 }, imgs: 30 }, { costs: { fixed: 0, steps: [], eachImg: 10 }, imgs: 10 }]) // => 40
 */
export function meanMarginalCost(functions: readonly OwnFunction[]): number {
  const all = functions.reduce((sum, { imgs }) => sum + imgs, 0);
  return functions.reduce((sum, { costs, imgs }) => sum + marginalCost(costs, imgs) * imgs, 0) / all;
}

/**
 * The cost function of a mean Trust that stands for several: the mean of their fixed costs; one step, the mean of what a
 * group costs them, for the median of the sizes of their groups, to a whole IMG; and what each IMG adds, total over total. Its
 * steps are not those of any one Trust, so that a curve tells none of them; nor is it the mean of their curves, for which see
 * `meanAverageCost`. One Trust's own function when there is only one. Trusts without IMGs are left out.
 */
export function groupFunction(
  trusts: readonly TrustCosts[],
  linesOf: (trust: TrustCosts) => readonly LedgerLine[],
): CostFunction {
  const functions = ownFunctions(trusts, linesOf).map(({ costs }) => costs);
  const [only, ...others] = functions;
  if (only && others.length === 0) return only;
  const mean = (of: (one: CostFunction) => number) =>
    functions.reduce((sum, one) => sum + of(one), 0) / functions.length;
  const stepPounds = mean(({ steps }) => steps.reduce((sum, { pounds }) => sum + pounds, 0));
  const capacities = functions.flatMap(({ steps }) => steps.map(({ capacity }) => capacity));
  const grows =
    totalPence(
      withImgs(trusts)
        .flatMap(linesOf)
        .filter((line) => line.behaviour === "per IMG"),
    ) / 100;
  return {
    fixed: mean(({ fixed }) => fixed),
    steps:
      capacities.length === 0
        ? []
        : [{ pounds: stepPounds, capacity: Math.max(1, Math.round(median(capacities))) }],
    eachImg: grows === 0 ? 0 : grows / countImgs(trusts, eachImgCount),
  };
}

/** IMGs of one group, at a Trust with some: see `trustFunction`. */
function groupSizeOf({ basis, capacity, intakes }: LedgerLine, imgs: number): number {
  const stated = capacity ?? Infinity;
  return basis === "each cohort" ? Math.min(stated, imgs / intakes) : stated;
}

/** Groups that IMGs make. The size of a group may be a mean, 9 IMGs in 7 intakes: the last digit of it makes no further group. */
function groupsOf(imgs: number, size: number): number {
  return Math.ceil(imgs / size - 1e-9);
}

function withImgs(trusts: readonly TrustCosts[]): readonly TrustCosts[] {
  return trusts.filter(({ cohort }) => cohort[eachImgCount] > 0);
}
