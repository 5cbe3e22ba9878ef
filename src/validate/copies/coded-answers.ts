import type { SurveyAnswers } from "../../ingest/answers.js";
import type { Answer } from "../../study/answer.js";
import type { Study } from "../../study/study.js";
import type { Variable } from "../../study/variable.js";

/** Answers that one person's other answers foretell are judged together: items of a scale, ratings, things received. */
type Family = string | null;

/** One question over all people: equal numbers are equal answers, -1 is a missing one. */
export interface CodedQuestion {
  readonly variable: Variable;
  readonly family: Family;
  readonly values: Int32Array;
  /** By number of the answer: where it stands from the lowest category, 0, to the highest, 1; null for other questions. */
  readonly positions: readonly number[] | null;
  /** How many different answers were given. */
  readonly different: number;
}

/** The people of one wave, file by file, and what they answered. */
export interface CodedAnswers {
  readonly people: readonly { readonly survey: SurveyAnswers; readonly row: number }[];
  readonly questions: readonly CodedQuestion[];
}

/** Number the answers of some survey files question by question, link codes left out. */
export function codeAnswers(study: Study, surveys: readonly SurveyAnswers[]): CodedAnswers {
  const people = surveys.flatMap((survey) => survey.table.rows.map((_, row) => ({ survey, row })));
  const questions = study.variables
    .filter(({ name, role }) => role !== "link" && surveys.some(({ matching }) => matching.matched.has(name)))
    .map((variable) => codeQuestion(variable, surveys, people.length));
  return { people, questions: questions.filter((question) => question.different > 1) };
}

function codeQuestion(variable: Variable, surveys: readonly SurveyAnswers[], people: number): CodedQuestion {
  const values = new Int32Array(people).fill(-1);
  const numbers = new Map<string | number, number>();
  let person = 0;
  for (const { answers, table } of surveys) {
    const given = answers.get(variable.name);
    for (let row = 0; row < table.rows.length; row += 1) {
      const key = keyOf(given?.[row]);
      if (key !== null) {
        const known = numbers.get(key) ?? numbers.size;
        if (known === numbers.size) numbers.set(key, known);
        values[person] = known;
      }
      person += 1;
    }
  }
  const family = familyOf(variable);
  return {
    variable,
    family,
    values,
    positions: family === null ? null : [...numbers.keys()].map((key) => positionOf(variable, key)),
    different: numbers.size,
  };
}

function keyOf(answer: Answer | undefined): string | number | null {
  if (answer?.kind === "number" || answer?.kind === "day") return answer.value;
  if (answer?.kind === "text") return answer.value;
  if (answer?.kind === "chosen") return answer.codes.join(",");
  return answer?.kind === "not-yet" ? "not yet" : null;
}

function familyOf({ role, scale, categories }: Variable): Family {
  if (categories.length < 2) return null;
  if (role === "item") return `scale ${scale}`;
  if (role === "useful" || role === "outcome") return "ratings";
  return role === "received" || role === "setup" ? "received" : null;
}

function positionOf({ categories, reverse }: Variable, key: string | number): number {
  const place = categories.findIndex((category) => category.code === key) / (categories.length - 1);
  return reverse ? 1 - place : place;
}
