import type { Result } from "../core/result.js";
import type { Study } from "../study/study.js";
import { costId, costResult, type CostGroup } from "./cost-result.js";
import { eachImgCount, totalPence, type LedgerLine } from "./ledger.js";
import {
  countImgs,
  linesOf,
  supernumeraryChoices,
  type PricedReturns,
  type Supernumerary,
  type TrustCosts,
} from "./trust-costs.js";

/** Cost of a cohort of any size: a fixed part, and a part for each IMG. In GBP. */
export interface CostFunction {
  /** Mean over Trusts of what does not grow with the number of IMGs. */
  readonly fixed: number;
  /** What each IMG adds: over all Trusts, total over total. */
  readonly eachImg: number;
}

const limits = [
  "fixed costs are taken to be the same at every cohort size: no step when a room or a group is full",
  "the fixed part is the mean of Trusts that differ in what they provide",
];

/**
 * Average cost per IMG against cohort size: C(n) / n with C(n) = F + v n, where F is the mean fixed cost of a Trust and v
 * the cost of each IMG over all Trusts. Sizes are those that the study declares. Also F and v themselves.
 */
export function curveResults(study: Study, priced: PricedReturns, all: CostGroup): readonly Result[] {
  const imgs = countImgs(all.trusts, eachImgCount);
  const year = priced.card.year;
  const make = (
    id: string,
    label: string,
    level: string,
    unit: string,
    supernumerary: Supernumerary,
    pounds: number,
  ) =>
    costResult(
      study,
      priced,
      all,
      {
        id,
        label,
        item: "curve",
        level,
        unit,
        method: "(F + v n) / n; F mean fixed cost of a Trust, v cost of each IMG, total over total",
        supernumerary,
        denominator: eachImgCount,
        lines: linesOf(all.trusts, supernumerary),
        cautions: limits,
      },
      pounds,
      imgs,
    );
  const perImg = `GBP ${year} per IMG ${eachImgCount}`;
  const functions = supernumeraryChoices.map(
    (supernumerary) => [supernumerary, costFunction(all.trusts, supernumerary)] as const,
  );
  return [
    make(
      costId("curve", "fixed-per-trust"),
      "fixed cost of a Trust, mean of the Trusts",
      "fixed",
      `GBP ${year}`,
      "without",
      functions[0]![1].fixed,
    ),
    ...functions.map(([supernumerary, { eachImg }]) =>
      make(
        costId("curve", "each-img", `${supernumerary}-supernumerary`),
        `cost that each IMG adds, ${supernumerary} supernumerary pay`,
        "each IMG",
        perImg,
        supernumerary,
        eachImg,
      ),
    ),
    ...study.costing.cohort_sizes.flatMap((size) =>
      functions.map(([supernumerary, costs]) =>
        make(
          costId("curve", `n-${size}`, `${supernumerary}-supernumerary`),
          `average cost per IMG in a cohort of ${size}, ${supernumerary} supernumerary pay`,
          String(size),
          perImg,
          supernumerary,
          averageCost(costs, size),
        ),
      ),
    ),
  ];
}

/**
 * Average cost per IMG of a cohort of `size`, in GBP.
 *
 * @example averageCost({ fixed: 50000, eachImg: 500 }, 20) // => 3000
 */
export function averageCost(costs: CostFunction, size: number): number {
  return (costs.fixed + costs.eachImg * size) / size;
}

function costFunction(trusts: readonly TrustCosts[], supernumerary: Supernumerary): CostFunction {
  const lines = linesOf(trusts, supernumerary);
  const pounds = (behaviour: LedgerLine["behaviour"]) =>
    totalPence(lines.filter((line) => line.behaviour === behaviour)) / 100;
  return {
    fixed: (pounds("fixed") + pounds("step-fixed")) / trusts.length,
    eachImg: pounds("per IMG") / countImgs(trusts, eachImgCount),
  };
}
