import { hedgesCorrection } from "../../stats/means/hedges-correction.js";
import { brunnerMunzelFromCounts, brunnerMunzelTest } from "../../stats/unpaired/brunner-munzel.js";
import { cliffsDelta, cliffsDeltaFromCounts } from "../../stats/unpaired/cliffs-delta.js";
import { hedgesG } from "../../stats/unpaired/hedges-g.js";
import {
  hodgesLehmannShift,
  hodgesLehmannShiftFromCounts,
} from "../../stats/unpaired/hodges-lehmann-shift.js";
import { kruskalWallisPermutationTest } from "../../stats/unpaired/kruskal-wallis-permutation.js";
import { kruskalWallisFromCounts, kruskalWallisTest } from "../../stats/unpaired/kruskal-wallis.js";
import { mannWhitneyFromCounts, mannWhitneyTest } from "../../stats/unpaired/mann-whitney.js";
import {
  probabilityOfSuperiority,
  probabilityOfSuperiorityFromCounts,
} from "../../stats/unpaired/probability-of-superiority.js";
import { welchTTest } from "../../stats/unpaired/welch.js";
import { methodCheck } from "../check.js";
import type { MethodCheck } from "../check.js";

interface TwoGroups {
  readonly first: readonly number[];
  readonly second: readonly number[];
}
interface WithLevel extends TwoGroups {
  readonly level: number;
}
interface WithCorrection extends TwoGroups {
  readonly continuityCorrection: boolean;
}

/** Two or more groups of people who are not the same people. */
export const unpairedChecks: readonly MethodCheck[] = [
  methodCheck<TwoGroups>({
    id: "mann-whitney-exact",
    label: "Mann-Whitney test, exact with ties",
    functions: ["mannWhitneyTest"],
    solution: "exact",
    run: ({ first, second }) => mannWhitneyTest(first, second, { exactUpTo: 40_000 }),
  }),
  methodCheck<TwoGroups>({
    id: "mann-whitney-exact-counts",
    label: "Mann-Whitney test from counts, exact",
    functions: ["mannWhitneyFromCounts"],
    solution: "exact",
    run: ({ first, second }) => mannWhitneyFromCounts(first, second, { exactUpTo: 40_000 }),
  }),
  methodCheck<WithCorrection>({
    id: "mann-whitney-normal",
    label: "Mann-Whitney test, normal approximation",
    functions: ["mannWhitneyTest"],
    solution: "closed form",
    run: ({ first, second, continuityCorrection }) =>
      mannWhitneyTest(first, second, { exactUpTo: 0, continuityCorrection }),
  }),
  methodCheck<TwoGroups>({
    id: "mann-whitney-normal-counts",
    label: "Mann-Whitney test from counts, normal approximation",
    functions: ["mannWhitneyFromCounts"],
    solution: "closed form",
    run: ({ first, second }) => mannWhitneyFromCounts(first, second, { exactUpTo: 0 }),
  }),
  methodCheck<WithLevel>({
    id: "cliffs-delta",
    label: "Cliff's delta, asymmetric interval",
    functions: ["cliffsDelta"],
    solution: "closed form",
    nearZero: 1e-12,
    run: ({ first, second, level }) => cliffsDelta(first, second, { level, interval: "asymmetric" }),
  }),
  methodCheck<WithLevel>({
    id: "cliffs-delta-score",
    label: "Cliff's delta, score interval",
    functions: ["cliffsDelta"],
    solution: "iterative",
    nearZero: 1e-12,
    run: ({ first, second, level }) => cliffsDelta(first, second, { level }),
  }),
  methodCheck<WithLevel>({
    id: "cliffs-delta-counts",
    label: "Cliff's delta from counts",
    functions: ["cliffsDeltaFromCounts"],
    solution: "closed form",
    nearZero: 1e-12,
    run: ({ first, second, level }) =>
      cliffsDeltaFromCounts(first, second, { level, interval: "asymmetric" }),
  }),
  methodCheck<WithLevel>({
    id: "probability-of-superiority-score",
    label: "Probability of superiority, Newcombe's score interval",
    functions: ["probabilityOfSuperiority"],
    solution: "iterative",
    run: ({ first, second, level }) => probabilityOfSuperiority(first, second, { level }),
  }),
  methodCheck<WithLevel>({
    id: "probability-of-superiority-score-counts",
    label: "Probability of superiority from counts, Newcombe's score interval",
    functions: ["probabilityOfSuperiorityFromCounts"],
    solution: "iterative",
    run: ({ first, second, level }) => probabilityOfSuperiorityFromCounts(first, second, { level }),
  }),
  methodCheck<WithLevel>({
    id: "probability-of-superiority-logit",
    label: "Probability of superiority, DeLong variance and logit interval",
    functions: ["probabilityOfSuperiority"],
    solution: "closed form",
    run: ({ first, second, level }) => probabilityOfSuperiority(first, second, { level, interval: "logit" }),
  }),
  methodCheck<TwoGroups>({
    id: "brunner-munzel",
    label: "Brunner-Munzel test",
    functions: ["brunnerMunzelTest"],
    solution: "closed form",
    nearZero: 1e-12,
    run: ({ first, second }) => brunnerMunzelTest(first, second),
  }),
  methodCheck<TwoGroups>({
    id: "brunner-munzel-counts",
    label: "Brunner-Munzel test from counts",
    functions: ["brunnerMunzelFromCounts"],
    solution: "closed form",
    nearZero: 1e-12,
    run: ({ first, second }) => brunnerMunzelFromCounts(first, second),
  }),
  methodCheck<{ readonly groups: readonly (readonly number[])[] }>({
    id: "kruskal-wallis",
    label: "Kruskal-Wallis test with epsilon-squared",
    functions: ["kruskalWallisTest"],
    solution: "closed form",
    run: ({ groups }) => kruskalWallisTest(groups),
  }),
  methodCheck<{ readonly groups: readonly (readonly number[])[] }>({
    id: "kruskal-wallis-counts",
    label: "Kruskal-Wallis test from counts",
    functions: ["kruskalWallisFromCounts"],
    solution: "closed form",
    run: ({ groups }) => kruskalWallisFromCounts(groups),
  }),
  methodCheck<{ readonly groups: readonly (readonly number[])[] }>({
    id: "kruskal-wallis-permutation",
    label: "Kruskal-Wallis test, every arrangement counted",
    functions: ["kruskalWallisPermutationTest"],
    solution: "exact",
    run: ({ groups }) => kruskalWallisPermutationTest(groups, { seed: 1, family: "verify" }),
  }),
  methodCheck<WithLevel>({
    id: "welch-t",
    label: "Difference of means, Welch t",
    functions: ["welchTTest"],
    solution: "closed form",
    nearZero: 1e-12,
    run: ({ first, second, level }) => welchTTest(first, second, level),
  }),
  methodCheck<WithLevel>({
    id: "hedges-g",
    label: "Hedges' g, pooled standard deviation",
    functions: ["hedgesG"],
    solution: "iterative",
    nearZero: 1e-12,
    run: ({ first, second, level }) => hedgesG(first, second, { level }),
  }),
  methodCheck<WithLevel>({
    id: "hedges-g-average",
    label: "Hedges' g*, average of the two variances",
    functions: ["hedgesG"],
    solution: "iterative",
    nearZero: 1e-12,
    run: ({ first, second, level }) => hedgesG(first, second, { level, standardiser: "average" }),
  }),
  methodCheck<number>({
    id: "hedges-correction",
    label: "Hedges' correction J",
    functions: ["hedgesCorrection"],
    solution: "closed form",
    run: (df) => hedgesCorrection(df),
  }),
  methodCheck<WithLevel>({
    id: "hodges-lehmann-shift-exact",
    label: "Hodges-Lehmann shift, exact interval",
    functions: ["hodgesLehmannShift"],
    solution: "exact",
    nearZero: 1e-12,
    run: ({ first, second, level }) => hodgesLehmannShift(first, second, level),
  }),
  methodCheck<WithLevel>({
    id: "hodges-lehmann-shift-counts",
    label: "Hodges-Lehmann shift from counts",
    functions: ["hodgesLehmannShiftFromCounts"],
    solution: "exact",
    nearZero: 1e-12,
    run: ({ first, second, level }) => hodgesLehmannShiftFromCounts(first, second, level),
  }),
  methodCheck<WithLevel>({
    id: "hodges-lehmann-shift-normal",
    label: "Hodges-Lehmann shift, normal approximation",
    functions: ["hodgesLehmannShift"],
    solution: "iterative",
    nearZero: 1e-9,
    run: ({ first, second, level }) => hodgesLehmannShift(first, second, level),
  }),
];
