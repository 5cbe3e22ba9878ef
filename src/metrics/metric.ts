import type { Computed, ShownLevels } from "../core/relation.js";
import type { Dataset } from "../dataset/dataset.js";
import type { Cohort, CostReturn } from "../validate/cost-return.js";
import type { HrRow } from "../validate/hr.js";

/** What a metric may read. */
export interface MetricInput {
  readonly dataset: Dataset;
  readonly cohorts: readonly Cohort[];
  readonly hr: readonly HrRow[];
  readonly returns: readonly CostReturn[];
  /** Every group of Trusts to compute for: each alone, joined ones, and all of them last. */
  readonly groups: readonly (readonly string[])[];
  /**
   * The groups of Trusts that a number over all Trusts is pooled from. They are those that may be shown: pooled from
   * finer ones, a number and its interval would tell the joined Trusts apart.
   */
  readonly clusters: readonly (readonly string[])[];
  /** The levels of each subgroup variable that may be shown. Those joined are computed beside each level alone. */
  readonly levels: readonly ShownLevels[];
}

/** One metric: a file, and a line in `metrics/index.ts`. */
export interface Metric {
  readonly id: string;
  readonly label: string;
  /** What it measures and how, in a sentence or two for the methods section. */
  readonly about: string;
  /** Where the method comes from. */
  readonly reference: string;
  compute(input: MetricInput): Computed;
}
