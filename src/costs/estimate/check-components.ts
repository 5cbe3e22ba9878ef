import { programmeComponent } from "./assumptions.js";
import { choice, type InputIssue } from "./check-value.js";
import { selfAssessmentAnswers, type EstimateInputs } from "./inputs.js";
import type { EstimateData } from "./estimate-data.js";

/** What will not do in the components ticked and in the self-assessment, which must answer for every component. */
export function checkComponents(inputs: EstimateInputs, { components }: EstimateData): readonly InputIssue[] {
  const known = [...components.map(({ id }) => id), programmeComponent];
  const unknown = (field: string, ids: readonly string[]) =>
    ids
      .filter((id) => !known.includes(id))
      .map((id) => ({
        field,
        label: "component",
        expected: "the id of an induction component",
        found: `"${id}"`,
        fix: `use ids such as ${known[0]}; ${programmeComponent} is running the whole`,
      }));
  const { selfAssessment } = inputs;
  const none =
    inputs.components.length === 0 && selfAssessment === null
      ? [
          {
            field: "components",
            label: "components",
            expected: "at least one component",
            found: "none",
            fix: "tick what is provided",
          },
        ]
      : [];
  if (selfAssessment === null) return [...none, ...unknown("components", inputs.components)];
  return [
    ...unknown("components", inputs.components),
    ...unknown("selfAssessment", Object.keys(selfAssessment)),
    ...Object.entries(selfAssessment).flatMap(([id, answer]) =>
      choice(`selfAssessment.${id}`, `self-assessment of ${id}`, answer, selfAssessmentAnswers),
    ),
    ...known
      .filter((id) => selfAssessment[id] === undefined)
      .map((id) => ({
        field: `selfAssessment.${id}`,
        label: `self-assessment of ${id}`,
        expected: "yes, partly or no",
        found: "no answer",
        fix: "answer for every component, so that no gap is missed",
      })),
  ];
}
