import type { SurveyAnswers } from "../../ingest/answers.js";
import type { Study } from "../../study/study.js";
import { itemsOf } from "../../study/study.js";
import type { Variable } from "../../study/variable.js";

/** An item's answers from 0 (lowest category) to 1, reverse-keyed items turned; null where missing. */
export function itemShares(survey: SurveyAnswers, item: Variable): readonly (number | null)[] {
  const codes = item.categories.map((category) => category.code);
  const low = Math.min(...codes);
  const high = Math.max(...codes);
  return (survey.answers.get(item.name) ?? []).map((answer) => {
    if (answer.kind !== "number" || high === low) return null;
    const share = (answer.value - low) / (high - low);
    return item.reverse ? 1 - share : share;
  });
}

/** Each respondent's mean share over the items of a scale that they answered; respondents without any are left out. */
export function respondentMeans(study: Study, survey: SurveyAnswers, scale: string): readonly number[] {
  const scored = itemsOf(study, scale).map((item) => itemShares(survey, item));
  return survey.table.rows.flatMap((_, row) => {
    const answered = present(scored.map((values) => values[row]));
    return answered.length > 0 ? [average(answered)] : [];
  });
}

/** The numbers that are there. */
export function present(values: readonly (number | null | undefined)[]): readonly number[] {
  return values.filter((value) => value !== null && value !== undefined);
}

/** Mean of at least one number. */
export function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Pearson's correlation; null when either side does not vary. */
export function correlation(pairs: readonly (readonly [number, number])[]): number | null {
  const [meanX, meanY] = [average(pairs.map(([x]) => x)), average(pairs.map(([, y]) => y))];
  let [xy, xx, yy] = [0, 0, 0];
  for (const [x, y] of pairs) {
    xy += (x - meanX) * (y - meanY);
    xx += (x - meanX) ** 2;
    yy += (y - meanY) ** 2;
  }
  return xx === 0 || yy === 0 ? null : xy / Math.sqrt(xx * yy);
}
