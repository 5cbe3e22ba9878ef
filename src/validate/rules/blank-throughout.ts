import type { SurveyFile } from "../../ingest/answers.js";
import type { Study } from "../../study/study.js";
import type { Variable } from "../../study/variable.js";
import type { Finding } from "../finding.js";
import { variablesAsked } from "../looked-at.js";
import type { Rule } from "../rule.js";
import { placeOf, sliceOf } from "../rule.js";

/** A form of fewer people tells nothing: a question that one in two leaves out is left out by all of five by chance (3 %). */
const fewest = 5;

/**
 * Questions whose column stands in a file while not one of its people answered: a question that the form hid, or whose
 * answers were lost on export. Free text is left alone, and so is how useful a part of the induction was where nobody
 * received it.
 */
export const blankThroughout: Rule = {
  id: "blank-throughout",
  label: "a question that nobody in a Trust answered",
  severity: "warning",
  looksAt: variablesAsked,
  check: ({ study, surveys }) =>
    surveys.flatMap((survey) =>
      study.variables
        .filter((variable) => variable.role !== "text" && isBlankThroughout(survey, variable))
        .filter((variable) => wasReceived(study, survey, variable))
        .map((variable): Finding => {
          const columns = survey.matching.matched.get(variable.name);
          const rows = survey.table.rows.length;
          return {
            rule: "blank-throughout",
            code: "blank-throughout",
            severity: "warning",
            at: placeOf(survey.table, null, columns?.kind === "one" ? columns.column : null),
            message: `${variable.name}: the file holds this question, and all ${rows} respondents left it blank`,
            expected: "an answer from somebody",
            found: `${rows} blank`,
            fix: "if the form did not show the question, list it under not_asked of this source; else export the answers again",
            ...sliceOf(survey),
          };
        }),
    ),
};

/** Whether a file of at least five people holds the question and not one answer to it. */
export function isBlankThroughout({ table, matching, answers }: SurveyFile, variable: Variable): boolean {
  if (table.rows.length < fewest || !matching.matched.has(variable.name)) return false;
  const given = answers.get(variable.name) ?? [];
  return given.every((answer) => answer.kind === "missing" && answer.reason === "blank");
}

function wasReceived(study: Study, { answers }: SurveyFile, variable: Variable): boolean {
  if (variable.role !== "useful") return true;
  const received = study.variables.find(
    (each) => each.role === "received" && each.component === variable.component,
  );
  const none = received?.categories[0]?.code;
  return (answers.get(received?.name ?? "") ?? []).some(
    (answer) => answer.kind === "number" && answer.value !== none,
  );
}
