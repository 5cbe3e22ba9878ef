import type { Category, Variable } from "../study/variable.js";
import { headingsOf } from "./headings.js";

/** One question of the synthetic questionnaire: a codebook row, and where it stands on the form. */
export interface Question extends Variable {
  /** Number on every form, such as `Q5_1`. */
  readonly number: string;
  /** What stands above a block of statements; empty for a question that stands alone. */
  readonly stem: string;
  /** The statement inside such a block; empty for a question that stands alone. */
  readonly statement: string;
}

/** What a question must say of itself; the rest has a usual value. */
export type Draft = Partial<Omit<Question, "headings">> &
  Pick<Question, "name" | "number" | "question" | "label" | "role" | "type">;

/** Words for a missing answer, and the numbers that stand for them in numeric exports. */
export const missingWords = {
  dontKnow: ["Don't know", "98"],
  notApplicable: ["Not applicable", "N/A", "99"],
  preferNot: ["Prefer not to say", "97"],
} as const;

const usual: Omit<
  Question,
  keyof Pick<Question, "name" | "number" | "question" | "label" | "role" | "type"> | "headings"
> = {
  stem: "",
  statement: "",
  waves: ["month3"],
  scale: null,
  reverse: false,
  component: null,
  categories: [],
  minimum: null,
  maximum: null,
  missing: {},
  notYet: [],
  sensitivity: "opinion",
  required: false,
};

/** A question with its usual values filled in, and every heading under which the exports show it. */
export function completeQuestion(draft: Draft): Question {
  const question = { ...usual, ...draft };
  return { ...question, headings: headingsOf(question) };
}

/** Answers in order, numbered from `first`. */
export function lowestFirst(first: number, labels: readonly string[]): readonly Category[] {
  return labels.map((label, index) => ({ code: first + index, label }));
}
