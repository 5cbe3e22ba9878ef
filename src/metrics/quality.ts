import { missingReasons } from "../core/missing.js";
import type { Result } from "../core/result.js";
import { slug } from "../core/result.js";
import { tellsPlace } from "../study/place-names.js";
import { countedResult, mostAtAWave } from "./counted.js";
import { sumBy } from "./sum-by.js";
import type { Metric } from "./metric.js";

const reference =
  "von Elm et al. 2007, PLoS Med 4:e296 (STROBE items 12c and 13: missing data, reasons for leaving out)";

/** What was left out and what is missing, counted by reason over all Trusts. */
export const quality: Metric = {
  id: "quality",
  label: "Left out and missing",
  about: "Responses left out before analysis, by reason; and answers missing, by reason, at each wave.",
  reference,
  compute({ dataset }) {
    const { study } = dataset;
    const most = mostAtAWave(dataset);
    const leftOut = sumBy(
      dataset.leftOut,
      (one) => one.reason,
      (one) => one.count,
    );
    // Of the responses kept, which are told anyway: kept and left out together, rounded, would narrow what was left out.
    const results: Result[] = [...leftOut].map(([reason, total]) =>
      countedResult(dataset, {
        id: `quality/left-out/${slug(reason)}`,
        label: `responses left out: ${reason}`,
        measure: "quality",
        item: "left-out",
        level: reason,
        unit: "count",
        estimate: total,
        of: dataset.responses.length,
        people: most,
        reference,
      }),
    );
    for (const wave of study.waves) {
      const asked = study.variables.filter(
        (one) => one.waves.includes(wave.id) && one.role !== "text" && !tellsPlace(one),
      );
      const responses = dataset.responses.filter((response) => response.wave === wave.id);
      const answers = responses.flatMap((response) =>
        asked.map((variable) => dataset.answer(response, variable.name)),
      );
      for (const reason of missingReasons) {
        const missing = answers.filter(
          (answer) => answer.kind === "missing" && answer.reason === reason,
        ).length;
        if (missing === 0) continue;
        results.push(
          countedResult(dataset, {
            id: `quality/missing/${wave.id}/${slug(reason)}`,
            label: `answers missing, ${wave.label}: ${reason}`,
            measure: "quality",
            item: "missing",
            level: reason,
            unit: "count",
            estimate: missing,
            of: answers.length,
            people: responses.length,
            reference,
          }),
        );
      }
    }
    return { results, relations: [], ladders: [] };
  },
};
