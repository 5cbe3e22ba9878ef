import { argumentError } from "../argument-error.js";
import { probabilityBelowUpperLimit } from "../confidence-level.js";
import { fQuantile } from "../distributions/f-distribution.js";
import { standardDeviation } from "../means/summary.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";

/** Cronbach's alpha with Feldt's interval. */
export interface AlphaInterval {
  readonly kind: "alpha";
  /** At most 1; below 0 when items disagree. */
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** Respondents. */
  readonly n: number;
  readonly items: number;
  readonly method: "Cronbach alpha, Feldt interval";
}

/**
 * Cronbach's alpha with Feldt's interval.
 *
 * @param answers one row per respondent, one column per item, already scored in one direction; complete
 * respondents only, the caller drops and counts the others
 * @param level confidence level, strictly between 0 and 1
 * @returns alpha and its interval; unavailable when every respondent has the same total
 * @throws RangeError when there are fewer than 2 respondents or items, a row has another length, or the level is
 * outside its range
 * @see Cronbach (1951) Psychometrika 16:297-334; Feldt (1965) Psychometrika 30:357-370
 * @example
 * cronbachAlpha([[4, 5, 4], [3, 3, 2], [5, 5, 5], [2, 2, 3]]) // => { kind: "alpha", estimate: 0.93854749, low: 0.59448724, high: 0.99582941 }
 */
export function cronbachAlpha(
  answers: readonly (readonly number[])[],
  level = 0.95,
): AlphaInterval | Unavailable {
  const n = answers.length;
  const items = answers[0]?.length ?? 0;
  checkAnswers(answers, items);
  const probability = probabilityBelowUpperLimit(level, "cronbachAlpha");
  const totals = answers.map((row) => row.reduce((sum, answer) => sum + answer, 0));
  if (totals.every((total) => total === totals[0])) return unavailable("every respondent has the same total");
  const itemVariances = Array.from({ length: items }, (_, item) =>
    variance(answers.map((row) => row[item] as number)),
  );
  const itemVariance = itemVariances.reduce((sum, each) => sum + each, 0);
  const estimate = (items / (items - 1)) * (1 - itemVariance / variance(totals));
  const [respondentDf, residualDf] = [n - 1, (n - 1) * (items - 1)];
  return {
    kind: "alpha",
    estimate,
    low: 1 - (1 - estimate) * fQuantile(probability, respondentDf, residualDf),
    high: 1 - (1 - estimate) * fQuantile(1 - probability, respondentDf, residualDf),
    n,
    items,
    method: "Cronbach alpha, Feldt interval",
  };
}

function variance(values: readonly number[]): number {
  return standardDeviation(values) ** 2;
}

function checkAnswers(answers: readonly (readonly number[])[], items: number): void {
  if (answers.length < 2) throw argumentError("cronbachAlpha: answers", "at least 2 rows", answers.length);
  if (items < 2) throw argumentError("cronbachAlpha: answers", "at least 2 items", items);
  answers.forEach((row, index) => {
    if (row.length !== items)
      throw argumentError(`cronbachAlpha: answers[${index}]`, `${items} items`, row.length);
  });
}
