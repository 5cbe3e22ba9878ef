import type { Relation } from "../core/relation.js";
import type { Estimate, Result, Subject } from "../core/result.js";
import { nameTrusts, surveyedTrusts } from "../study/study.js";
import type { Cohort } from "../validate/cost-return.js";
import { respondents } from "./gather.js";
import { unfinishedForm } from "../core/table.js";
import { inSentence } from "../core/words.js";
import type { LeftOut } from "../dataset/dataset.js";
import { noPlace } from "../ingest/split-survey.js";
import type { Metric, MetricInput } from "./metric.js";
import { proportionResult } from "./proportion.js";
import type { Share } from "./proportion.js";
import { trustSlices } from "./slice.js";
import type { Slice } from "./slice.js";

const reference = "Eysenbach 2004, J Med Internet Res 6:e34 (CHERRIES: response and completion rates)";
const stages = ["eligible", "invited", "recruited", "inducted", "completed"] as const;

/** Who could answer, who did, who finished, and who was seen at both waves. */
export const response: Metric = {
  id: "response",
  label: "Response and completion",
  about:
    "People who answered, of those invited; forms finished, of those started (some platforms export finished forms only); and people linked between waves by their own code, of those who answered the later wave.",
  reference,
  compute(input) {
    const results: Result[] = [];
    const slices = trustSlices(input);
    for (const slice of slices) {
      results.push(...flow(input, slice), ...rates(input, slice));
    }
    return { results, relations: cohortSums(slices), ladders: [] };
  },
};

function flow(input: MetricInput, slice: Slice): readonly Result[] {
  const cohorts = input.cohorts.filter((cohort) => slice.trusts.includes(cohort.trust));
  const fromCohort = stages.map((stage) =>
    count(
      slice,
      stage,
      `IMGs ${stage}`,
      cohorts.reduce((sum, cohort) => sum + cohort[stage], 0),
      ["cohort.csv"],
    ),
  );
  const { study } = input.dataset;
  const answered = study.waves.map((wave) => {
    const total = respondents(input.dataset, slice, wave.id).length;
    return count(
      slice,
      `answered-${wave.id}`,
      `answered: ${wave.label}`,
      total,
      input.dataset.filesOf(wave.id),
    );
  });
  const linked = links(input).map(([from, to]) => {
    const total = pairsIn(input, slice, from, to).length;
    return count(
      slice,
      `linked-${from}-to-${to}`,
      "linked at both waves",
      total,
      input.dataset.filesOf(null),
    );
  });
  return [...fromCohort, ...answered, ...linked];
}

function count(
  slice: Slice,
  stage: string,
  label: string,
  total: number,
  files: readonly string[],
): Estimate {
  return {
    kind: "estimate",
    id: `flow/${stage}/${slice.id}`,
    label: `${label}, ${slice.name}`,
    subject: { measure: "flow", item: stage, trusts: slice.trusts, sensitivity: "service" },
    unit: "people",
    method: "count",
    reference,
    estimate: total,
    interval: null,
    noInterval: "a count of all, not a sample",
    n: total,
    missing: {},
    settings: {},
    source: { files, columns: [] },
    cautions: [],
  };
}

function rates(input: MetricInput, slice: Slice): readonly Result[] {
  const { dataset } = input;
  const { study } = dataset;
  const invited = new Map(input.cohorts.map((cohort: Cohort) => [cohort.trust, cohort.invited]));
  const common = { clusters: slice.clusters, level: study.confidence_level, missing: {} };
  const subject = (measure: string, wave?: string): Subject => ({
    measure,
    trusts: slice.trusts,
    ...(wave === undefined ? {} : { wave }),
    sensitivity: "service",
  });
  const byWave = study.waves.flatMap((wave) => {
    const answered = respondents(dataset, slice, wave.id);
    const shares = (of: (trust: string) => Omit<Share, "trust">) =>
      slice.trusts.map((trust): Share => ({ trust, ...of(trust) }));
    const surveyed = surveyedTrusts(study, wave.id);
    const inTrust = (trust: string) => answered.filter((one) => one.trust === trust);
    return [
      proportionResult({
        ...common,
        id: `response/${wave.id}/${slice.id}`,
        label: `response, ${wave.label}, ${slice.name}`,
        subject: subject("response", wave.id),
        shares: shares((trust) => {
          const total = surveyed.includes(trust) ? (invited.get(trust) ?? 0) : 0;
          return { successes: Math.min(inTrust(trust).length, total), n: total };
        }),
        cautions: [
          ...slice.trusts
            .filter((trust) => !surveyed.includes(trust))
            .map((trust) => `${nameTrusts(study, [trust])}: no survey at this wave, its IMGs are left out`),
          ...withoutTrust(
            input,
            wave.id,
            (reason) => reason === noPlace.trust || reason === noPlace.wave,
          ).map(() => "some people answered and did not say where they work, and are not counted as answers"),
        ],
        source: { files: ["cohort.csv", ...dataset.filesOf(wave.id)], columns: ["invited"] },
      }),
      proportionResult({
        ...common,
        id: `completion/${wave.id}/${slice.id}`,
        label: `forms finished, ${wave.label}, ${slice.name}`,
        subject: subject("completion", wave.id),
        shares: shares((trust) => ({
          successes: inTrust(trust).filter((one) => one.complete).length,
          n: inTrust(trust).length + unfinished(input, trust, wave.id),
        })),
        cautions: withoutTrust(input, wave.id, (reason) => reason === unfinishedForm).map(
          () =>
            "some forms were not finished and do not say where the person works, and are not counted as begun",
        ),
        source: { files: dataset.filesOf(wave.id), columns: [] },
      }),
    ];
  });
  const nameOf = (id: string) => inSentence(study.waves.find((wave) => wave.id === id)?.label ?? id);
  const linked = links(input).map(([from, to]) =>
    proportionResult({
      ...common,
      id: `link-rate/${from}-to-${to}/${slice.id}`,
      label: `linked to ${nameOf(from)}, of those who answered at ${nameOf(to)}, ${slice.name}`,
      subject: { ...subject("link-rate", to), versus: from },
      shares: slice.trusts.map((trust) => ({
        trust,
        successes: pairsIn(input, slice, from, to).filter((pair) => pair.after.trust === trust).length,
        n: respondents(dataset, slice, to).filter((one) => one.trust === trust).length,
      })),
      source: { files: dataset.filesOf(null), columns: [] },
    }),
  );
  return [...byWave, ...linked];
}

/** Forms started and not finished that the platform's format left out. */
function unfinished({ dataset }: MetricInput, trust: string, wave: string): number {
  return dataset.leftOut
    .filter((one) => one.trust === trust && one.wave === wave && one.reason === unfinishedForm)
    .reduce((sum, one) => sum + one.count, 0);
}

/** Rows of a central survey that were left out for such a reason and belong to no Trust: one of them, or none. */
function withoutTrust(
  { dataset }: MetricInput,
  wave: string,
  left: (reason: string) => boolean,
): readonly LeftOut[] {
  const some = dataset.leftOut.filter(
    (one) => (one.trust === null || one.wave === null) && (one.wave ?? wave) === wave && left(one.reason),
  );
  return some.slice(0, 1);
}

function links({ dataset }: MetricInput): readonly (readonly [string, string])[] {
  if (dataset.study.design !== "pre-post-linked") return [];
  const seen = new Map(
    dataset.study.comparisons.map(({ from, to }) => [`${from} ${to}`, [from, to] as const]),
  );
  return [...seen.values()];
}

function pairsIn({ dataset }: MetricInput, slice: Slice, from: string, to: string) {
  return dataset.pairs(from, to).filter((pair) => slice.includes(pair.after));
}

function cohortSums(slices: readonly Slice[]): readonly Relation[] {
  const pooled = slices.find((slice) => slice.pooled);
  const singles = slices.filter((slice) => slice.trusts.length === 1);
  if (!pooled) return [];
  return stages.map((stage) => ({
    kind: "sum",
    total: `flow/${stage}/${pooled.id}`,
    parts: singles.map((slice) => `flow/${stage}/${slice.id}`),
  }));
}
