import { argumentError } from "../argument-error.js";
import { checkLength, checkNumber, checkProbability } from "../check-values.js";

/** An item of a scale: its lowest and highest code, and whether it is worded the other way round. */
export interface ScaleItem {
  readonly lowest: number;
  readonly highest: number;
  readonly isReversed?: boolean;
}

/** Far past any code, and a whole number to its last digit. */
const LARGEST_CODE = 1e15;

/** Scores of a scale, one a person, and how they came about. */
export interface ScaleScores {
  /** 0 (least favourable) to 100, one a person in the order of the rows; null where too few items were answered. */
  readonly scores: readonly (number | null)[];
  /** Mean of the turned codes, in the unit of the items; of use when all items have the same codes. */
  readonly means: readonly (number | null)[];
  /** People who answered every item. */
  readonly complete: number;
  /** People scored from the items they answered. */
  readonly prorated: number;
  /** People who answered too few items to be scored. */
  readonly unscored: number;
  readonly minimumAnswered: number;
  readonly method: "mean of the items answered";
}

/**
 * Scores of a scale for many people: items turned one way, placed on 0 to 100, and averaged over those answered.
 *
 * A person is scored when the share of items answered reaches the minimum (the half rule at 0.5); the mean of the
 * items answered then stands for the rest. It misleads when the items left out are unlike the others.
 *
 * @param answers one row a person, one code an item; null is missing
 * @param items in the order of the columns, at least one
 * @param minimumAnswered share of the items, 0 to 1; with none answered there is never a score
 * @returns scores and means, and how many people are complete, prorated and unscored
 * @throws RangeError when a code is outside its item's range, a row has another length, or an option is outside its range
 * @see Fayers et al. (2001) EORTC QLQ-C30 Scoring Manual, 3rd ed. (0 to 100 and the half rule)
 * @example
 * scaleScores([[5, 1], [4, null], [null, null]], [{ lowest: 1, highest: 5 }, { lowest: 1, highest: 5, isReversed: true }]) // => { scores: [100, 75, null], means: [5, 4, null], complete: 1, prorated: 1, unscored: 1 }
 */
export function scaleScores(
  answers: readonly (readonly (number | null)[])[],
  items: readonly ScaleItem[],
  minimumAnswered = 0.5,
): ScaleScores {
  checkAnswers(answers, items, "scaleScores");
  checkProbability(minimumAnswered, "scaleScores: minimumAnswered");
  const average = (value: (code: number, item: ScaleItem) => number) =>
    answers.map((row) =>
      proratedMean(
        row.map((code, index) => (code === null ? null : value(code, items[index] as ScaleItem))),
        minimumAnswered,
      ),
    );
  const scores = average(percentOfRange);
  const complete = answers.filter((row) => !row.includes(null)).length;
  const unscored = scores.filter((score) => score === null).length;
  return {
    scores,
    means: average(turnedCode),
    complete,
    prorated: answers.length - complete - unscored,
    unscored,
    minimumAnswered,
    method: "mean of the items answered",
  };
}

/**
 * Refuses answers that are not codes of the items of their scale.
 *
 * @param answers one row a person, one code an item; null is missing
 * @param items in the order of the columns, at least one
 * @param where the function asking, for the error message
 * @returns the answers, unchanged
 * @throws RangeError when a code is outside its item's range, a row has another length, there are no items, or an item
 * has no range
 * @see {@link scaleScores}
 * @example
 * checkAnswers([[2, null]], [{ lowest: 1, highest: 5 }, { lowest: 1, highest: 5 }], "scaleScores") // => [[2, null]]
 */
export function checkAnswers(
  answers: readonly (readonly (number | null)[])[],
  items: readonly ScaleItem[],
  where: string,
): readonly (readonly (number | null)[])[] {
  if (items.length < 1) throw argumentError(`${where}: items`, "at least 1", items.length);
  items.forEach(({ lowest, highest }, index) => {
    if (!(Math.abs(lowest) <= LARGEST_CODE))
      throw argumentError(`${where}: items[${index}].lowest`, "-1e15 to 1e15", lowest);
    if (!(highest > lowest && highest <= LARGEST_CODE))
      throw argumentError(`${where}: items[${index}].highest`, `more than ${lowest}, at most 1e15`, highest);
  });
  answers.forEach((row, person) => {
    checkLength(row.length, items.length, `${where}: answers[${person}]`);
    row.forEach((code, index) => {
      const { lowest, highest } = items[index] as ScaleItem;
      if (code !== null && !(code >= lowest && code <= highest))
        throw argumentError(`${where}: answers[${person}][${index}]`, `${lowest} to ${highest}`, code);
    });
  });
  return answers;
}

/**
 * The mean of the values that are there, when enough of them are.
 *
 * @param values one an item asked; null is missing
 * @param minimumAnswered share of the values that must be there, 0 to 1
 * @returns the mean; null when too few values are there, or none
 * @throws RangeError when a value is not finite or minimumAnswered is not from 0 to 1
 * @see Fayers et al. (2001) EORTC QLQ-C30 Scoring Manual, 3rd ed. (the half rule)
 * @example
 * proratedMean([4, null, 5, null], 0.5) // => 4.5
 */
export function proratedMean(values: readonly (number | null)[], minimumAnswered: number): number | null {
  checkProbability(minimumAnswered, "proratedMean: minimumAnswered");
  let sum = 0;
  let answered = 0;
  for (const [index, value] of values.entries()) {
    if (value === null) continue;
    sum += checkNumber(value, `proratedMean: values[${index}]`);
    answered += 1;
  }
  return answered > 0 && answered / values.length >= minimumAnswered ? sum / answered : null;
}

/**
 * A code turned so that more is better: lowest + highest - code for a reversed item.
 *
 * @param code from the item's lowest to its highest
 * @param item the range of its codes, and whether it is reversed
 * @returns a code of the same range
 * @throws RangeError when the code is outside the range
 * @see {@link scaleScores}
 * @example
 * turnedCode(2, { lowest: 1, highest: 5, isReversed: true }) // => 4
 */
export function turnedCode(code: number, { lowest, highest, isReversed = false }: ScaleItem): number {
  if (!(lowest < highest)) throw argumentError("turnedCode: highest", `more than ${lowest}`, highest);
  if (!(code >= lowest && code <= highest))
    throw argumentError("turnedCode: code", `${lowest} to ${highest}`, code);
  return isReversed ? lowest + highest - code : code;
}

/**
 * Where a code stands between the least and the most favourable code of its item.
 *
 * @param code from the item's lowest to its highest
 * @param item the range of its codes, and whether it is reversed
 * @returns 0 (least favourable) to 100
 * @throws RangeError when the code is outside the range
 * @see {@link turnedCode}
 * @example
 * percentOfRange(4, { lowest: 1, highest: 5 }) // => 75
 */
export function percentOfRange(code: number, item: ScaleItem): number {
  return (100 * (turnedCode(code, item) - item.lowest)) / (item.highest - item.lowest);
}
