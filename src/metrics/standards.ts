import type { Relation } from "../core/relation.js";
import type { Result } from "../core/result.js";
import type { Response } from "../dataset/dataset.js";
import { whyMissing } from "../study/answer.js";
import type { Standard } from "../study/study.js";
import type { Variable } from "../study/variable.js";
import { pooledOf } from "./categories.js";
import { coverageId, receivedBands } from "./coverage.js";
import { gather, respondents, sharesOf } from "./gather.js";
import type { Given } from "./gather.js";
import type { Metric, MetricInput } from "./metric.js";
import { clusteredReference, proportionResult } from "./proportion.js";
import { slicesWithSubgroups, whose } from "./slice.js";

/** The share of IMGs for whom each standard that the study declares was met. */
export const standards: Metric = {
  id: "standards",
  label: "Standards met",
  about:
    "The share of IMGs whose answers meet each standard. The thresholds are the study's own choice and are declared in study.yaml with their basis.",
  reference: clusteredReference,
  compute(input) {
    const results: Result[] = [];
    const relations: Relation[] = [];
    const slices = slicesWithSubgroups(input);
    for (const standard of input.dataset.study.standards) {
      const measured = measure(input, standard);
      if (!measured) continue;
      for (const slice of slices) {
        const people = respondents(input.dataset, slice, measured.wave);
        const given = gather(slice, people, measured.give);
        const id = `standard/${standard.id}/${slice.id}`;
        const inFull = "component" in standard ? receivedBands(measured.variable).at(-1) : undefined;
        if (inFull) {
          const ids = [coverageId(measured.variable, measured.wave, inFull, slice), id];
          relations.push({ kind: "equal", ids });
        }
        results.push(
          proportionResult({
            id,
            label: `${standard.label}, ${slice.name}`,
            subject: {
              measure: "standard",
              item: standard.id,
              ...whose(slice),
              wave: measured.wave,
              sensitivity: measured.variable.sensitivity,
            },
            shares: sharesOf(given, (met) => met),
            clusters: slice.clusters,
            level: input.dataset.study.confidence_level,
            missing: given.missing,
            source: { files: input.dataset.filesOf(measured.wave), columns: [measured.variable.name] },
          }),
        );
      }
      relations.push(...pooledOf(slices, (slice) => `standard/${standard.id}/${slice.id}`));
    }
    return { results, relations, ladders: [] };
  },
};

interface Measured {
  readonly variable: Variable;
  readonly wave: string;
  readonly give: (response: Response) => Given<boolean>;
}

function measure({ dataset }: MetricInput, standard: Standard): Measured | null {
  const { variables } = dataset.study;
  const variable =
    "variable" in standard
      ? variables.find((one) => one.name === standard.variable)
      : variables.find((one) => one.role === "received" && one.component === standard.component);
  const wave = variable?.waves.at(-1);
  if (!variable || !wave) return null;
  if ("component" in standard) {
    const best = variable.categories.at(-1)?.code;
    return { variable, wave, give: (response) => giveAnswer(response, (value) => value === best) };
  }
  if (variable.role === "milestone") {
    const limit = standard.at_most ?? Infinity;
    return { variable, wave, give: (response) => giveMilestone(response, limit) };
  }
  const within = (value: number) =>
    value >= (standard.at_least ?? -Infinity) && value <= (standard.at_most ?? Infinity);
  return { variable, wave, give: (response) => giveAnswer(response, within) };

  function giveAnswer(response: Response, met: (value: number) => boolean): Given<boolean> {
    const answer = dataset.answer(response, variable!.name);
    if (answer.kind === "number") return { kind: "value", value: met(answer.value) };
    return { kind: "missing", reason: whyMissing(answer) ?? "blank" };
  }

  function giveMilestone(response: Response, limit: number): Given<boolean> {
    const duration = dataset.duration(response, variable!.name);
    if (duration.kind === "missing") return duration;
    if (duration.reached) return { kind: "value", value: duration.time <= limit };
    return duration.time >= limit
      ? { kind: "value", value: false }
      : { kind: "missing", reason: "too early to tell" };
  }
}
