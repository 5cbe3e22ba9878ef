import type { Estimate } from "../core/result.js";
import type { Dataset } from "../dataset/dataset.js";
import { trustCodes } from "../study/study.js";

/** A count over the whole study, not of one Trust. */
export interface Counted {
  /** Id without its last part, `/pooled`. */
  readonly id: string;
  readonly label: string;
  /** `quality` for what tells of people, rounded and held back by the gate; `files` for what tells of none. */
  readonly measure: "quality" | "files";
  readonly item: string;
  readonly level: string;
  /** What was counted: `count`, `answers`, `files` ... */
  readonly unit: string;
  readonly estimate: number;
  /** What it is counted among. */
  readonly of: number;
  /** People that the count tells of, for the gate. */
  readonly people: number;
  readonly reference: string;
}

/** A count as a result: of all there are, so without an interval. */
export function countedResult(
  dataset: Dataset,
  { id, label, measure, item, level, unit, estimate, of, people, reference }: Counted,
): Estimate {
  return {
    kind: "estimate",
    id: `${id}/pooled`,
    label,
    subject: { measure, item, level, trusts: trustCodes(dataset.study), sensitivity: "service" },
    unit,
    method: "count",
    reference,
    estimate,
    interval: null,
    noInterval: "a count of all, not a sample",
    n: of,
    missing: {},
    settings: { people },
    source: { files: dataset.filesOf(null), columns: [] },
    cautions: [],
  };
}

/** People who answered the wave that most answered. */
export function mostAtAWave({ study, responses }: Dataset): number {
  return Math.max(0, ...study.waves.map(({ id }) => responses.filter(({ wave }) => wave === id).length));
}
