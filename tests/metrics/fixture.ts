import { trustGroups, trustPartitions } from "../../src/core/relation.js";
import type { Dataset, Duration, Response, Score, UsableAnswer } from "../../src/dataset/dataset.js";
import type { MetricInput } from "../../src/metrics/metric.js";
import { studySchema } from "../../src/study/schema.js";
import type { Study } from "../../src/study/study.js";
import type { Variable } from "../../src/study/variable.js";
import type { Cohort } from "../../src/validate/cost-return.js";

/** A person of a small hand-made study: answers by variable, at one wave. */
export interface Person {
  readonly trust: string;
  readonly wave?: string;
  readonly complete?: boolean;
  /** Who it is, for linking. */
  readonly who?: string;
  readonly answers?: Readonly<Record<string, UsableAnswer>>;
  readonly scores?: Readonly<Record<string, number>>;
  readonly durations?: Readonly<Record<string, Duration>>;
}

export const number = (value: number): UsableAnswer => ({ kind: "number", value });
export const missing = (reason: Extract<UsableAnswer, { kind: "missing" }>["reason"]): UsableAnswer => ({
  kind: "missing",
  reason,
});

export function variable(name: string, more: Partial<Variable>): Variable {
  return {
    name,
    question: name,
    label: name,
    headings: [],
    role: "item",
    type: "single",
    waves: ["month3"],
    scale: null,
    reverse: false,
    component: null,
    categories: [1, 2, 3, 4, 5].map((code) => ({ code, label: `answer ${code}` })),
    minimum: null,
    maximum: null,
    missing: {},
    notYet: [],
    sensitivity: "service",
    required: false,
    ...more,
  };
}

/** A metric's input made by hand: Trusts A and B, waves arrival and month3. */
export function inputOf(
  people: readonly Person[],
  variables: readonly Variable[],
  more: {
    readonly declared?: object;
    readonly cohorts?: readonly Cohort[];
    readonly clusters?: MetricInput["clusters"];
    readonly levels?: MetricInput["levels"];
  } = {},
): MetricInput {
  const declared = studySchema.parse({
    format: 1,
    study: { id: "small", title: "Small", synthetic: true, img_definition: "any" },
    design: "pre-post-linked",
    period: { from: "2026-04-01", to: "2026-12-31" },
    trusts: ["A", "B"].map((code) => ({ code, label: `Trust ${code}` })),
    waves: [
      { id: "arrival", label: "Arrival", from: "2026-04-01", to: "2026-06-30" },
      { id: "month3", label: "Month 3", from: "2026-07-01", to: "2026-09-30" },
    ],
    sources: [{ file: "cohort.csv", kind: "cohort" }],
    costing: { price_year: "2026/27", pension: "full" },
    disclosure: { profile: "pilot" },
    report: { title: "t", programme: "p", ethics: "e", funding: "f" },
    ...more.declared,
  });
  const study: Study = { ...declared, variables, components: [], benchmarks: [], narrative: {} };
  const cohorts = more.cohorts ?? [];
  const partitions = trustPartitions(study.trusts.map(({ code }) => ({ code, size: 1 })));
  return {
    dataset: datasetOf(study, people),
    cohorts,
    hr: [],
    returns: [],
    groups: trustGroups(partitions),
    clusters: more.clusters ?? partitions[0]!.groups,
    levels: more.levels ?? [],
  };
}

function datasetOf(study: Study, people: readonly Person[]): Dataset {
  const responses = people.map((person, index): Response => ({
    index,
    trust: person.trust,
    wave: person.wave ?? "month3",
    file: "f.csv",
    row: index + 2,
    complete: person.complete ?? true,
    day: null,
  }));
  return {
    study,
    responses,
    leftOut: [],
    responsesOf: (trust, wave) => responses.filter((one) => one.trust === trust && one.wave === wave),
    answer: (response, name) =>
      people[response.index]!.answers?.[name] ?? { kind: "missing", reason: "blank" },
    score(response, scale): Score {
      const value = people[response.index]!.scores?.[scale];
      return value === undefined
        ? { kind: "missing", reason: "blank" }
        : { kind: "score", value, answered: 1, asked: 1 };
    },
    duration: (response, name) =>
      people[response.index]!.durations?.[name] ?? { kind: "missing", reason: "blank" },
    pairs: (from, to) =>
      responses
        .filter((one) => one.wave === from)
        .flatMap((before) =>
          responses
            .filter((after) => after.wave === to && people[after.index]!.who === people[before.index]!.who)
            .map((after) => ({ before, after })),
        ),
    filesOf: () => ["f.csv"],
  };
}
