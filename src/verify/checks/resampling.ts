import { jackknife, jackknifeAcceleration } from "../../stats/resampling/jackknife.js";
import type { StatisticOfRows } from "../../stats/resampling/jackknife.js";
import { permutationTest } from "../../stats/resampling/permutation-test.js";
import {
  bcaInterval,
  bootstrapTInterval,
  percentileInterval,
} from "../../stats/resampling/replicate-intervals.js";
import { methodCheck } from "../check.js";
import type { MethodCheck } from "../check.js";

/** Columns of data, and the rows of every resample, drawn by the reference itself. */
interface Resamples {
  readonly columns: readonly (readonly number[])[];
  readonly statistic: "mean" | "ratio";
  readonly rows: readonly (readonly number[])[];
  readonly levels: readonly number[];
}

interface TwoGroups {
  readonly first: readonly number[];
  readonly second: readonly number[];
}

/** Bootstrap and permutation. Seeded draws have no reference: these are the same arithmetic on the reference's draws. */
export const resamplingChecks: readonly MethodCheck[] = [
  methodCheck<Resamples>({
    id: "bootstrap-percentile",
    label: "Bootstrap, percentile interval",
    functions: ["percentileInterval"],
    solution: "closed form",
    nearZero: 1e-12,
    run: (input) => {
      const { replicates } = worked(input);
      return { limits: input.levels.map((level) => percentileInterval(replicates, level)) };
    },
  }),
  methodCheck<Resamples>({
    id: "bootstrap-bca",
    label: "Bootstrap, BCa interval",
    functions: ["bcaInterval", "jackknife", "jackknifeAcceleration"],
    solution: "closed form",
    nearZero: 1e-12,
    run: (input) => bca(input, "not below"),
  }),
  methodCheck<Resamples>({
    id: "bootstrap-bca-ties-half",
    label: "Bootstrap, where BCa reads its limits when half the ties count as below",
    functions: ["bcaInterval"],
    solution: "closed form",
    nearZero: 1e-12,
    run: (input) => bca(input, "half below"),
  }),
  methodCheck<Resamples>({
    id: "bootstrap-t",
    label: "Bootstrap-t interval",
    functions: ["bootstrapTInterval"],
    solution: "closed form",
    nearZero: 1e-12,
    run: (input) => {
      const { replicates, estimate, errorOf, all } = worked(input);
      const errors = input.rows.map((rows) => errorOf(Int32Array.from(rows)));
      const pivots = replicates.map((value, index) => (value - estimate) / (errors[index] as number));
      const limits = input.levels.map((level) =>
        bootstrapTInterval(pivots, { estimate, standardError: errorOf(all), level }),
      );
      return { ...limits[0], limits };
    },
  }),
  methodCheck<TwoGroups>({
    id: "permutation-means",
    label: "Permutation test of two means",
    functions: ["permutationTest"],
    solution: "exact",
    nearZero: 1e-12,
    run: ({ first, second }) => permutationTest(first, second, { seed: 1, family: "verify" }),
  }),
];

function bca(input: Resamples, ties: "half below" | "not below") {
  const { replicates, estimate, statistic, n } = worked(input);
  const acceleration = jackknifeAcceleration(jackknife(n, statistic));
  if (typeof acceleration !== "number") return acceleration;
  const limits = input.levels.map((level) =>
    bcaInterval(replicates, { estimate, acceleration, level, ties }),
  );
  return { ...limits[0], limits };
}

function worked({ columns, statistic: name, rows }: Resamples) {
  const n = (columns[0] as readonly number[]).length;
  const all = Int32Array.from({ length: n }, (_, row) => row);
  const statistic: StatisticOfRows = (drawn) => ratio(columns, name, drawn);
  const errorOf: StatisticOfRows = (drawn) => ratioError(columns, name, drawn);
  const replicates = rows.map((drawn) => statistic(Int32Array.from(drawn)));
  return { n, all, statistic, errorOf, replicates, estimate: statistic(all) };
}

/** A mean is the ratio of the values to as many ones. */
function ratio(columns: Resamples["columns"], name: Resamples["statistic"], rows: Int32Array): number {
  const { below, above } = drawnColumns(columns, name, rows);
  return sum(above) / sum(below);
}

/** The delta-method standard error, which for a mean is the usual one. */
function ratioError(columns: Resamples["columns"], name: Resamples["statistic"], rows: Int32Array): number {
  const { below, above } = drawnColumns(columns, name, rows);
  const estimate = sum(above) / sum(below);
  const squares = sum(above.map((value, index) => (value - estimate * (below[index] as number)) ** 2));
  const n = rows.length;
  return Math.sqrt(squares / (n * (n - 1))) / (sum(below) / n);
}

function drawnColumns(columns: Resamples["columns"], name: Resamples["statistic"], rows: Int32Array) {
  const drawn = columns.map((column) => Array.from(rows, (row) => column[row] as number));
  return name === "mean"
    ? { below: (drawn[0] as number[]).map(() => 1), above: drawn[0] as number[] }
    : { below: drawn[0] as number[], above: drawn[1] as number[] };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
