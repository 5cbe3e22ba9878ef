import type { Answer } from "../study/answer.js";
import type { Variable } from "../study/variable.js";
import type { Score } from "./dataset.js";

/**
 * An item's code turned so that more is better: low + high - code for reverse-keyed items.
 *
 * @returns the turned code, or null for an answer without one
 */
export function keyedCode(variable: Variable, answer: Answer): number | null {
  if (answer.kind !== "number") return null;
  if (!variable.reverse) return answer.value;
  const [low, high] = codeRange(variable);
  return low + high - answer.value;
}

/**
 * Where an item's answer stands between its least and its most favourable code, from 0 to 100.
 *
 * @returns null for an answer without a code
 */
export function itemPosition(variable: Variable, answer: Answer): number | null {
  const code = keyedCode(variable, answer);
  if (code === null) return null;
  const [low, high] = codeRange(variable);
  return (100 * (code - low)) / (high - low);
}

/** Lowest and highest code of a variable with categories. */
export function codeRange(variable: Variable): readonly [number, number] {
  const codes = variable.categories.map((category) => category.code);
  return [Math.min(...codes), Math.max(...codes)];
}

/**
 * Score a scale from 0 to 100: each item answered is placed on 0 to 100 by its own lowest and highest code, and the
 * mean is taken. There is a score when the share of items answered, of those the form asked, reaches the minimum;
 * the mean of the items answered then stands for the rest (the half rule when the minimum is 0.5).
 *
 * Source: Fayers et al., EORTC QLQ-C30 Scoring Manual, 3rd ed., 2001 (linear 0-100 transform and half rule).
 *
 * @param minimumAnswered share of the items asked, 0 to 1
 */
export function scoreScale(
  items: readonly Variable[],
  answers: readonly Answer[],
  minimumAnswered: number,
): Score {
  const asked = answers.filter(
    (answer) => !(answer.kind === "missing" && answer.reason === "not asked"),
  ).length;
  if (asked === 0) return { kind: "missing", reason: "not asked" };
  let sum = 0;
  let answered = 0;
  items.forEach((item, index) => {
    const position = itemPosition(item, answers[index]!);
    if (position === null) return;
    sum += position;
    answered += 1;
  });
  if (answered === 0 || answered < minimumAnswered * asked) return { kind: "missing", reason: "blank" };
  return { kind: "score", value: sum / answered, answered, asked };
}
