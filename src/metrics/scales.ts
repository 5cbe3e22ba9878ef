import type { Relation } from "../core/relation.js";
import type { Result } from "../core/result.js";
import { adjustTests } from "./adjust-tests.js";
import { changeValues } from "./change-values.js";
import { gather, respondents } from "./gather.js";
import type { Given } from "./gather.js";
import type { Score } from "../dataset/dataset.js";
import { itemsOf } from "../study/study.js";
import type { Scale } from "../study/study.js";
import { meanResult, randomEffectsReference } from "./mean.js";
import type { Metric, MetricInput } from "./metric.js";
import { slicesWithSubgroups, whose } from "./slice.js";
import type { Slice } from "./slice.js";
import type { Variable } from "../study/variable.js";

const unit = "points 0-100";

/** Scale scores at each wave, and their change in people seen at both. */
export const scales: Metric = {
  id: "scales",
  label: "Scale scores and change",
  about:
    "Mean scale score from 0 to 100 at each wave, over everyone with a score; and the mean change in people linked at both waves. Over all Trusts, a random-effects mean of the Trusts' own means; Trusts shown together count as one.",
  reference: randomEffectsReference,
  compute(input) {
    const { study } = input.dataset;
    const results: Result[] = [];
    const changes: { readonly primary: boolean; readonly result: Result }[] = [];
    const relations: Relation[] = [];
    const slices = slicesWithSubgroups(input);
    for (const scale of study.scales) {
      const waves = study.waves.filter((wave) =>
        itemsOf(study, scale.id).some((item) => item.waves.includes(wave.id)),
      );
      for (const slice of slices) {
        results.push(...waves.map((wave) => levelAt(input, scale, wave.id, wave.label, slice)));
      }
    }
    if (study.design === "pre-post-linked") {
      for (const { scale: id, from, to, primary } of study.comparisons) {
        const scale = study.scales.find((one) => one.id === id);
        if (!scale) continue;
        for (const slice of slices) {
          changes.push({ primary, result: changeBetween(input, scale, from, to, slice) });
          relations.push({
            kind: "change",
            change: `change/${id}/${from}-to-${to}/${slice.id}`,
            before: `scale/${id}/${from}/${slice.id}`,
            after: `scale/${id}/${to}/${slice.id}`,
          });
        }
      }
    }
    for (const family of [true, false]) {
      const together = changes.filter(({ primary }) => primary === family).map(({ result }) => result);
      results.push(...adjustTests(together, study.multiplicity));
    }
    return { results, relations, ladders: [] };
  },
};

function levelAt(input: MetricInput, scale: Scale, wave: string, waveLabel: string, slice: Slice): Result {
  const { dataset } = input;
  const given = gather(slice, respondents(dataset, slice, wave), (response) =>
    giveScore(dataset.score(response, scale.id)),
  );
  return meanResult({
    id: `scale/${scale.id}/${wave}/${slice.id}`,
    label: `${scale.label} score, ${waveLabel}, ${slice.name}`,
    subject: {
      measure: "scale",
      item: scale.id,
      ...whose(slice),
      wave,
      sensitivity: "opinion",
    },
    unit,
    byTrust: given.byTrust,
    clusters: slice.clusters,
    level: dataset.study.confidence_level,
    scoreStep: scoreStep(itemsOf(dataset.study, scale.id)),
    missing: given.missing,
    source: { files: dataset.filesOf(wave), columns: columnsOf(input, scale) },
  });
}

function changeBetween(input: MetricInput, scale: Scale, from: string, to: string, slice: Slice): Result {
  const { dataset } = input;
  const given = changeValues(input, slice, from, to, (response) => dataset.score(response, scale.id));
  return meanResult({
    id: `change/${scale.id}/${from}-to-${to}/${slice.id}`,
    label: `change in ${scale.label.toLowerCase()} score, ${slice.name}`,
    subject: {
      measure: "change",
      item: scale.id,
      ...whose(slice),
      wave: to,
      versus: from,
      sensitivity: "opinion",
    },
    unit,
    byTrust: given.byTrust,
    clusters: slice.clusters,
    level: dataset.study.confidence_level,
    scoreStep: scoreStep(itemsOf(dataset.study, scale.id)),
    missing: given.missing,
    source: { files: dataset.filesOf(null), columns: columnsOf(input, scale) },
    cautions: ["single arm: no causal reading"],
    testsZero: slice.group === undefined,
  });
}

/** Points between two scores of someone who answered every item; an answer left out makes them finer. */
function scoreStep(items: readonly Variable[]): number {
  const fewest = Math.min(...items.map(({ categories }) => categories.length));
  return 100 / (items.length * Math.max(1, fewest - 1));
}

function giveScore(score: Score): Given<number> {
  return score.kind === "score" ? { kind: "value", value: score.value } : score;
}

function columnsOf(input: MetricInput, scale: Scale): readonly string[] {
  return itemsOf(input.dataset.study, scale.id).map((item) => item.name);
}
