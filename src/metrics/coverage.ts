import type { Relation } from "../core/relation.js";
import type { Estimate, Result } from "../core/result.js";
import { trustCodes, variablesOf } from "../study/study.js";
import type { Component } from "../study/study.js";
import type { Variable } from "../study/variable.js";
import type { CostReturn } from "../validate/cost-return.js";
import { bandId, bandResults, complementOf, pooledOf } from "./categories.js";
import type { Band } from "./categories.js";
import type { Metric, MetricInput } from "./metric.js";
import { clusteredReference } from "./proportion.js";
import { slicesWithSubgroups } from "./slice.js";
import type { Slice } from "./slice.js";

const levels = ["no", "partly", "yes"] as const;

/** Each induction component: received by IMGs as they say it, planned and delivered as their Trusts say it. */
export const coverage: Metric = {
  id: "coverage",
  label: "Induction received",
  about:
    "For each component, the share of IMGs who say they received it, partly or not at all, of those for whom it applied and who knew; beside how many Trusts say they planned and delivered it.",
  reference: clusteredReference,
  compute(input) {
    const { study } = input.dataset;
    const results: Result[] = [];
    const relations: Relation[] = [];
    const slices = slicesWithSubgroups(input);
    for (const variable of variablesOf(study, "received")) {
      const bands = receivedBands(variable);
      for (const wave of variable.waves) {
        for (const slice of slices) {
          results.push(...bandResults(input, slice, variable, wave, "coverage", bands));
          relations.push(complementOf("coverage", variable, wave, slice, bands));
        }
        for (const band of bands) {
          relations.push(...pooledOf(slices, (slice) => coverageId(variable, wave, band, slice)));
        }
      }
    }
    results.push(...study.components.flatMap((component) => deliveryResults(input, component)));
    return { results, relations, ladders: [] };
  },
};

/** The answers on whether a component was received, not at all first, each by itself. */
export function receivedBands({ categories }: Pick<Variable, "categories">): readonly Band[] {
  return categories.map(({ code, label }, index): Band => ({
    id: categories.length === 3 ? levels[index]! : String(code),
    label: `received: ${label.toLowerCase()}`,
    codes: [code],
  }));
}

/** The id of the share who gave one of these answers. */
export function coverageId(variable: Variable, wave: string, band: Band, slice: Slice): string {
  return bandId("coverage", variable, wave, band, slice);
}

function deliveryResults(input: MetricInput, component: Component): readonly Result[] {
  const lines = input.returns.flatMap((one: CostReturn) =>
    one.components
      .filter((line) => line.component === component.id)
      .map((line) => ({ ...line, file: one.file })),
  );
  if (lines.length === 0) return [];
  const base = (level: string, label: string): Omit<Estimate, "estimate"> => ({
    kind: "estimate",
    id: `delivery/${component.id.toLowerCase()}/${level}`,
    label: `${component.label}: ${label}`,
    subject: {
      measure: "delivery",
      item: component.id,
      level,
      trusts: trustCodes(input.dataset.study),
      sensitivity: "service",
    },
    unit: "Trusts",
    method: "count of cost returns",
    reference: "Hoffmann et al. 2014, BMJ 348:g1687 (TIDieR items 11 and 12: planned and actual delivery)",
    interval: null,
    noInterval: "a count of all Trusts that answered, not a sample",
    n: lines.length,
    missing: {},
    settings: {},
    source: { files: lines.map((line) => line.file), columns: ["Planned", "Delivered"] },
    cautions: [],
  });
  const delivered = (word: string) => lines.filter((line) => line.delivered === word).length;
  return [
    { ...base("planned", "Trusts that planned it"), estimate: lines.filter((line) => line.planned).length },
    { ...base("delivered-yes", "Trusts that delivered it"), estimate: delivered("yes") },
    { ...base("delivered-partly", "Trusts that delivered it in part"), estimate: delivered("partly") },
  ];
}
