import type { Result } from "../core/result.js";
import { slug } from "../core/result.js";
import { whyMissing } from "../study/answer.js";
import { variablesOf } from "../study/study.js";
import { gather, respondents, sharesOf } from "./gather.js";
import type { Given } from "./gather.js";
import type { Metric } from "./metric.js";
import { clusteredReference, proportionResult } from "./proportion.js";
import { slicesWithSubgroups, whose } from "./slice.js";

/** Tick-all-that-apply questions: the share who ticked each answer. */
export const choices: Metric = {
  id: "choices",
  label: "Tick all that apply",
  about:
    "The share of people who ticked each answer, of those who ticked any. Shares add up to more than 100%.",
  reference: clusteredReference,
  compute(input) {
    const { dataset } = input;
    const results: Result[] = [];
    for (const variable of variablesOf(dataset.study, "choice")) {
      for (const wave of variable.waves) {
        for (const slice of slicesWithSubgroups(input)) {
          const given = gather(
            slice,
            respondents(dataset, slice, wave),
            (response): Given<readonly number[]> => {
              const answer = dataset.answer(response, variable.name);
              if (answer.kind === "chosen") return { kind: "value", value: answer.codes };
              return { kind: "missing", reason: whyMissing(answer) ?? "blank" };
            },
          );
          for (const category of variable.categories) {
            results.push(
              proportionResult({
                id: `choice/${slug(variable.name)}/${wave}/${category.code}/${slice.id}`,
                label: `${variable.label}: ${category.label}, ${slice.name}`,
                subject: {
                  measure: "choice",
                  item: variable.name,
                  ...whose(slice),
                  wave,
                  level: String(category.code),
                  sensitivity: variable.sensitivity,
                },
                shares: sharesOf(given, (codes) => codes.includes(category.code)),
                clusters: slice.clusters,
                level: dataset.study.confidence_level,
                missing: given.missing,
                source: { files: dataset.filesOf(wave), columns: [variable.name] },
              }),
            );
          }
        }
      }
    }
    return { results, relations: [], ladders: [] };
  },
};
