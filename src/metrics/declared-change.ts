import type { Relation } from "../core/relation.js";
import type { Estimate, Result, Subject } from "../core/result.js";
import { itemsOf } from "../study/study.js";
import type { Scale } from "../study/study.js";
import { changeValues } from "./change-values.js";
import type { Gathered } from "./gather.js";
import type { MetricInput } from "./metric.js";
import { trustSlices, whose, workedOutAgain } from "./slice.js";
import type { Slice } from "./slice.js";

/** A change that the study declares, over all its Trusts. */
export interface DeclaredChange {
  readonly scale: Scale;
  readonly from: string;
  readonly to: string;
  /** Part of result ids: `settling/arrival-to-month3`. */
  readonly stem: string;
  readonly whole: Slice;
}

/** The declared changes; none in a design whose waves are not linked. */
export function declaredChanges(input: MetricInput): readonly DeclaredChange[] {
  const { study } = input.dataset;
  if (study.design !== "pre-post-linked") return [];
  const whole = trustSlices(input).at(-1)!;
  return study.comparisons.map(({ scale: id, from, to }) => {
    const scale = study.scales.find((one) => one.id === id)!;
    return { scale, from, to, stem: `${id}/${from}-to-${to}`, whole };
  });
}

/** The changes of the people linked at both waves, scored as the study declares. */
export function declaredValues(input: MetricInput, change: DeclaredChange): Gathered<number> {
  const { scale, from, to, whole } = change;
  return changeValues(input, whole, from, to, (response) => input.dataset.score(response, scale.id));
}

/** What a result about a declared change says of itself, before its number. */
export function aboutChange(
  { dataset }: MetricInput,
  { scale, from, to, whole }: DeclaredChange,
  id: string,
  measure: string,
  label: string,
  more: Partial<Subject> = {},
): Pick<Estimate, "id" | "label" | "subject" | "unit" | "source"> {
  return {
    id,
    label: `change in ${scale.label.toLowerCase()} score, ${whole.name}: ${label}`,
    subject: {
      measure,
      item: scale.id,
      ...whose(whole),
      wave: to,
      versus: from,
      sensitivity: "opinion",
      ...more,
    },
    unit: "points 0-100",
    source: {
      files: dataset.filesOf(null),
      columns: itemsOf(dataset.study, scale.id).map((item) => item.name),
    },
  };
}

/** The people behind a change pooled from groups of Trusts, and who was left out. */
export function behindChange(
  given: Gathered<number>,
  clusters: number,
): Pick<Estimate, "n" | "missing" | "settings"> {
  const answered = given.byTrust.filter(({ values }) => values.length > 0);
  return {
    n: answered.reduce((sum, { values }) => sum + values.length, 0),
    missing: given.missing,
    settings: { trusts: answered.length, clusters },
  };
}

/** That these results work out declared changes once more, for the disclosure gate. */
export function changesAgain(input: MetricInput, results: readonly Result[]): readonly Relation[] {
  return declaredChanges(input).flatMap(({ stem, whole }) => {
    const ids = results.map(({ id }) => id);
    const own = ids.filter((id) => id.includes(`/${stem}/`) && id.endsWith(`/${whole.id}`));
    return workedOutAgain(input, own, `change/${stem}`);
  });
}
