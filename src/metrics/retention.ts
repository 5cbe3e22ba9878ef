import { unavailableResult } from "../core/result.js";
import { readDay } from "../core/day.js";
import { invariant } from "../core/invariant.js";
import type { Relation } from "../core/relation.js";
import type { Estimate, Result } from "../core/result.js";
import { kaplanMeier, survivalAt } from "../stats/survival/kaplan-meier.js";
import { pooledOf } from "./categories.js";
import { gather, sharesOf } from "./gather.js";
import type { Metric, MetricInput } from "./metric.js";
import { proportionResult } from "./proportion.js";
import { trustSlices } from "./slice.js";
import type { Slice } from "./slice.js";

const daysInMonth = 365.25 / 12;
const reference = "Kaplan and Meier 1958, J Am Stat Assoc 53:457-481";

/** Doctors still in post after some months, and appraisals done, from HR records in aggregate. */
export const retention: Metric = {
  id: "retention",
  label: "Retention and appraisal",
  about:
    "From HR records, never joined to survey answers: the share of doctors still in post after the stated months, counting those who started later up to the day of the extract (Kaplan-Meier); and appraisals done, of those due.",
  reference,
  compute(input) {
    if (input.hr.length === 0) return { results: [], relations: [], ladders: [] };
    const slices = trustSlices(input);
    const results: Result[] = slices.flatMap((slice) => [inPost(input, slice), appraisal(input, slice)]);
    const relations: readonly Relation[] = pooledOf(slices, (slice) => `appraisal/${slice.id}`);
    return { results, relations, ladders: [] };
  },
};

function inPost(input: MetricInput, slice: Slice): Result {
  const { study } = input.dataset;
  const months = study.hr.months;
  const doctors = input.hr.filter((row) => slice.trusts.includes(row.trust));
  const base = {
    id: `retention/month-${months}/${slice.id}`,
    label: `still in post after ${months} months, ${slice.name}`,
    subject: {
      measure: "retention",
      level: `month-${months}`,
      trusts: slice.trusts,
      sensitivity: "personal" as const,
    },
    unit: "proportion",
    method: "Kaplan-Meier",
    reference,
  };
  const extracted = extractDay(input);
  const followed = doctors.map(({ start, end }) => ({
    time: (end ?? extracted) - start,
    event: end !== null,
  }));
  const curve = kaplanMeier(followed, study.confidence_level);
  if (curve.kind === "unavailable") return unavailableResult(base, "no doctors in the HR extract");
  const horizon = Math.round(months * daysInMonth);
  const at = survivalAt(curve, horizon);
  if (at.kind === "unavailable") return unavailableResult(base, at.reason);
  return {
    ...base,
    kind: "estimate",
    estimate: at.survival,
    interval: {
      low: at.low,
      high: at.high,
      level: curve.level,
      method: at.survival === 1 ? "Wilson, nobody has left" : "log-log",
      kind: "confidence",
    },
    n: followed.length,
    count: followed.filter((one) => !(one.event && one.time <= horizon)).length,
    missing: {},
    settings: { days: horizon, trusts: new Set(doctors.map((row) => row.trust)).size },
    source: { files: hrFiles(input), columns: ["start_date", "end_date"] },
    cautions: slice.pooled ? ["people of one Trust may be alike: the interval does not allow for it"] : [],
  } satisfies Estimate;
}

function appraisal(input: MetricInput, slice: Slice): Result {
  const due = input.hr.filter((row) => slice.trusts.includes(row.trust) && row.appraisalDue);
  const given = gather(slice, due, (row) => ({ kind: "value", value: row.appraisalDone }));
  return proportionResult({
    id: `appraisal/${slice.id}`,
    label: `appraisal done, of those due, ${slice.name}`,
    subject: { measure: "appraisal", trusts: slice.trusts, sensitivity: "personal" },
    shares: sharesOf(given, (done) => done),
    clusters: slice.clusters,
    level: input.dataset.study.confidence_level,
    missing: given.missing,
    source: { files: hrFiles(input), columns: ["appraisal_due", "appraisal_done"] },
  });
}

function extractDay({ dataset }: MetricInput): number {
  const source = dataset.study.sources.find((one) => one.kind === "hr");
  const day = source?.kind === "hr" ? readDay(source.extracted, "ymd") : null;
  invariant(day !== null, "HR rows without the day of their extract");
  return day;
}

function hrFiles(input: MetricInput): readonly string[] {
  return [...new Set(input.hr.map((row) => row.at.file))];
}
