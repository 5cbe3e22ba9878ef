import { unavailableResult } from "../core/result.js";
import type { Estimate, Result } from "../core/result.js";
import type { Unavailable } from "../stats/unavailable.js";
import { changeValues } from "./change-values.js";
import {
  aboutChange,
  behindChange,
  changesAgain,
  declaredChanges,
  declaredValues,
} from "./declared-change.js";
import type { DeclaredChange } from "./declared-change.js";
import { otherRules, scoresUnder } from "./item-rules.js";
import { joinValues, meanResult, randomEffectsReference } from "./mean.js";
import type { Metric, MetricInput } from "./metric.js";
import { otherPoolings } from "./other-poolings.js";
import type { Pooled } from "./other-poolings.js";

const cautions = ["single arm: no causal reading"];

/** The declared changes over all Trusts, worked out again in other ways. */
export const sensitivity: Metric = {
  id: "sensitivity",
  label: "The changes worked out in other ways",
  about:
    "The mean change under other rules for missing answers, and by other ways to pool Trusts. It shows whether the change depends on a choice of method.",
  reference: randomEffectsReference,
  compute(input) {
    const results = declaredChanges(input).flatMap((change) => [
      ...underOtherRules(input, change),
      ...pooledOtherwise(input, change),
    ]);
    return { results, relations: changesAgain(input, results), ladders: [] };
  },
};

function underOtherRules(input: MetricInput, change: DeclaredChange): readonly Result[] {
  const { scale, from, to, whole } = change;
  return otherRules.map(({ id, label, rule }) => {
    const given = changeValues(input, whole, from, to, scoresUnder(input.dataset, scale, rule));
    return meanResult({
      ...describe(input, change, id, label),
      byTrust: given.byTrust,
      clusters: whole.clusters,
      level: input.dataset.study.confidence_level,
      missing: given.missing,
      cautions,
    });
  });
}

function pooledOtherwise(input: MetricInput, change: DeclaredChange): readonly Result[] {
  const { clusters } = change.whole;
  if (clusters === null) return [];
  const level = input.dataset.study.confidence_level;
  const given = declaredValues(input, change);
  const values = joinValues(given.byTrust, clusters).map((cluster) => cluster.values);
  return otherPoolings.map(({ id, label, reference, pool }): Result => {
    const base = { ...describe(input, change, id, label), reference };
    const pooled = pool(values, level);
    if (isUnavailable(pooled)) return unavailableResult({ ...base, method: label }, pooled.reason);
    return {
      ...base,
      kind: "estimate",
      ...numbersOf(pooled, level),
      ...behindChange(given, values.length),
      cautions,
    };
  });
}

function isUnavailable(pooled: Pooled | Unavailable): pooled is Unavailable {
  return pooled.kind === "unavailable";
}

function numbersOf(
  { estimate, low, high, statistic = estimate, df, pValue, method }: Pooled,
  level: number,
): Pick<Estimate, "method" | "estimate" | "interval" | "noInterval" | "test"> {
  const test = { statistic, ...(df === undefined || df === null ? {} : { df }), pValue, method };
  if (low !== null && high !== null)
    return { method, estimate, interval: { low, high, level, method, kind: "confidence" }, test };
  const noInterval = `so few groups of Trusts cannot give a ${Math.round(level * 100)}% interval`;
  return { method, estimate, interval: null, noInterval, test };
}

function describe(input: MetricInput, change: DeclaredChange, level: string, label: string) {
  const id = `sensitivity/${change.stem}/${level}/${change.whole.id}`;
  return aboutChange(input, change, id, "sensitivity", label, { level });
}
