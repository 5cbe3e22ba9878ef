import { binomialTest } from "../../stats/proportions/binomial-test.js";
import { clopperPearsonInterval } from "../../stats/proportions/clopper-pearson.js";
import { wilsonIntervalClustered } from "../../stats/proportions/clustered-wilson.js";
import type { Count } from "../../stats/proportions/count.js";
import { newcombeDifference } from "../../stats/proportions/newcombe.js";
import { wilsonInterval } from "../../stats/proportions/wilson.js";
import { methodCheck } from "../check.js";
import type { MethodCheck } from "../check.js";

interface Level {
  readonly level: number;
}

/** R's and statsmodels' score limits at none and all are off by the rounding of 1. */
const rounding = 1e-12;

/** Proportions: intervals of one, of a difference and over clusters, and the exact test. */
export const proportionsChecks: readonly MethodCheck[] = [
  methodCheck<Count & Level>({
    id: "wilson-interval",
    label: "Wilson score interval of a proportion",
    functions: ["wilsonInterval"],
    solution: "closed form",
    nearZero: rounding,
    run: ({ successes, n, level }) => wilsonInterval(successes, n, level),
  }),
  methodCheck<Count & Level>({
    id: "clopper-pearson-interval",
    label: "Clopper-Pearson exact interval of a proportion",
    functions: ["clopperPearsonInterval"],
    solution: "exact",
    run: ({ successes, n, level }) => clopperPearsonInterval(successes, n, level),
  }),
  methodCheck<Count & { readonly probability: number }>({
    id: "binomial-test",
    label: "Exact binomial test",
    functions: ["binomialTest"],
    solution: "exact",
    run: ({ successes, n, probability }) => binomialTest(successes, n, probability),
  }),
  methodCheck<Level & { readonly first: Count; readonly second: Count }>({
    id: "newcombe-difference",
    label: "Newcombe interval of a difference of two proportions",
    functions: ["newcombeDifference"],
    solution: "closed form",
    nearZero: rounding,
    run: ({ first, second, level }) => newcombeDifference(first, second, level),
  }),
  methodCheck<Level & { readonly clusters: readonly Count[] }>({
    id: "wilson-interval-clustered",
    label: "Wilson interval of a proportion over clusters",
    functions: ["wilsonIntervalClustered"],
    solution: "closed form",
    run: ({ clusters, level }) => wilsonIntervalClustered(clusters, level),
  }),
];
