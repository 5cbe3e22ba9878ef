import type { Grain, Grouping } from "../core/relation.js";
import { inSentence } from "../core/words.js";
import { nameTrusts } from "../study/study.js";
import type { Study } from "../study/study.js";
import type { ChosenRung } from "./rungs.js";

/** How people and answers were joined, for the report. */
export interface GrainShown {
  /** Groups of Trusts shown together: "Trusts A and B". */
  readonly joined: readonly string[];
  /** Levels of subgroups shown together: "Grade: registrar level and specialty doctor". */
  readonly joinedLevels: readonly string[];
  /** Labels of subgroups of which nothing is shown, since all but one level would have too few people. */
  readonly unsplit: readonly string[];
  readonly answers: readonly AnswersShown[];
}

/** How finely the answers to some questions are shown: over all Trusts, by Trust, or by a subgroup. */
export interface AnswersShown {
  /** `all Trusts`, `Trust`, or the label of a subgroup: "Grade". */
  readonly by: string;
  readonly grain: Grain;
  /** How many questions; one asked in two surveys counts twice. */
  readonly questions: number;
}

/** What a release joins, in words and counts. */
export function grainShown(
  { groups, levels = [] }: Grouping,
  rungs: readonly ChosenRung[],
  study: Study,
): GrainShown {
  const labelOf = (by: string) => study.variables.find(({ name }) => name === by)?.label ?? by;
  const kinds = new Map<string, AnswersShown>();
  for (const { by, grain } of rungs) {
    const key = `${by}\n${grain}`;
    kinds.set(key, { by: labelOf(by), grain, questions: (kinds.get(key)?.questions ?? 0) + 1 });
  }
  return {
    joined: groups.filter((group) => group.length > 1).map((group) => nameTrusts(study, group)),
    joinedLevels: levels.flatMap(({ variable, levels: shown }) =>
      shown
        .filter(({ codes }) => codes.length > 1)
        .map(({ label }) => `${labelOf(variable)}: ${inSentence(label)}`),
    ),
    unsplit: levels.filter((one) => one.levels.length === 0).map(({ variable }) => labelOf(variable)),
    answers: [...kinds.values()],
  };
}
