import type { Result } from "../core/result.js";
import type { Metric } from "./metric.js";

/** Published figures for context, never tested against. */
export const benchmarks: Metric = {
  id: "benchmarks",
  label: "Published figures for context",
  about:
    "Figures that other studies printed, with their number of people, year and source. Other people, other years and other wording: for context, never a comparison group.",
  reference: "as printed by each study",
  compute(input) {
    const results = input.dataset.study.benchmarks.map((one): Result => ({
      kind: "estimate",
      id: `benchmark/${one.id}`,
      label: one.label,
      subject: { measure: "benchmark", item: one.id, level: one.aim, trusts: [], sensitivity: "service" },
      unit: "proportion",
      method: `as printed: ${one.study}, ${one.year}`,
      reference: one.link,
      estimate: one.value,
      interval: null,
      noInterval: "a published figure, quoted as printed",
      n: one.n,
      missing: {},
      settings: { year: one.year },
      source: { files: [], columns: [] },
      cautions: one.note ? [one.note] : [],
    }));
    return { results, relations: [], ladders: [] };
  },
};
