import { slug, unavailableResult } from "../core/result.js";
import type { Estimate, Interval, Result } from "../core/result.js";
import { clusterMeans } from "../stats/clusters/cluster-means.js";
import { poolLeavingOneOut } from "../stats/pooling/leave-one-out.js";
import { tauSquaredInterval } from "../stats/pooling/q-profile.js";
import { poolRandomEffects } from "../stats/pooling/random-effects.js";
import type { EstimatesToPool } from "../stats/pooling/random-effects.js";
import {
  aboutChange,
  behindChange,
  changesAgain,
  declaredChanges,
  declaredValues,
} from "./declared-change.js";
import type { DeclaredChange } from "./declared-change.js";
import { joinValues } from "./mean.js";
import type { TrustValues } from "./mean.js";
import type { Metric, MetricInput } from "./metric.js";

const reference =
  "Viechtbauer 2007, Stat Med 26:37-52 (Q-profile interval); Higgins and Thompson 2002, Stat Med 21:1539-1558 (I-squared)";

/** How far the Trusts' true changes lie apart, and, for internal/ alone, the pooled change without each group of Trusts. */
export const heterogeneity: Metric = {
  id: "heterogeneity",
  label: "How far Trusts differ in their change",
  about:
    "The standard deviation between Trusts of their true mean changes (REML), with its Q-profile interval; and I-squared, the share of the variance of the Trusts' means that is between Trusts.",
  reference,
  compute(input) {
    const spread = declaredChanges(input).map((change) => spreadOf(input, change));
    const results = spread.flatMap(({ shown }) => shown);
    return {
      results: [...results, ...spread.flatMap(({ internal }) => internal)],
      relations: changesAgain(input, results),
      ladders: [],
    };
  },
};

interface Spread {
  readonly shown: readonly Result[];
  readonly internal: readonly Result[];
}

function spreadOf(input: MetricInput, change: DeclaredChange): Spread {
  const { stem, whole } = change;
  if (whole.clusters === null) return { shown: [], internal: [] };
  const given = declaredValues(input, change);
  const joined = joinValues(given.byTrust, whole.clusters);
  const about = (part: string, label: string) => ({
    ...aboutChange(input, change, `heterogeneity/${stem}/${part}/${whole.id}`, "heterogeneity", label),
    method: label,
    reference,
  });
  const deviation = about("between-trusts", "standard deviation between Trusts");
  const share = { ...about("i-squared", "I-squared"), unit: "proportion" };
  const neither = (reason: string) => ({
    shown: [deviation, share].map((one) => unavailableResult(one, reason)),
    internal: [],
  });

  const means = clusterMeans(joined.map(({ values }) => values));
  if (means.kind === "unavailable") return neither(means.reason);
  const toPool = {
    estimates: means.clusters.map((cluster) => cluster.estimate),
    variances: means.clusters.map((cluster) => cluster.variance),
    level: input.dataset.study.confidence_level,
  };
  const pooled = poolRandomEffects(toPool);
  if (pooled.kind === "unavailable") return neither(pooled.reason);
  const limits = tauSquaredInterval(toPool);
  const between = (low: number, high: number): Interval => ({
    low,
    high,
    level: toPool.level,
    method: "Q-profile",
    kind: "confidence",
  });
  const bounded = (interval: Interval | null) => ({
    interval,
    ...(limits.kind === "unavailable" ? { noInterval: limits.reason } : {}),
    ...behindChange(given, joined.length),
    cautions: [],
  });
  const known = limits.kind === "unavailable" ? null : limits;
  return {
    shown: [
      {
        ...deviation,
        kind: "estimate",
        estimate: Math.sqrt(pooled.tauSquared),
        ...bounded(known && between(Math.sqrt(known.low), Math.sqrt(known.high))),
      },
      {
        ...share,
        kind: "estimate",
        method: pooled.iSquaredMethod,
        estimate: pooled.iSquared,
        ...bounded(known && between(known.iSquaredLow, known.iSquaredHigh)),
      },
    ],
    internal: joined.length < 3 ? [] : withoutEach(input, change, joined, toPool),
  };
}

/** The pooled change without each group of Trusts in turn; beside the pooled one it tells that group's own. */
function withoutEach(
  input: MetricInput,
  change: DeclaredChange,
  joined: readonly TrustValues[],
  toPool: EstimatesToPool,
): readonly Result[] {
  const given = declaredValues(input, change);
  return poolLeavingOneOut(toPool).map(({ leftOut, pooled }): Result => {
    const codes = joined[leftOut]!.trust.split("+");
    const others = given.byTrust.filter(({ trust }) => !codes.includes(trust));
    const id = `leave-one-out/${change.stem}/without-${codes.map(slug).join("+")}`;
    const label = `without ${joined[leftOut]!.trust}`;
    const base = {
      ...aboutChange(input, change, id, "leave-one-out", label, { trusts: others.map(({ trust }) => trust) }),
      method: label,
      reference,
    };
    if (pooled.kind === "unavailable") return unavailableResult(base, pooled.reason);
    const { estimate, low, high, level } = pooled;
    return {
      ...base,
      kind: "estimate",
      estimate,
      interval: { low, high, level, method: "modified Knapp-Hartung", kind: "confidence" },
      ...behindChange({ ...given, byTrust: others }, joined.length - 1),
      cautions: [],
    } satisfies Estimate;
  });
}
