import { createHash } from "node:crypto";
import { writeDay } from "../../src/core/day.js";
import type { SurveyFile } from "../../src/ingest/answers.js";
import type { Answer } from "../../src/study/answer.js";
import type { Variable } from "../../src/study/variable.js";

/** One answer whatever platform it came from, short enough to be written by hand. Null is a blank. */
export type CanonicalAnswer =
  | number
  | string
  | readonly number[]
  | { readonly day: string }
  | { readonly missing: string }
  | "(not yet)"
  | "(invalid)"
  | null;

/** Answers by variable in codebook order, each a row in file order. Positions and the platform's own columns are left out. */
export function canonicalAnswers(
  variables: readonly Variable[],
  { answers }: SurveyFile,
): Readonly<Record<string, readonly CanonicalAnswer[]>> {
  return Object.fromEntries(variables.map(({ name }) => [name, answers.get(name)!.map(canonical)]));
}

/** SHA-256 of canonical answers. */
export function digest(answers: Readonly<Record<string, readonly CanonicalAnswer[]>>): string {
  return createHash("sha256")
    .update(JSON.stringify(Object.entries(answers)))
    .digest("hex");
}

function canonical(answer: Answer): CanonicalAnswer {
  switch (answer.kind) {
    case "number":
    case "text":
      return answer.value;
    case "day":
      return { day: writeDay(answer.value) };
    case "chosen":
      return answer.codes;
    case "not-yet":
      return "(not yet)";
    case "invalid":
      return "(invalid)";
    case "missing":
      return answer.reason === "blank" ? null : { missing: answer.reason };
  }
}
