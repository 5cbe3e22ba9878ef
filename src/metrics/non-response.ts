import { unavailableResult } from "../core/result.js";
import type { Result, Subject } from "../core/result.js";
import { mean } from "../stats/means/summary.js";
import { meanBounds, nonResponseBounds } from "../stats/missingness/non-response-bounds.js";
import type { NonResponseBounds } from "../stats/missingness/non-response-bounds.js";
import type { Unavailable } from "../stats/unavailable.js";
import { itemsOf, surveyedTrusts, variablesOf } from "../study/study.js";
import { topTwo } from "./categories.js";
import { gather, giveCode, respondents } from "./gather.js";
import type { Given } from "./gather.js";
import type { Metric, MetricInput } from "./metric.js";
import { trustSlices, whose, workedOutAgain } from "./slice.js";
import type { Slice } from "./slice.js";

const reference = "Manski 1989, J Hum Resour 24:343-360 (bounds without assumptions)";

/** What a number over everyone invited could be, whatever those who did not answer would have said. */
export const nonResponse: Metric = {
  id: "non-response",
  label: "Least and most favourable case for people who did not answer",
  about:
    "The mean score, or the share with one of the two most favourable answers, if everyone invited who gave no usable answer were at the least favourable end; and if all were at the most favourable one. No guess is made about them.",
  reference,
  compute(input) {
    const { dataset } = input;
    const { study } = dataset;
    const whole = trustSlices(input).at(-1)!;
    const scores = study.scales.flatMap((scale) => {
      const items = itemsOf(study, scale.id);
      const waves = study.waves.filter((wave) => items.some((item) => item.waves.includes(wave.id)));
      return waves.flatMap((wave) => {
        const given = gather(whole, respondents(dataset, whole, wave.id), (one): Given<number> => {
          const score = dataset.score(one, scale.id);
          return score.kind === "score" ? { kind: "value", value: score.value } : score;
        });
        const values = given.byTrust.flatMap((trust) => trust.values);
        const people = { answered: values.length, invited: invitedAt(input, whole, wave.id) };
        const ends = { lowest: 0, highest: 100 };
        const bounds = () =>
          meanBounds({ ...people, ...ends, mean: values.length > 0 ? mean(values) : null });
        const what = { item: scale.id, label: `${scale.label} score`, unit: "points 0-100", wave };
        return worstAndBest(input, whole, what, people, bounds);
      });
    });
    const shares = variablesOf(study, "outcome").flatMap((variable) => {
      const best = topTwo(variable).codes;
      const wave = study.waves.find((one) => one.id === variable.waves.at(-1));
      if (!wave) return [];
      const given = gather(whole, respondents(dataset, whole, wave.id), giveCode(dataset, variable.name));
      const codes = given.byTrust.flatMap((trust) => trust.values);
      const successes = codes.filter((code) => best.includes(code)).length;
      const people = { answered: codes.length, invited: invitedAt(input, whole, wave.id) };
      const what = { item: variable.name, label: variable.label, unit: "proportion", wave };
      return worstAndBest(
        input,
        whole,
        what,
        people,
        () => nonResponseBounds({ ...people, successes }),
        successes,
      );
    });
    const relations = [
      ...scores.flatMap(({ id, subject: { item, wave } }) =>
        workedOutAgain(input, [id], `scale/${item}/${wave}`),
      ),
      ...shares.flatMap(({ id, subject: { item, wave } }) =>
        workedOutAgain(input, [id], `outcome/${item!.replace(/_/g, "-")}/${wave}/top-two`),
      ),
    ];
    return { results: [...scores, ...shares], relations, ladders: [] };
  },
};

interface What {
  readonly item: string;
  readonly label: string;
  readonly unit: string;
  readonly wave: { readonly id: string; readonly label: string };
}

interface People {
  readonly answered: number;
  readonly invited: number;
}

function worstAndBest(
  { dataset }: MetricInput,
  whole: Slice,
  { item, label, unit, wave }: What,
  people: People,
  boundsOf: () => NonResponseBounds | Unavailable,
  successes?: number,
): readonly Result[] {
  const bounds = whyNot(people) ?? boundsOf();
  const sides = [
    { id: "worst", words: "if everyone else were at the least favourable end", side: "low" },
    { id: "best", words: "if everyone else were at the most favourable end", side: "high" },
  ] as const;
  return sides.map(({ id, words, side }): Result => {
    const subject: Subject = {
      measure: "bounds",
      item,
      ...whose(whole),
      wave: wave.id,
      level: id,
      sensitivity: "opinion",
    };
    const base = {
      id: `bounds/${item.replace(/_/g, "-")}/${wave.id}/${id}/${whole.id}`,
      label: `${label}, ${wave.label}, ${whole.name}: ${words}`,
      subject,
      unit,
      method: "best and worst case over everyone invited",
      reference,
    };
    if (bounds.kind === "unavailable") return unavailableResult(base, bounds.reason);
    const added = id === "best" ? people.invited - people.answered : 0;
    return {
      ...base,
      kind: "estimate",
      estimate: bounds[side],
      interval: null,
      noInterval: "a bound, not an estimate",
      n: people.invited,
      ...(successes === undefined ? {} : { count: successes + added }),
      missing: {},
      settings: { answered: people.answered },
      source: { files: ["cohort.csv", ...dataset.filesOf(wave.id)], columns: ["invited", item] },
      cautions: [],
    };
  });
}

/** More answers than invitations: response above cohort is a finding of its own, and no bound can be worked out. */
function whyNot({ answered, invited }: People): Unavailable | null {
  if (answered <= invited) return null;
  return { kind: "unavailable", reason: "more people answered than cohort.csv says were invited" };
}

/** People invited at the Trusts that had a survey at this wave. */
function invitedAt({ cohorts, dataset: { study } }: MetricInput, whole: Slice, wave: string): number {
  const surveyed = surveyedTrusts(study, wave);
  return cohorts
    .filter(({ trust }) => whole.trusts.includes(trust) && surveyed.includes(trust))
    .reduce((sum, { invited }) => sum + invited, 0);
}
