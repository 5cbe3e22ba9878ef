import { unavailableResult } from "../core/result.js";
import type { Estimate, Result } from "../core/result.js";
import { clusterMeans } from "../stats/clusters/cluster-means.js";
import { clusterRobustMean } from "../stats/clusters/cluster-robust-mean.js";
import { signFlipTest } from "../stats/clusters/sign-flip.js";
import { tTestOfClusterMeans } from "../stats/clusters/t-test.js";
import { poolRandomEffects } from "../stats/pooling/random-effects.js";
import type { EstimatesToPool } from "../stats/pooling/random-effects.js";
import type { Unavailable } from "../stats/unavailable.js";
import type { Comparison } from "../study/schema.js";
import { itemsOf } from "../study/study.js";
import type { Scale } from "../study/study.js";
import { changeValues } from "./change-values.js";
import type { Gathered } from "./gather.js";
import { otherRules, scoresUnder } from "./item-rules.js";
import { joinValues, meanResult, randomEffectsReference } from "./mean.js";
import type { Metric, MetricInput } from "./metric.js";
import { trustSlices, whose, workedOutAgain } from "./slice.js";
import type { Slice } from "./slice.js";

const unit = "points 0-100";

/** The declared changes over all Trusts, worked out again in other ways. */
export const sensitivity: Metric = {
  id: "sensitivity",
  label: "The changes worked out in other ways",
  about:
    "The mean change under other rules for missing answers, and by other ways to pool Trusts. It shows whether the change depends on a choice of method.",
  reference: randomEffectsReference,
  compute(input) {
    const { study } = input.dataset;
    const whole = trustSlices(input).at(-1)!;
    const declared = study.design === "pre-post-linked" ? study.comparisons : [];
    const results = declared.flatMap((comparison) => {
      const scale = study.scales.find((one) => one.id === comparison.scale)!;
      return [
        ...otherScores(input, scale, comparison, whole),
        ...(whole.clusters ? otherPoolings(input, scale, comparison, whole, whole.clusters) : []),
      ];
    });
    const relations = declared.flatMap(({ scale, from, to }) => {
      const stem = `${scale}/${from}-to-${to}`;
      const ids = results.map(({ id }) => id).filter((id) => id.startsWith(`sensitivity/${stem}/`));
      return workedOutAgain(input, ids, `change/${stem}`);
    });
    return { results, relations, ladders: [] };
  },
};

function otherScores(
  input: MetricInput,
  scale: Scale,
  comparison: Comparison,
  whole: Slice,
): readonly Result[] {
  return otherRules.map(({ id, label, rule }) => {
    const scoreOf = scoresUnder(input.dataset, scale, rule);
    const given = changeValues(input, whole, comparison.from, comparison.to, scoreOf);
    return meanResult({
      ...describe(input, scale, comparison, whole, id, label),
      byTrust: given.byTrust,
      clusters: whole.clusters,
      level: input.dataset.study.confidence_level,
      missing: given.missing,
    });
  });
}

/** What a way to pool gives: an estimate with its interval, or a test alone. */
interface Pooled {
  readonly kind: string;
  readonly estimate: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Student t with its degrees of freedom; the sign changes have neither. */
  readonly statistic?: number;
  readonly df?: number | null;
  readonly pValue: number;
  readonly method: string;
}

interface Pooling {
  readonly id: string;
  readonly label: string;
  readonly reference: string;
  pool(clusters: readonly (readonly number[])[], level: number): Pooled | Unavailable;
}

const poolings: readonly Pooling[] = [
  {
    id: "paule-mandel",
    label: "variance between Trusts by Paule and Mandel",
    reference: "Paule and Mandel 1982, J Res Natl Bur Stand 87:377-385",
    pool: (clusters, level) => poolMeans(clusters, { level, tauSquared: "Paule-Mandel" }),
  },
  {
    id: "dersimonian-laird",
    label: "variance between Trusts by DerSimonian and Laird",
    reference: "DerSimonian and Laird 1986, Control Clin Trials 7:177-188",
    pool: (clusters, level) => poolMeans(clusters, { level, tauSquared: "DerSimonian-Laird" }),
  },
  {
    id: "trust-means",
    label: "each Trust counts the same, whatever its size",
    reference: "Student 1908, Biometrika 6:1-25",
    pool: (clusters, level) => tTestOfClusterMeans(clusters, { level }),
  },
  {
    id: "people",
    label: "each person counts the same, with an interval that knows people of one Trust are alike",
    reference: "Bell and McCaffrey 2002, Surv Methodol 28:169-181 (CR2)",
    pool: (clusters, level) => clusterRobustMean(clusters, { level }),
  },
  {
    id: "sign-flip",
    label: "exact test by changing the signs of the Trusts' means",
    reference: "Canay, Romano and Shaikh 2017, Econometrica 85:1013-1030",
    pool: (clusters, level) => {
      const flipped = signFlipTest(clusters, { level });
      if (flipped.kind === "unavailable") return flipped;
      const least = flipped.smallestPValue.toFixed(4);
      return {
        ...flipped,
        method: `exact; with ${flipped.k} groups of Trusts p cannot be below ${least}`,
      };
    },
  },
];

function poolMeans(
  clusters: readonly (readonly number[])[],
  options: Omit<EstimatesToPool, "estimates" | "variances">,
): Pooled | Unavailable {
  const means = clusterMeans(clusters);
  if (means.kind === "unavailable") return means;
  return poolRandomEffects({
    estimates: means.clusters.map((cluster) => cluster.estimate),
    variances: means.clusters.map((cluster) => cluster.variance),
    ...options,
  });
}

function otherPoolings(
  input: MetricInput,
  scale: Scale,
  comparison: Comparison,
  whole: Slice,
  clusters: readonly (readonly string[])[],
): readonly Result[] {
  const { dataset } = input;
  const level = dataset.study.confidence_level;
  const given = changeValues(input, whole, comparison.from, comparison.to, (response) =>
    dataset.score(response, scale.id),
  );
  const values = joinValues(given.byTrust, clusters).map((cluster) => cluster.values);
  return poolings.map(({ id, label, reference, pool }) => {
    const base = { ...describe(input, scale, comparison, whole, id, label), unit, reference };
    const pooled = pool(values, level);
    return isUnavailable(pooled)
      ? unavailableResult({ ...base, method: label }, pooled.reason)
      : estimateOf(base, pooled, given, values.length, level);
  });
}

function isUnavailable(pooled: Pooled | Unavailable): pooled is Unavailable {
  return pooled.kind === "unavailable";
}

function estimateOf(
  base: ReturnType<typeof describe> & Pick<Estimate, "reference">,
  { estimate, low, high, statistic = estimate, df, pValue, method }: Pooled,
  given: Gathered<number>,
  clusters: number,
  level: number,
): Estimate {
  const bounded = low !== null && high !== null;
  return {
    ...base,
    kind: "estimate",
    method,
    estimate,
    interval: bounded ? { low, high, level, method, kind: "confidence" } : null,
    ...(bounded
      ? {}
      : { noInterval: `so few groups of Trusts cannot give a ${Math.round(level * 100)}% interval` }),
    test: { statistic, ...(df === undefined || df === null ? {} : { df }), pValue, method },
    n: given.byTrust.reduce((sum, { values }) => sum + values.length, 0),
    missing: given.missing,
    settings: {
      trusts: given.byTrust.filter(({ values }) => values.length > 0).length,
      clusters,
    },
  };
}

function describe(
  { dataset }: MetricInput,
  scale: Scale,
  { from, to }: Comparison,
  whole: Slice,
  id: string,
  label: string,
) {
  return {
    id: `sensitivity/${scale.id}/${from}-to-${to}/${id}/${whole.id}`,
    label: `change in ${scale.label.toLowerCase()} score, ${whole.name}: ${label}`,
    subject: {
      measure: "sensitivity",
      item: scale.id,
      ...whose(whole),
      wave: to,
      versus: from,
      level: id,
      sensitivity: "opinion" as const,
    },
    unit,
    source: {
      files: dataset.filesOf(null),
      columns: itemsOf(dataset.study, scale.id).map((item) => item.name),
    },
    cautions: ["single arm: no causal reading"],
  };
}
