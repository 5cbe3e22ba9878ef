import type { Relation } from "../core/relation.js";
import type { Result } from "../core/result.js";
import type { Dataset } from "../dataset/dataset.js";
import { variablesOf } from "../study/study.js";
import type { Variable } from "../study/variable.js";
import { topTwo } from "./categories.js";
import { coverageId, receivedBands } from "./coverage.js";
import { gather, giveCode, respondents, sharesOf } from "./gather.js";
import type { Metric } from "./metric.js";
import { clusteredReference, proportionResult } from "./proportion.js";
import { slicesWithSubgroups, whose } from "./slice.js";
import type { Slice } from "./slice.js";

/** What was provided against how useful it was found, asked only of those who received it. */
export const gap: Metric = {
  id: "gap",
  label: "Provided against useful",
  about:
    "For each component, the share of IMGs who received it at least in part; and, of those, the share who gave one of the two best ratings of its usefulness. People who did not receive it are not asked.",
  reference: clusteredReference,
  compute(input) {
    const { dataset } = input;
    const { study } = dataset;
    const results: Result[] = [];
    const relations: Relation[] = [];
    for (const useful of variablesOf(study, "useful")) {
      const received = study.variables.find(
        (one) => one.role === "received" && one.component === useful.component,
      );
      const wave = useful.waves.at(-1);
      if (!received || !wave) continue;
      const none = receivedBands(received)[0];
      const best = topTwo(useful).codes;
      for (const slice of slicesWithSubgroups(input)) {
        const people = respondents(dataset, slice, wave);
        const sides = [
          {
            level: "provided",
            label: "received",
            variable: received,
            meets: (code: number) => !none?.codes.includes(code),
          },
          {
            level: "useful",
            label: "found useful",
            variable: useful,
            meets: (code: number) => best.includes(code),
          },
        ];
        const idOf = (level: string) => `gap/${useful.component!.toLowerCase()}/${level}/${slice.id}`;
        if (none && received.waves.includes(wave)) {
          const parts = [idOf("provided"), coverageId(received, wave, none, slice)];
          relations.push({ kind: "complement", parts });
        }
        if (everyFormAsks(dataset, slice, wave, received))
          relations.push({ kind: "asked", asked: idOf("useful"), of: idOf("provided") });
        for (const side of sides) {
          const given = gather(slice, people, giveCode(dataset, side.variable.name));
          results.push(
            proportionResult({
              id: idOf(side.level),
              label: `${received.label}: ${side.label}, ${slice.name}`,
              subject: {
                measure: "gap",
                item: useful.component!,
                ...whose(slice),
                wave,
                level: side.level,
                sensitivity: side.variable.sensitivity,
              },
              shares: sharesOf(given, side.meets),
              clusters: slice.clusters,
              level: study.confidence_level,
              missing: given.missing,
              source: { files: dataset.filesOf(wave), columns: [side.variable.name] },
            }),
          );
        }
      }
    }
    return { results, relations, ladders: [] };
  },
};

/**
 * Whether every form of the Trusts of a slice asked a question: a fact of the forms, whatever anybody answered. Where one did
 * not ask who received something, whoever filled it in may have been asked how useful it was all the same.
 */
function everyFormAsks(dataset: Dataset, { trusts }: Slice, wave: string, { name }: Variable): boolean {
  return trusts.every((trust) =>
    dataset.responsesOf(trust, wave).every((response) => {
      const answer = dataset.answer(response, name);
      return !(answer.kind === "missing" && answer.reason === "not asked");
    }),
  );
}
