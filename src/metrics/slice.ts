import type { Relation } from "../core/relation.js";
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

function subgroupSlices({ dataset, clusters }: MetricInput): readonly Slice[] {
  const { study } = dataset;
  return study.subgroups.flatMap((name) => {
    const variable = study.variables.find((one) => one.name === name);
    return (variable?.categories ?? []).map((category): Slice => {
      const level = slug(category.label);
      return {
        id: `pooled/${slug(name)}-${level}`,
        name: `all Trusts, ${variable!.label}: ${category.label}`,
        trusts: trustCodes(study),
        pooled: true,
        clusters,
        group: { variable: name, level: category.label },
        includes: (response) => {
          const answer = dataset.answer(response, name);
          return answer.kind === "number" && answer.value === category.code;
        },
      };
    });
  });
}
