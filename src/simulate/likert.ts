import { normalUpperTail } from "../stats/distributions/normal.js";

/** Where the latent 0-100 line is cut into five categories: halfway between 0, 25, 50, 75 and 100. */
export const cutPoints = [12.5, 37.5, 62.5, 87.5] as const;

/**
 * The category, 1 to 5, of a latent value.
 *
 * @example categoryOf(50) // => 3
 */
export function categoryOf(latent: number): number {
  return 1 + cutPoints.filter((cut) => latent > cut).length;
}

/** How answers to the items of a scale come about: a doctor's own score, plus the item's shift, plus noise. */
export interface AnswerModel {
  /** Mean and standard deviation of the doctors' own scores. */
  readonly mean: number;
  readonly deviation: number;
  /** Standard deviation of one answer around the doctor's score. */
  readonly answer: number;
  /** Shift of each item that is asked. */
  readonly items: readonly number[];
}

/**
 * The mean 0-100 scale score to expect, when each answer is the category of a normal latent value. Exact: a category
 * scores 25 for each cut point below the latent value, so its mean is 25 times the sum of the chances to lie above
 * each cut point. Answers missing at random do not move it.
 *
 * @example expectedScaleMean({ mean: 50, deviation: 15, answer: 17, items: [0] }) // => 50
 */
export function expectedScaleMean({ mean, deviation, answer, items }: AnswerModel): number {
  const spread = Math.sqrt(deviation * deviation + answer * answer);
  const ofItem = (shift: number) =>
    cutPoints.reduce((sum, cut) => sum + 25 * normalUpperTail((cut - mean - shift) / spread), 0);
  return items.reduce((sum, shift) => sum + ofItem(shift), 0) / items.length;
}
