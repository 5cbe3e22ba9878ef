import type { Partition } from "../core/relation.js";
import type { Interval, Result } from "../core/result.js";
import { predictNext } from "../stats/clusters/predict-next.js";
import { mean, median } from "../stats/means/summary.js";
import type { Study } from "../study/study.js";
import { costGroup, costId, costResult, type CostGroup } from "./cost-result.js";
import { totalPence } from "./ledger.js";
import {
  countImgs,
  denominators,
  linesOf,
  supernumeraryChoices,
  type Denominator,
  type PricedReturns,
  type Supernumerary,
} from "./trust-costs.js";

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
 * is total over total and in which a large Trust counts for more. Worked out for every way in which Trusts may be joined
 * (a joined group then counts once), because one of those is released. Groups with nobody in the denominator are left out.
 */
export function ofTrusts(
  study: Study,
  priced: PricedReturns,
  all: CostGroup,
  partitions: readonly Partition[],
): readonly Result[] {
  return partitions
    .filter(({ groups }) => groups.length > 1)
    .flatMap(({ groups }) => {
      const shown = groups.map((codes) => costGroup(study, priced, codes));
      return summaries.flatMap((summary) =>
        denominators.flatMap((denominator) =>
          supernumeraryChoices.map((supernumerary) =>
            average(study, priced, all, shown, summary, denominator, supernumerary),
          ),
        ),
      );
    });
}

function average(
  study: Study,
  priced: PricedReturns,
  all: CostGroup,
  groups: readonly CostGroup[],
  summary: (typeof summaries)[number],
  denominator: Denominator,
  supernumerary: Supernumerary,
): Result {
  const counted = groups.filter(({ trusts }) => countImgs(trusts, denominator) > 0);
  const costs = counted.map(
    ({ trusts }) => totalPence(linesOf(trusts, supernumerary)) / 100 / countImgs(trusts, denominator),
  );
  const trusts = counted.flatMap((group) => group.trusts);
  const without = groups.length - counted.length;
  const joined = groups.filter(({ codes }) => codes.length > 1).map(({ name }) => name);
  return costResult(
    study,
    priced,
    all,
    {
      id: costId(summary.id, denominator, `${supernumerary}-supernumerary`, `of-${groups.length}`),
      label: `${summary.label} ${denominator}, ${supernumerary} supernumerary pay`,
      item: summary.id,
      level: denominator,
      unit: `GBP ${priced.card.year} per IMG ${denominator}`,
      method: summary.method,
      supernumerary,
      denominator,
      lines: linesOf(trusts, supernumerary),
      settings: { trusts: counted.length },
      ...(summary.id === "mean-of-trusts" ? predictionOf(costs, study.confidence_level) : {}),
      cautions: [
        ...joined.map((name) => `${name} count as one`),
        ...(without === 0 ? [] : [`${without} Trusts with no IMG ${denominator} are left out`]),
      ],
    },
    costs.length > 0 ? summary.of(costs) : NaN,
    countImgs(trusts, denominator),
  );
}

/**
 * Where a further Trust's cost per IMG is expected, from the spread of the logs of these: costs are skewed and above 0.
 * It stands in place of an interval of the mean, which has no sampling meaning. Fewer than three Trusts predict nothing.
 */
function predictionOf(costs: readonly number[], level: number): { readonly prediction?: Interval } {
  const next = costs.length < 3 ? null : predictNext(costs, { scale: "log", level });
  if (next === null || next.kind === "unavailable") return {};
  const { low, high, method } = next;
  return { prediction: { low, high, level, method, kind: "prediction" } };
}
