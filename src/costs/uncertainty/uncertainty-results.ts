import type { Computed, Partition } from "../../core/relation.js";
import type { CostModel } from "./cost-model.js";
import { inputResults } from "./input-results.js";
import { oneWayResults } from "./one-way-results.js";
import { structureResults } from "./structure-results.js";
import { thresholdResults } from "./threshold-results.js";
import { trustResults } from "./trust-results.js";

/**
 * How sure the study's cost per IMG is, in three layers that are never added into one interval: between Trusts, from the
 * inputs, and from how costs are counted; then what moves the cost most, and what the study's thresholds ask.
 */
export function uncertaintyResults(model: CostModel, partitions: readonly Partition[]): Computed {
  const structure = structureResults(model);
  const single = oneWayResults(model);
  const thresholds = thresholdResults(model);
  return {
    results: [
      ...trustResults(model, partitions),
      ...inputResults(model),
      ...structure.results,
      ...single.results,
      ...thresholds.results,
    ],
    relations: [...structure.relations, ...single.relations, ...thresholds.relations],
    ladders: [],
  };
}
