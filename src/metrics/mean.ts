import { unavailableResult } from "../core/result.js";
import type { MissingCounts } from "../core/missing.js";
import type { Estimate, Interval, Result, ResultSource, Subject, Test } from "../core/result.js";
import { clusterMeans } from "../stats/clusters/cluster-means.js";
import { mean } from "../stats/means/summary.js";
import { tInterval } from "../stats/means/t-interval.js";
import type { IntervalQuestion } from "../stats/policy/choose-interval.js";
import { poolRandomEffects } from "../stats/pooling/random-effects.js";
import type { PooledEstimate } from "../stats/pooling/random-effects.js";
import { coverageOf } from "./interval-choice.js";
import { whyNobody } from "./why-nobody.js";

/** Values of the people of one Trust. */
export interface TrustValues {
  readonly trust: string;
  readonly values: readonly number[];
}

export interface MeanInput {
  readonly id: string;
  readonly label: string;
  readonly subject: Subject;
  readonly unit: string;
  readonly byTrust: readonly TrustValues[];
  /** Groups of Trusts whose means are pooled by random effects, when the number is over all; null otherwise. */
  readonly clusters: readonly (readonly string[])[] | null;
  readonly level: number;
  readonly missing: MissingCounts;
  readonly source: ResultSource;
  readonly cautions?: readonly string[];
  /** Points between two scores that a person can have, when the values are scores. */
  readonly scoreStep?: number;
  /** True when a mean of zero means something: then the pooled mean is tested against it. */
  readonly testsZero?: boolean;
}

/** Method of a mean over people, of which the sum can be told. */
export const plainMean = "arithmetic mean";

/** Why a mean of several people has no interval: they do not differ. */
export const sameValue = "everyone has the same value";

export const tReference = "Student 1908, Biometrika 6:1-25";
export const randomEffectsReference =
  "Roever, Knapp and Friede 2015, BMC Med Res Methodol 15:99 (modified Knapp-Hartung); Viechtbauer 2005, J Educ Behav Stat 30:261-293 (REML)";

/**
 * A mean with its interval. Within a Trust or joined Trusts: arithmetic mean and t interval. Over all Trusts: a
 * random-effects mean of the means of the groups of Trusts that are shown (REML), modified Knapp-Hartung interval, and
 * a prediction interval for a further Trust; each group's variance is the variance within groups, pooled over them,
 * divided by its number of people, so that a group with few people can enter.
 *
 * Beside the pooled mean two others answer for its assumptions: the sign-flip test of the Trusts' means, which needs no
 * distribution, and the mean over people with its CR2 interval. Nothing over all Trusts treats people of one Trust as
 * independent of each other.
 */
export function meanResult(input: MeanInput): Result {
  const trusts = input.byTrust.filter((trust) => trust.values.length > 0);
  if (input.clusters === null) return meanOfPeople(input, trusts);
  const joined = joinValues(trusts, input.clusters);
  return joined.length > 1 ? pooledMean(input, joined, trusts.length) : meanOfPeople(input, trusts);
}

function meanOfPeople(input: MeanInput, trusts: readonly TrustValues[]): Result {
  const values = trusts.flatMap((trust) => trust.values);
  const base = describe(input, plainMean, tReference);
  if (values.length === 0) return unavailableResult(base, whyNobody(input.missing, input.subject));
  const kind = input.subject.measure === "scale" ? "score" : "change";
  const computed = tInterval(values, input.level);
  return {
    ...base,
    kind: "estimate",
    estimate: mean(values),
    ...(computed.kind === "unavailable"
      ? { interval: null, noInterval: values.length > 1 ? sameValue : "one person only" }
      : { interval: confidence(computed.low, computed.high, input.level, "t", { kind, n: values.length }) }),
    n: values.length,
    missing: input.missing,
    settings: {
      trusts: trusts.length,
      alike: mostAlike(values),
      ...(input.scoreStep === undefined ? {} : { scoreStep: input.scoreStep }),
    },
    source: input.source,
    cautions: input.cautions ?? [],
  } satisfies Estimate;
}

/** Values by group of Trusts; groups with nobody are left out. */
export function joinValues(
  trusts: readonly TrustValues[],
  clusters: readonly (readonly string[])[],
): readonly TrustValues[] {
  return clusters
    .map((codes) => trusts.filter(({ trust }) => codes.includes(trust)))
    .filter((joined) => joined.length > 0)
    .map((joined) => ({
      trust: joined.map(({ trust }) => trust).join("+"),
      values: joined.flatMap(({ values }) => values),
    }));
}

function pooledMean(input: MeanInput, clusters: readonly TrustValues[], trusts: number): Result {
  const base = describe(input, "random-effects mean of the Trusts shown (REML)", randomEffectsReference);
  const n = clusters.reduce((sum, { values }) => sum + values.length, 0);
  const means = clusterMeans(clusters.map(({ values }) => values));
  if (means.kind === "unavailable") return unavailableResult(base, means.reason);
  const pooled = poolRandomEffects({
    estimates: means.clusters.map((cluster) => cluster.estimate),
    variances: means.clusters.map((cluster) => cluster.variance),
    level: input.level,
  });
  if (pooled.kind === "unavailable") return unavailableResult(base, pooled.reason);
  const question: IntervalQuestion = { kind: "pooled mean", n, clusters: clusters.length };
  return {
    ...base,
    kind: "estimate",
    estimate: pooled.estimate,
    interval: confidence(pooled.low, pooled.high, input.level, "modified Knapp-Hartung", question),
    prediction: {
      low: pooled.predictionLow,
      high: pooled.predictionHigh,
      level: input.level,
      method: "modified Knapp-Hartung, prediction for a further Trust",
      kind: "prediction",
    },
    ...(input.testsZero ? { test: testOf(pooled) } : {}),
    n,
    missing: input.missing,
    settings: {
      trusts,
      alike: mostAlike(clusters.flatMap(({ values }) => values)),
      clusters: clusters.length,
      tauSquared: pooled.tauSquared,
      iSquared: pooled.iSquared,
    },
    source: input.source,
    cautions: input.cautions ?? [],
  } satisfies Estimate;
}

/** How many people have the commonest value. */
function mostAlike(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Math.max(...counts.values());
}

function testOf({ statistic, df, pValue }: PooledEstimate): Test {
  return {
    statistic,
    ...(df === null ? {} : { df }),
    pValue,
    method:
      "t of the mean over Trusts, modified Knapp-Hartung; degrees of freedom: groups of Trusts less one",
  };
}

function describe(input: MeanInput, method: string, reference: string) {
  return { id: input.id, label: input.label, subject: input.subject, unit: input.unit, method, reference };
}

function confidence(
  low: number,
  high: number,
  level: number,
  method: string,
  question: IntervalQuestion,
): Interval {
  return { low, high, level, method, kind: "confidence", ...coverageOf(question, level) };
}
