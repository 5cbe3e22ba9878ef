import type { Result } from "../core/result.js";
import type { Relation } from "../core/relation.js";
import { variablesOf } from "../study/study.js";
import { bandId, bandResults, pooledOf } from "./categories.js";
import type { Band } from "./categories.js";
import type { Metric } from "./metric.js";
import { clusteredReference } from "./proportion.js";
import { slicesWithSubgroups } from "./slice.js";

/** Practical set-up achieved: somewhere to live, a bank account, a GP, council tax, transport. */
export const setup: Metric = {
  id: "setup",
  label: "Practical set-up",
  about: "The share of IMGs who had each practical matter settled when asked, of those for whom it applied.",
  reference: clusteredReference,
  compute(input) {
    const results: Result[] = [];
    const relations: Relation[] = [];
    const slices = slicesWithSubgroups(input);
    for (const variable of variablesOf(input.dataset.study, "setup")) {
      const best = variable.categories.at(-1);
      if (!best) continue;
      const band: Band = { id: "done", label: "settled", codes: [best.code] };
      for (const wave of variable.waves) {
        for (const slice of slices)
          results.push(...bandResults(input, slice, variable, wave, "setup", [band]));
        relations.push(...pooledOf(slices, (slice) => bandId("setup", variable, wave, band, slice)));
      }
    }
    return { results, relations, ladders: [] };
  },
};
