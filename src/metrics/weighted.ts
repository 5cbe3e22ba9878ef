import { unavailableResult } from "../core/result.js";
import type { Estimate, Result } from "../core/result.js";
import type { Response } from "../dataset/dataset.js";
import type { Unavailable } from "../stats/unavailable.js";
import { rake } from "../stats/weighting/rake.js";
import { weightedMean, weightedProportion } from "../stats/weighting/weighted-mean.js";
import { itemsOf, variablesOf } from "../study/study.js";
import type { Study } from "../study/study.js";
import { topTwo } from "./categories.js";
import { giveCode, respondents } from "./gather.js";
import type { Metric, MetricInput } from "./metric.js";
import { trustSlices, whose, workedOutAgain } from "./slice.js";
import type { Slice } from "./slice.js";

const reference =
  "Deming and Stephan 1940, Ann Math Stat 11:427-444 (raking); Kish 1965, Survey Sampling (effective number of people)";

type Weighting = NonNullable<Study["weighting"]>;

/** What a weighted number is about, and what a person gives to it; null for nothing. */
interface Measured {
  readonly item: string;
  readonly label: string;
  readonly unit: "points 0-100" | "proportion";
  readonly wave: { readonly id: string; readonly label: string };
  readonly give: (response: Response) => number | null;
}

/** The main scores and ratings, weighted to the declared make-up of everyone invited. Nothing unless it is declared. */
export const weighted: Metric = {
  id: "weighted",
  label: "Scores and ratings weighted to everyone invited",
  about:
    "The people who answered are given weights with which they add up to everyone invited, in each of the declared variables (raking). People without an answer to one of these are left out. The effective number of people says how much the weights leave of the sample.",
  reference,
  compute(input) {
    const { study } = input.dataset;
    if (!study.weighting) return { results: [], relations: [], ladders: [] };
    const whole = trustSlices(input).at(-1)!;
    const results = measuredOf(input).map((one) => weightedResult(input, whole, study.weighting!, one));
    const relations = results.flatMap(({ id, unit, subject: { item, wave } }) =>
      workedOutAgain(
        input,
        [id],
        unit === "proportion"
          ? `outcome/${item!.replace(/_/g, "-")}/${wave}/top-two`
          : `scale/${item}/${wave}`,
      ),
    );
    return { results, relations, ladders: [] };
  },
};

function measuredOf({ dataset }: MetricInput): readonly Measured[] {
  const { study } = dataset;
  const scores = study.scales.flatMap((scale) =>
    study.waves
      .filter((wave) => itemsOf(study, scale.id).some((item) => item.waves.includes(wave.id)))
      .map((wave): Measured => ({
        item: scale.id,
        label: `${scale.label} score`,
        unit: "points 0-100",
        wave,
        give: (response) => {
          const score = dataset.score(response, scale.id);
          return score.kind === "score" ? score.value : null;
        },
      })),
  );
  const ratings = variablesOf(study, "outcome").flatMap((variable): readonly Measured[] => {
    const best = topTwo(variable).codes;
    const code = giveCode(dataset, variable.name);
    const wave = study.waves.find((one) => one.id === variable.waves.at(-1));
    if (!wave) return [];
    const give = (response: Response) => {
      const given = code(response);
      return given.kind === "value" ? Number(best.includes(given.value)) : null;
    };
    return [{ item: variable.name, label: variable.label, unit: "proportion", wave, give }];
  });
  return [...scores, ...ratings];
}

function weightedResult(input: MetricInput, whole: Slice, weighting: Weighting, measured: Measured): Result {
  const { dataset } = input;
  const { item, label, unit, wave, give } = measured;
  const people = respondents(dataset, whole, wave.id).flatMap((person) => {
    const value = give(person);
    const categories = weighting.margins.map(({ variable }) => giveCode(dataset, variable)(person));
    const known = categories.flatMap((category) =>
      category.kind === "value" ? [String(category.value)] : [],
    );
    return value === null || known.length < categories.length
      ? []
      : [{ trust: person.trust, value, categories: known }];
  });
  const base = {
    id: `weighted/${item.replace(/_/g, "-")}/${wave.id}/${whole.id}`,
    label: `${label}, ${wave.label}, ${whole.name}, weighted to everyone invited`,
    subject: { measure: "weighted", item, ...whose(whole), wave: wave.id, sensitivity: "opinion" as const },
    unit,
    method: "raking",
    reference,
  };
  const fitted = fit(people, weighting, unit, dataset.study.confidence_level);
  if (fitted.kind === "unavailable") return unavailableResult(base, fitted.reason);
  return {
    ...base,
    kind: "estimate",
    method: fitted.method,
    estimate: fitted.estimate,
    interval: null,
    noInterval: "a sensitivity analysis: the interval of the plain number stands",
    n: people.length,
    ...(unit === "proportion" ? { count: people.reduce((sum, { value }) => sum + value, 0) } : {}),
    missing: {},
    settings: {
      trusts: new Set(people.map(({ trust }) => trust)).size,
      effectiveN: fitted.effectiveN,
      trimmed: fitted.trimmed,
      fewestInCategory: fewestInCategory(people.map(({ categories }) => categories)),
    },
    source: {
      files: dataset.filesOf(wave.id),
      columns: [item, ...weighting.margins.map(({ variable }) => variable)],
    },
    cautions: fitted.trimmed > 0 ? [`weights over ${weighting.trim_over} times the median were cut`] : [],
  } satisfies Estimate;
}

/** People in the smallest category of any of the variables, of those who are in one. */
function fewestInCategory(people: readonly (readonly string[])[]): number {
  const counts = new Map<string, number>();
  for (const categories of people) {
    categories.forEach((category, variable) => {
      const key = `${variable} ${category}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    });
  }
  return Math.min(...counts.values());
}

interface Fitted {
  readonly kind: "fitted";
  readonly estimate: number;
  readonly effectiveN: number;
  readonly trimmed: number;
  readonly method: string;
}

function fit(
  people: readonly { readonly value: number; readonly categories: readonly string[] }[],
  weighting: Weighting,
  unit: Measured["unit"],
  level: number,
): Fitted | Unavailable {
  const margins = weighting.margins.map(({ variable, people: targets }, index) => ({
    variable,
    targets,
    categories: people.map((person) => person.categories[index]!),
  }));
  const raked = rake(margins, {
    minimumPerCategory: weighting.minimum_people,
    trimOver: weighting.trim_over,
  });
  if (raked.kind === "unavailable") return raked;
  const values = people.map(({ value }) => value);
  const found =
    unit === "proportion"
      ? weightedProportion(
          values.map((value) => value === 1),
          raked.weights,
          level,
        )
      : weightedMean(values, raked.weights, level);
  if (found.kind === "unavailable") return found;
  const { effectiveN, trimmed, method } = raked;
  return { kind: "fitted", estimate: found.estimate, effectiveN, trimmed, method };
}
