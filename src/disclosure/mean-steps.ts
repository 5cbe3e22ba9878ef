import type { Interval } from "../core/result.js";
import { roundTo, roundUp, roundWithin } from "./rounding.js";
import { peopleBehind } from "./steps.js";
import type { Behind } from "./steps.js";

/** Steps of a mean score of 0 to 100, finest first. */
const stepsOfMean = [0.1, 0.2, 0.5, 1, 2, 5, 10];

/**
 * The finest step of a mean score at which the rounded mean does not give the sum of all scores away: whoever goes through
 * every pair of people and sum that is released alike finds at least two sums.
 *
 * @param scoreStep points between two scores that one person can have: 100 over the items times the steps of an item
 * @param atLeast the step that the policy asks for
 * @returns null when no step is coarse enough: then there is no mean to show
 * @see Handbook on Statistical Disclosure Control, section 5.7, on means that tell the counts behind them
 * @example
 * stepOfMean({ people: 20, step: 5, minimum: 10, fewest: 2 }, 25, 1) // => 5
 */
export function stepOfMean(
  behind: Omit<Behind, "everyone">,
  scoreStep: number,
  atLeast: number,
): number | null {
  const { people, step: peopleStep, minimum, fewest } = behind;
  const key = [people, peopleStep, minimum, fewest, scoreStep, atLeast].join();
  const known = steps.get(key);
  if (known !== undefined) return known;
  const possible = peopleBehind(behind);
  const isSafe = (step: number) => possible.length > 0 && keepsTwoSums(possible, fewest, scoreStep, step);
  const step = stepsOfMean.find((one) => one >= atLeast && isSafe(one)) ?? null;
  steps.set(key, step);
  return step;
}

const steps = new Map<string, number | null>();

/**
 * Sums are counted in steps of a score. Those so near to an end that too few people can be off it are not shown. Where a step
 * holds two sums of the fewest people anyway, only the steps next to an end are gone through; both ends are alike.
 */
function keepsTwoSums(people: readonly number[], fewest: number, scoreStep: number, step: number): boolean {
  const alone = new Map<number, number | null>();
  const nearEnd = step >= (2 * scoreStep) / people[0]! ? 2 : Infinity;
  for (const n of people) {
    const top = Math.round((n * 100) / scoreStep) - fewest;
    const highest = Math.min(top, ((nearEnd + 1) * step * n) / scoreStep);
    for (let sum = fewest; sum <= highest; sum += 1) {
      const shown = Math.round(roundWithin((sum * scoreStep) / n, step, 0, 100) / step);
      if (shown > nearEnd) continue;
      const known = alone.get(shown);
      if (known === undefined) alone.set(shown, sum);
      else if (known !== sum) alone.set(shown, null);
    }
  }
  return [...alone.values()].every((sum) => sum === null);
}

/**
 * The interval of a mean, as far on either side of the rounded mean: half its width and half a step, rounded up. It holds the
 * interval at full precision, and its middle, which is the mean once more, says nothing that the rounded mean does not.
 */
export function evenLimits(shown: number, interval: Interval, step: number): Interval {
  const { coverage: _coverage, ...open } = interval;
  const half = roundUp((interval.high - interval.low + step) / 2, step);
  return { ...open, low: roundTo(shown - half, step), high: roundTo(shown + half, step) };
}
