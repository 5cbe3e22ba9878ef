import type { Partition } from "../../core/relation.js";
import type { Result } from "../../core/result.js";
import { mean } from "../../stats/means/summary.js";
import { costGroup, costId } from "../cost-result.js";
import { countImgs, linesOf } from "../trust-costs.js";
import { totalPence } from "../ledger.js";
import { summariseDraws } from "../simulated-summary.js";
import { varianceOfTrusts } from "./between-trusts.js";
import { modelResult, type CostModel } from "./cost-model.js";
import { simulatedPerImg } from "./simulated-costs.js";

const noInterval = "a spread of these Trusts, not of a sample of them";

/**
 * The first layer: how far the Trusts' own costs per IMG lie apart, and how much of that is left once the uncertainty of
 * their inputs is taken off. Worked out for every way in which Trusts may be joined; a joined group counts once. Nothing
 * for a way with fewer than two groups that have costs.
 */
export function trustResults(model: CostModel, partitions: readonly Partition[]): readonly Result[] {
  return partitions.flatMap((partition) => ofPartition(model, partition));
}

function ofPartition(model: CostModel, { groups }: Partition): readonly Result[] {
  const { study, priced, costs } = model;
  const { headline } = study.costing;
  const counted = groups
    .map((codes) => costGroup(study, priced, codes))
    .filter(({ trusts }) => countImgs(trusts, headline) > 0);
  if (counted.length < 2) return [];
  const values = counted.map(
    ({ trusts }) => totalPence(linesOf(trusts, "with")) / 100 / countImgs(trusts, headline),
  );
  const variances = counted.map(({ trusts }) => {
    const codes = trusts.map(({ trust }) => trust);
    return summariseDraws(simulatedPerImg(costs, codes, countImgs(trusts, headline))).standardDeviation ** 2;
  });
  const spread = varianceOfTrusts(values, variances);
  const truncated = spread.unbiased < 0;
  const make = (what: string, label: string, value: number, unit?: string) =>
    modelResult(
      model,
      {
        id: costId("between-trusts", what, `of-${groups.length}`),
        label: `Trusts' own costs per IMG ${headline}: ${label}`,
        item: "between-trusts",
        level: headline,
        method: "by moments, each Trust counted once: variance observed less the mean variance from inputs",
        settings: { trusts: counted.length, unbiasedVariance: spread.unbiased, truncated },
        cautions: truncated
          ? ["Trusts lie no further apart than uncertain inputs alone would bring about: shown as 0"]
          : [],
        ...(unit === undefined ? {} : { unit }),
      },
      value,
      noInterval,
    );
  return [
    make("lowest", "lowest", Math.min(...values)),
    make("highest", "highest", Math.max(...values)),
    make("standard-deviation", "standard deviation", Math.sqrt(spread.observed)),
    make("net-standard-deviation", "standard deviation, net of input error", Math.sqrt(spread.between)),
    make("input-error", "standard deviation that inputs alone bring about", Math.sqrt(mean(variances))),
    ...(spread.shares === null
      ? []
      : [
          make("share-between", "share of variance between Trusts", spread.shares.between, "proportion"),
          make("share-inputs", "share of variance from inputs", spread.shares.input, "proportion"),
        ]),
  ];
}
