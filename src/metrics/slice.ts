import type { Level, Relation } from "../core/relation.js";
import { slug, trustSlug } from "../core/result.js";
import type { Subject } from "../core/result.js";
import type { Response } from "../dataset/dataset.js";
import { nameTrusts, trustCodes } from "../study/study.js";
import type { Study } from "../study/study.js";
import type { MetricInput } from "./metric.js";

/** A set of people a number is worked out for: some Trusts, or one subgroup over all Trusts. */
export interface Slice {
  /** Last part of a result id: `trust-b`, `trusts-a+b`, `pooled`, `pooled/grade-1`. */
  readonly id: string;
  /** For people: "Trust B", "all Trusts", "all Trusts, first NHS post: yes". */
  readonly name: string;
  readonly trusts: readonly string[];
  readonly pooled: boolean;
  /** Groups of Trusts that a pooled number is worked out from; null within a Trust or joined ones. */
  readonly clusters: readonly (readonly string[])[] | null;
  readonly group: { readonly variable: string; readonly level: string } | undefined;
  includes(response: Response): boolean;
}

/** The part of a result's subject that says whose number it is. */
export function whose(slice: Slice): Pick<Subject, "trusts" | "group"> {
  return { trusts: slice.trusts, ...(slice.group ? { group: slice.group } : {}) };
}

/** Every set of Trusts that may be shown. */
export function trustSlices(input: MetricInput): readonly Slice[] {
  const { study } = input.dataset;
  const all = trustCodes(study);
  return input.groups.map((trusts) => trustSlice(study, trusts, all, input.clusters));
}

/**
 * Says that results over all Trusts work out once more what other results tell: that of all Trusts, and those of the
 * groups of Trusts that are shown.
 *
 * @param again ids of the results
 * @param stem the id of the others, without the slice at its end
 */
export function workedOutAgain(
  input: MetricInput,
  again: readonly string[],
  stem: string,
): readonly Relation[] {
  const shown = input.clusters.map((trusts) => trusts.join());
  const parts = trustSlices(input)
    .filter((slice) => slice.pooled || shown.includes(slice.trusts.join()))
    .map((slice) => `${stem}/${slice.id}`);
  return again.map((id) => ({ kind: "again", again: id, parts }));
}

/** The Trust slices, then each level of each declared subgroup over all Trusts. */
export function slicesWithSubgroups(input: MetricInput): readonly Slice[] {
  return [...trustSlices(input), ...subgroupSlices(input)];
}

function trustSlice(
  study: Study,
  trusts: readonly string[],
  all: readonly string[],
  clusters: MetricInput["clusters"],
): Slice {
  const pooled = trusts.length === all.length && all.length > 1;
  const members = new Set(trusts);
  return {
    id: trustSlug(trusts, all),
    name: nameTrusts(study, trusts),
    trusts,
    pooled,
    clusters: pooled ? clusters : null,
    group: undefined,
    includes: (response) => members.has(response.trust),
  };
}

/** Each level of each declared subgroup by itself, then those that are joined. */
function subgroupSlices({ dataset, clusters, levels }: MetricInput): readonly Slice[] {
  const { study } = dataset;
  return study.subgroups.flatMap((name) => {
    const variable = study.variables.find((one) => one.name === name);
    if (!variable) return [];
    const alone = variable.categories.map(({ label, code }): Level => ({ label, codes: [code] }));
    const shown = levels.find((one) => one.variable === name)?.levels ?? [];
    const joined = shown.filter(({ codes }) => codes.length > 1);
    return [...alone, ...joined].map(({ label, codes }): Slice => ({
      id: `pooled/${slug(name)}-${slug(label)}`,
      name: `all Trusts, ${variable.label}: ${label}`,
      trusts: trustCodes(study),
      pooled: true,
      clusters,
      group: { variable: name, level: label },
      includes: (response) => {
        const answer = dataset.answer(response, name);
        return answer.kind === "number" && codes.includes(answer.value);
      },
    }));
  });
}
