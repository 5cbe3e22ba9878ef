import type { SurveyAnswers } from "../../ingest/answers.js";
import type { Variable } from "../../study/variable.js";
import type { Finding } from "../finding.js";
import { variablesOfStudy } from "../looked-at.js";
import type { Rule } from "../rule.js";

/** Share of the most favourable answer from which the results speak of a ceiling too. */
const ceilingShare = 0.8;
/** Among fewer people a share of 80 % is no more than a few. */
const fewest = 10;

/**
 * Rated questions to which at least 80 % of a wave gave the most favourable answer. They can hardly rise: at the
 * earlier wave of a comparison they say little about change. True and harmless, so a note.
 *
 * Source: Terwee et al. 2007, J Clin Epidemiol 60:34-42 (floor and ceiling effects; for whole scales they name 15 %,
 * which single items of five answers pass as a rule).
 */
export const ceiling: Rule = {
  id: "ceiling",
  label: "a question that nearly all gave the best answer to",
  severity: "note",
  looksAt: variablesOfStudy,
  check: ({ study, surveys }) =>
    study.waves.flatMap((wave) => {
      const files = surveys.filter((survey) => survey.wave === wave.id);
      const earlier = study.comparisons.filter((comparison) => comparison.from === wave.id);
      return study.variables
        .filter(
          ({ role, type }) =>
            (role === "item" || role === "outcome" || role === "useful") && type === "single",
        )
        .flatMap((variable): readonly Finding[] => {
          const { best, of } = countBest(files, variable);
          if (of < fewest || best < of * ceilingShare) return [];
          const compared = earlier.some((comparison) => comparison.scale === variable.scale);
          const share = Math.floor((best / of) * 100);
          return [
            {
              rule: "ceiling",
              code: "ceiling",
              severity: "note",
              at: { file: "codebook.csv", column: variable.name },
              message: `${variable.name}: ${share}% of ${of} gave the best answer at ${wave.id}; it can hardly rise${compared ? " from there, and says little about change" : ""}`,
              expected: "answers that tell people apart",
              found: `${best} of ${of}`,
              fix: "nothing to do; read its results with this in mind",
              wave: wave.id,
            },
          ];
        });
    }),
};

function countBest(
  files: readonly SurveyAnswers[],
  variable: Variable,
): { readonly best: number; readonly of: number } {
  const top = variable.reverse ? variable.categories[0]?.code : variable.categories.at(-1)?.code;
  const count = { best: 0, of: 0 };
  for (const { answers } of files) {
    for (const answer of answers.get(variable.name) ?? []) {
      if (answer.kind !== "number") continue;
      count.of += 1;
      if (answer.value === top) count.best += 1;
    }
  }
  return count;
}
