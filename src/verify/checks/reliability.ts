import { cronbachAlpha } from "../../stats/reliability/alpha.js";
import { alphaOfRows } from "../../stats/reliability/bootstrap-alpha.js";
import { itemAnalysis } from "../../stats/reliability/item-analysis.js";
import { omegaTotal } from "../../stats/reliability/omega.js";
import { jackknife, jackknifeAcceleration } from "../../stats/resampling/jackknife.js";
import { bcaInterval, percentileInterval } from "../../stats/resampling/replicate-intervals.js";
import { methodCheck } from "../check.js";
import type { MethodCheck } from "../check.js";

interface Items {
  readonly items: readonly (readonly number[])[];
}
/** The people of every resample, drawn by the reference itself. */
interface Resamples extends Items {
  readonly rows: readonly (readonly number[])[];
  readonly levels: readonly number[];
}

/** How well the items of a scale hang together. */
export const reliabilityChecks: readonly MethodCheck[] = [
  methodCheck<Items & { readonly level: number }>({
    id: "cronbach-alpha",
    label: "Cronbach's alpha, Feldt interval",
    functions: ["cronbachAlpha"],
    solution: "closed form",
    nearZero: 1e-12,
    run: ({ items, level }) => cronbachAlpha(items, level),
  }),
  methodCheck<Items>({
    id: "item-analysis",
    label: "Item statistics, standardised alpha and alpha if an item is deleted",
    functions: ["itemAnalysis"],
    solution: "closed form",
    nearZero: 1e-12,
    run: ({ items }) => itemAnalysis(items),
  }),
  methodCheck<Resamples>({
    id: "bootstrap-alpha",
    label: "Alpha, bootstrap percentile and BCa intervals",
    functions: ["percentileInterval", "bcaInterval"],
    solution: "closed form",
    nearZero: 1e-12,
    run: bootstrapOf,
  }),
  methodCheck<Items>({
    id: "omega-total",
    label: "Omega total from one factor by maximum likelihood",
    functions: ["omegaTotal"],
    solution: "iterative",
    nearZero: 1e-12,
    run: ({ items }) => omegaTotal(items),
  }),
];

function bootstrapOf({ items, rows, levels }: Resamples) {
  const alpha = alphaOfRows(items);
  const n = (items[0] as readonly number[]).length;
  const estimate = alpha(Int32Array.from({ length: n }, (_, row) => row));
  const replicates = rows.map((drawn) => alpha(Int32Array.from(drawn)));
  const acceleration = jackknifeAcceleration(jackknife(n, alpha));
  if (typeof acceleration !== "number") return acceleration;
  return {
    estimate,
    replicates,
    percentile: levels.map((level) => percentileInterval(replicates, level)),
    bca: levels.map((level) => bcaInterval(replicates, { estimate, acceleration, level, ties: "not below" })),
  };
}
