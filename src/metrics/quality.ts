import { missingReasons } from "../core/missing.js";
import type { Estimate, Result } from "../core/result.js";
import { slug } from "../core/result.js";
import { tellsPlace } from "../study/place-names.js";
import { trustCodes } from "../study/study.js";
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
    const peopleAt = (wave: string) => dataset.responses.filter((response) => response.wave === wave).length;
    const most = Math.max(0, ...study.waves.map((wave) => peopleAt(wave.id)));
    const count = (
      id: string,
      label: string,
      estimate: number,
      of: number,
      level: string,
      people: number,
    ): Estimate => ({
      kind: "estimate",
      id: `quality/${id}/pooled`,
      label,
      subject: {
        measure: "quality",
        item: id.split("/")[0]!,
        level,
        trusts: trustCodes(study),
        sensitivity: "service",
      },
      unit: "count",
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
    });
    const leftOut = sumBy(
      dataset.leftOut,
      (one) => one.reason,
      (one) => one.count,
    );
    const results: Result[] = [...leftOut].map(([reason, total]) =>
      count(
        `left-out/${slug(reason)}`,
        `responses left out: ${reason}`,
        total,
        dataset.responses.length + total,
        reason,
        most,
      ),
    );
    for (const wave of study.waves) {
      const asked = study.variables.filter(
        (one) => one.waves.includes(wave.id) && one.role !== "text" && !tellsPlace(one),
      );
      const answers = dataset.responses
        .filter((response) => response.wave === wave.id)
        .flatMap((response) => asked.map((variable) => dataset.answer(response, variable.name)));
      for (const reason of missingReasons) {
        const missing = answers.filter(
          (answer) => answer.kind === "missing" && answer.reason === reason,
        ).length;
        if (missing === 0) continue;
        const id = `missing/${wave.id}/${slug(reason)}`;
        const label = `answers missing, ${wave.label}: ${reason}`;
        results.push(count(id, label, missing, answers.length, reason, peopleAt(wave.id)));
      }
    }
    return { results, relations: [], ladders: [] };
  },
};
