import { quantiles } from "../../stats/means/quantiles.js";
import { mean, median, quantile, standardDeviation } from "../../stats/means/summary.js";
import type { QuantileType } from "../../stats/means/summary.js";
import { tInterval } from "../../stats/means/t-interval.js";
import { methodCheck } from "../check.js";
import type { MethodCheck } from "../check.js";

interface Values {
  readonly values: readonly number[];
}
interface Share extends Values {
  readonly p: number;
  readonly type: QuantileType;
}

/** Means, spreads and quantiles, and the t interval of a mean. */
export const meansChecks: readonly MethodCheck[] = [
  methodCheck<Values>({
    id: "mean",
    label: "Arithmetic mean",
    functions: ["mean"],
    solution: "closed form",
    run: ({ values }) => mean(values),
  }),
  methodCheck<Values>({
    id: "standard-deviation",
    label: "Standard deviation of a sample",
    functions: ["standardDeviation"],
    solution: "closed form",
    run: ({ values }) => standardDeviation(values),
  }),
  methodCheck<Values>({
    id: "median",
    label: "Median",
    functions: ["median"],
    solution: "closed form",
    run: ({ values }) => median(values),
  }),
  methodCheck<Share>({
    id: "quantile-6",
    label: "Quantile, type 6 (SPSS)",
    functions: ["quantile"],
    solution: "closed form",
    run: ({ values, p, type }) => quantile(values, p, type),
  }),
  methodCheck<Share>({
    id: "quantile-7",
    label: "Quantile, type 7 (R, Excel)",
    functions: ["quantile"],
    solution: "closed form",
    run: ({ values, p, type }) => quantile(values, p, type),
  }),
  methodCheck<Values & { readonly p: readonly number[] }>({
    id: "quantiles-of-many",
    label: "Several quantiles of many values, type 7",
    functions: ["quantiles"],
    solution: "closed form",
    run: ({ values, p }) => quantiles(Float64Array.from(values), p),
  }),
  methodCheck<Values & { readonly level: number }>({
    id: "t-interval",
    label: "Student t interval of a mean",
    functions: ["tInterval"],
    solution: "closed form",
    nearZero: 1e-12,
    run: ({ values, level }) => tInterval(values, level),
  }),
];
