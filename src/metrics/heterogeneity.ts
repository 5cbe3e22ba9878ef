import { slug, unavailableResult } from "../core/result.js";
import type { Estimate, Result } from "../core/result.js";
import { clusterMeans } from "../stats/clusters/cluster-means.js";
import { poolLeavingOneOut } from "../stats/pooling/leave-one-out.js";
import { tauSquaredInterval } from "../stats/pooling/q-profile.js";
import { poolRandomEffects } from "../stats/pooling/random-effects.js";
import type { PooledEstimate } from "../stats/pooling/random-effects.js";
import { itemsOf } from "../study/study.js";
import type { Scale } from "../study/study.js";
import type { Comparison } from "../study/schema.js";
import { changeValues } from "./change-values.js";
import { joinValues } from "./mean.js";
import type { Metric, MetricInput } from "./metric.js";
import { trustSlices, workedOutAgain } from "./slice.js";
import type { Slice } from "./slice.js";

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
    const { study } = input.dataset;
    const whole = trustSlices(input).at(-1)!;
    const { clusters } = whole;
    const declared = clusters && study.design === "pre-post-linked" ? study.comparisons : [];
    const results = declared.flatMap((comparison) => {
      const scale = study.scales.find((one) => one.id === comparison.scale)!;
      return resultsOf(input, scale, comparison, whole, clusters!);
    });
    const relations = declared.flatMap(({ scale, from, to }) => {
      const stem = `${scale}/${from}-to-${to}`;
      const ids = results.map(({ id }) => id).filter((id) => id.startsWith(`heterogeneity/${stem}/`));
      return workedOutAgain(input, ids, `change/${stem}`);
    });
    return { results, relations, ladders: [] };
  },
};

function resultsOf(
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
  const joined = joinValues(given.byTrust, clusters);
  const n = joined.reduce((sum, { values }) => sum + values.length, 0);
  const trustsBehind = given.byTrust.filter(({ values }) => values.length > 0).length;
  const stem = `${scale.id}/${comparison.from}-to-${comparison.to}`;
  const base = (measure: string, id: string, label: string, unit: string, trusts: readonly string[]) => ({
    id,
    label: `change in ${scale.label.toLowerCase()} score: ${label}`,
    subject: {
      measure,
      item: scale.id,
      trusts,
      wave: comparison.to,
      versus: comparison.from,
      sensitivity: "opinion" as const,
    },
    unit,
    method: label,
    reference,
  });
  const rest = (people: number): Pick<Estimate, "n" | "missing" | "settings" | "source" | "cautions"> => ({
    n: people,
    missing: given.missing,
    settings: { trusts: trustsBehind, clusters: joined.length },
    source: {
      files: dataset.filesOf(null),
      columns: itemsOf(dataset.study, scale.id).map((item) => item.name),
    },
    cautions: [],
  });

  const spread = base(
    "heterogeneity",
    `heterogeneity/${stem}/between-trusts/${whole.id}`,
    "standard deviation between Trusts",
    "points 0-100",
    whole.trusts,
  );
  const share = base(
    "heterogeneity",
    `heterogeneity/${stem}/i-squared/${whole.id}`,
    "I-squared",
    "proportion",
    whole.trusts,
  );
  const means = clusterMeans(joined.map(({ values }) => values));
  if (means.kind === "unavailable") return [spread, share].map((one) => unavailableResult(one, means.reason));
  const toPool = {
    estimates: means.clusters.map((cluster) => cluster.estimate),
    variances: means.clusters.map((cluster) => cluster.variance),
    level,
  };
  const pooled = poolRandomEffects(toPool);
  if (pooled.kind === "unavailable")
    return [spread, share].map((one) => unavailableResult(one, pooled.reason));
  const limits = tauSquaredInterval(toPool);
  const noInterval = limits.kind === "unavailable" ? { noInterval: limits.reason } : {};
  const within = (low: number, high: number) => ({
    low,
    high,
    level,
    method: "Q-profile",
    kind: "confidence" as const,
  });
  return [
    {
      ...spread,
      kind: "estimate",
      estimate: Math.sqrt(pooled.tauSquared),
      interval: limits.kind === "unavailable" ? null : within(Math.sqrt(limits.low), Math.sqrt(limits.high)),
      ...noInterval,
      ...rest(n),
    },
    {
      ...share,
      kind: "estimate",
      method: pooled.iSquaredMethod,
      estimate: pooled.iSquared,
      interval: limits.kind === "unavailable" ? null : within(limits.iSquaredLow, limits.iSquaredHigh),
      ...noInterval,
      ...rest(n),
    },
    ...(joined.length < 3 ? [] : withoutEach()),
  ];

  function withoutEach(): readonly Result[] {
    return poolLeavingOneOut(toPool).map(({ leftOut, pooled: others }): Result => {
      const left = joined[leftOut]!;
      const codes = left.trust.split("+");
      const what = base(
        "leave-one-out",
        `leave-one-out/${stem}/without-${codes.map(slug).join("+")}`,
        `without ${left.trust}`,
        "points 0-100",
        whole.trusts.filter((code) => !codes.includes(code)),
      );
      if (others.kind === "unavailable") return unavailableResult(what, others.reason);
      return { ...what, kind: "estimate", ...meanOf(others), ...rest(n - left.values.length) };
    });
  }
}

function meanOf({ estimate, low, high, level }: PooledEstimate): Pick<Estimate, "estimate" | "interval"> {
  return { estimate, interval: { low, high, level, method: "modified Knapp-Hartung", kind: "confidence" } };
}
