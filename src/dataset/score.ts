import { commonestReason } from "../core/missing.js";
import type { MissingReason } from "../core/missing.js";
import { percentOfRange, proratedMean } from "../stats/likert/scale-scores.js";
import { whyMissing } from "../study/answer.js";
import type { Answer } from "../study/answer.js";
import type { Variable } from "../study/variable.js";
import type { Score } from "./dataset.js";

/**
 * Where an item's answer stands between its least and its most favourable code, from 0 to 100.
 *
 * @returns null for an answer without a code
 */
export function itemPosition(variable: Variable, answer: Answer): number | null {
  if (answer.kind !== "number") return null;
  const codes = variable.categories.map((category) => category.code);
  return percentOfRange(answer.value, {
    lowest: Math.min(...codes),
    highest: Math.max(...codes),
    isReversed: variable.reverse,
  });
}

/**
 * Score a scale from 0 to 100: each item answered is placed on 0 to 100 by its own lowest and highest code, and the
 * mean is taken. There is a score when the share of items answered, of those the form asked, reaches the minimum;
 * the mean of the items answered then stands for the rest (the half rule when the minimum is 0.5). Without a score the
 * reason is the commonest among the items asked and not answered.
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
  const asked = items
    .map((item, index) => ({ item, answer: answers[index]! }))
    .filter(({ answer }) => !(answer.kind === "missing" && answer.reason === "not asked"));
  if (asked.length === 0) return { kind: "missing", reason: "not asked" };
  const positions = asked.map(({ item, answer }) => itemPosition(item, answer));
  const value = proratedMean(positions, minimumAnswered);
  if (value === null) return { kind: "missing", reason: whyNoScore(asked.map(({ answer }) => answer)) };
  const answered = positions.filter((position) => position !== null).length;
  return { kind: "score", value, answered, asked: asked.length };
}

/** Why the answers to the items asked give no score: the commonest reason among those that are missing. */
export function whyNoScore(answers: readonly Answer[]): MissingReason {
  return commonestReason(answers.flatMap((answer) => whyMissing(answer) ?? []));
}
