import type { Result } from "../core/result.js";
import type { Study } from "../study/study.js";
import { costId, costResult, type CostGroup } from "./cost-result.js";
import { totalPence } from "./ledger.js";
import { countImgs, denominators, linesOf, supernumeraryChoices, type PricedReturns } from "./trust-costs.js";

const summaries = [
  {
    id: "mean-of-trusts",
    label: "mean of the Trusts' costs per IMG",
    method: "unweighted mean of Trusts",
    of: mean,
  },
  {
    id: "median-of-trusts",
    label: "median of the Trusts' costs per IMG",
    method: "median of Trusts",
    of: median,
  },
] as const;

/**
 * Mean and median of the Trusts' own costs per IMG: each Trust counts once, whatever its size. Not the pooled cost, which
 * is total over total and in which a large Trust counts for more. Trusts with nobody in the denominator are left out.
 */
export function ofTrusts(study: Study, priced: PricedReturns, all: CostGroup): readonly Result[] {
  return summaries.flatMap((summary) =>
    denominators.flatMap((denominator) =>
      supernumeraryChoices.map((supernumerary) => {
        const counted = all.trusts.filter((one) => one.cohort[denominator] > 0);
        const costs = counted.map(
          (one) => totalPence(linesOf([one], supernumerary)) / 100 / one.cohort[denominator],
        );
        const without = all.trusts.length - counted.length;
        return costResult(
          study,
          priced,
          all,
          {
            id: costId(summary.id, denominator, `${supernumerary}-supernumerary`),
            label: `${summary.label} ${denominator}, ${supernumerary} supernumerary pay`,
            item: summary.id,
            level: denominator,
            unit: `GBP ${priced.card.year} per IMG ${denominator}`,
            method: summary.method,
            supernumerary,
            denominator,
            lines: linesOf(counted, supernumerary),
            settings: { trusts: counted.length },
            cautions: without === 0 ? [] : [`${without} Trusts with no IMG ${denominator} are left out`],
          },
          summary.of(costs),
          countImgs(counted, denominator),
        );
      }),
    ),
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
