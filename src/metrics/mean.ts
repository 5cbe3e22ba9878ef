import type { MissingCounts } from "../core/missing.js";
import type { Estimate, Interval, Result, ResultSource, Subject } from "../core/result.js";
import { clusterMeans } from "../stats/clustered-mean.js";
import { tInterval } from "../stats/mean-interval.js";
import { poolRandomEffects } from "../stats/random-effects.js";
import { mean } from "../stats/summary.js";
import { unavailable } from "./proportion.js";

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
  /** True when `byTrust` are all Trusts of the study: they are then pooled by random effects. */
  readonly pooled: boolean;
  readonly level: number;
  readonly missing: MissingCounts;
  readonly source: ResultSource;
  readonly cautions?: readonly string[];
}

export const tReference = "Student 1908, Biometrika 6:1-25";
export const randomEffectsReference =
  "Roever, Knapp and Friede 2015, BMC Med Res Methodol 15:99 (modified Knapp-Hartung); Viechtbauer 2005, J Educ Behav Stat 30:261-293 (REML)";

/**
 * A mean with its interval. Within a Trust or joined Trusts: arithmetic mean and t interval. Over all Trusts: a
 * random-effects mean of the Trusts' means (REML), modified Knapp-Hartung interval, and a prediction interval for a
 * further Trust; each Trust's variance is the variance within Trusts, pooled over them, divided by its number of
 * people, so that a Trust with very few people can enter.
 */
export function meanResult(input: MeanInput): Result {
  const trusts = input.byTrust.filter((trust) => trust.values.length > 0);
  return input.pooled && trusts.length > 1 ? pooledMean(input, trusts) : plainMean(input, trusts);
}

function plainMean(input: MeanInput, trusts: readonly TrustValues[]): Result {
  const values = trusts.flatMap((trust) => trust.values);
  const base = describe(input, "arithmetic mean", tReference);
  if (values.length === 0) return unavailable(base, "nobody gave a usable answer");
  const differ = values.some((value) => value !== values[0]);
  const computed = values.length > 1 && differ ? tInterval(values, input.level) : null;
  return {
    ...base,
    kind: "estimate",
    estimate: mean(values),
    interval: computed && confidence(computed.low, computed.high, input.level, "t"),
    ...(computed
      ? {}
      : { noInterval: values.length > 1 ? "everyone has the same value" : "one person only" }),
    n: values.length,
    missing: input.missing,
    settings: { clusters: trusts.length },
    source: input.source,
    cautions: input.cautions ?? [],
  } satisfies Estimate;
}

function pooledMean(input: MeanInput, trusts: readonly TrustValues[]): Result {
  const base = describe(input, "random-effects mean of the Trusts (REML)", randomEffectsReference);
  const n = trusts.reduce((sum, trust) => sum + trust.values.length, 0);
  const means = clusterMeans(trusts.map((trust) => trust.values));
  if (means.kind === "unavailable") return unavailable(base, means.reason);
  const pooled = poolRandomEffects({
    estimates: means.clusters.map((cluster) => cluster.estimate),
    variances: means.clusters.map((cluster) => cluster.variance),
    level: input.level,
  });
  return {
    ...base,
    kind: "estimate",
    estimate: pooled.estimate,
    interval: confidence(pooled.low, pooled.high, input.level, "modified Knapp-Hartung"),
    prediction: {
      low: pooled.predictionLow,
      high: pooled.predictionHigh,
      level: input.level,
      method: "modified Knapp-Hartung, prediction for a further Trust",
      kind: "prediction",
    },
    n,
    missing: input.missing,
    settings: { clusters: trusts.length, tauSquared: pooled.tauSquared, iSquared: pooled.iSquared },
    source: input.source,
    cautions: [...(input.cautions ?? []), `${trusts.length} Trusts`],
  } satisfies Estimate;
}

function describe(input: MeanInput, method: string, reference: string) {
  return { id: input.id, label: input.label, subject: input.subject, unit: input.unit, method, reference };
}

function confidence(low: number, high: number, level: number, method: string): Interval {
  return { low, high, level, method, kind: "confidence" };
}
