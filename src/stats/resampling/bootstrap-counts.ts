import { checkCounts, checkFinite, checkLength } from "../check-values.js";
import { sumOf } from "../numeric/sum.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { nextBinomial } from "./binomial.js";
import type { Draw } from "./blocks.js";
import type { BootstrapInterval, BootstrapOptions } from "./bootstrap-interval.js";
import { bootstrapOfMean } from "./bootstrap-of-mean.js";
import type { GeneratorState } from "../draws/xoshiro.js";
import { accelerationOf } from "./jackknife.js";

/**
 * A bootstrap interval of a mean score from how many people gave each answer.
 *
 * The counts are resampled, not the people, so the cost depends on the steps of the scale alone. The answer has the law
 * of bootstrapMean over the same people written out, not the same digits. Scores make other means too: 1, 1, 0, 0, 0
 * for a top-two share; 1, 1, 0, -1, -1 for a net one.
 *
 * @param counts people by answer; answers that nobody gave may be there as 0
 * @param scores value of each answer, in the order of the counts, in any unit
 * @param options seed, family, replicates, method, level
 * @returns estimate and interval, in the unit of the scores; unavailable below 2 people or when all have the same score
 * @throws RangeError when a count is not whole, a score not finite, the lengths differ, or an option is out of range
 * @see Davison & Hinkley (1997) Bootstrap Methods and their Application, chapter 5
 * @example
 * bootstrapFromCounts([4, 9, 20, 41, 26], [1, 2, 3, 4, 5], { seed: 1, family: "likert" }) // => { estimate: 3.76, n: 100, replicates: 10000 }
 */
export function bootstrapFromCounts(
  counts: readonly number[],
  scores: readonly number[],
  options: BootstrapOptions,
): BootstrapInterval | Unavailable {
  checkCounts(counts, "bootstrapFromCounts: counts");
  checkFinite(scores, "bootstrapFromCounts: scores");
  checkLength(scores.length, counts.length, "bootstrapFromCounts: scores");
  const given = counts.flatMap((count, index) =>
    count > 0 ? [{ count, score: scores[index] as number }] : [],
  );
  const people = given.map(({ count }) => count);
  const score = given.map((answer) => answer.score);
  const n = sumOf(people);
  if (n < 2) return unavailable(n === 0 ? "nobody to resample" : "one value shows no spread");
  if (score.every((value) => value === score[0])) return unavailable("everyone has the same value");

  const { mean: estimate, standardError } = momentsOf(people, score, n);
  const deviations = () => score.map((value) => value - estimate);
  return bootstrapOfMean(
    {
      estimate,
      standardError,
      n,
      means: resampleCountMeans(people, score),
      pivots: resampleCountPivots(people, score),
      acceleration: () => accelerationOf(deviations(), people),
    },
    options,
  );
}

/**
 * Draws mean scores of resampled counts: one block of replicates for {@link bootstrapFromCounts}.
 *
 * @param counts people by answer, at least 1 in all
 * @param scores value of each answer
 * @returns a function to be passed to drawBlock or drawBlocks
 * @see drawBlock in blocks.ts
 * @example
 * drawBlock({ seed: 1, family: "demo", replicates: 2 }, 0, resampleCountMeans([9, 0], [4, 5])) // => [4, 4]
 */
export function resampleCountMeans(counts: readonly number[], scores: readonly number[]): () => Draw {
  return resampleCounts(counts, (resample, n) => momentsOf(resample, scores, n).mean);
}

/**
 * Draws pivots of the mean score, (mean of the resample - mean) / standard error of the resample, for bootstrap-t.
 *
 * @param counts people by answer, at least 2 in all
 * @param scores value of each answer
 * @returns a function to be passed to drawBlock or drawBlocks; NaN or infinite where a resample has one answer alone
 * @see bootstrapTInterval in replicate-intervals.ts
 * @example
 * drawBlock({ seed: 1, family: "demo", replicates: 2 }, 0, resampleCountPivots([9, 0], [4, 5])) // => [NaN, NaN]
 */
export function resampleCountPivots(counts: readonly number[], scores: readonly number[]): () => Draw {
  const total = sumOf(counts);
  const centre = momentsOf(counts, scores, total).mean;
  return resampleCounts(counts, (resample, n) => {
    const { mean, standardError } = momentsOf(resample, scores, n);
    return (mean - centre) / standardError;
  });
}

/**
 * Resamples counts: how many of as many people, drawn with replacement, gave each answer.
 *
 * @param state of the generator, moved on
 * @param counts people by answer
 * @param resample overwritten, as long as the counts
 * @returns the resample, with the same total
 * @see Davis (1993) Comput Stat Data Anal 16:205-217 on a multinomial as one binomial after another
 * @example
 * fillCounts(Int32Array.of(1, 2, 3, 4), [0, 7, 0], new Float64Array(3)) // => [0, 7, 0]
 */
export function fillCounts(
  state: GeneratorState,
  counts: readonly number[],
  resample: Float64Array,
): Float64Array {
  let notYet = 0;
  for (const count of counts) notYet += count;
  let toDraw = notYet;
  for (let answer = 0; answer < counts.length; answer += 1) {
    const count = counts[answer] as number;
    resample[answer] = notYet === 0 ? 0 : nextBinomial(state, toDraw, count / notYet);
    toDraw -= resample[answer] as number;
    notYet -= count;
  }
  return resample;
}

function resampleCounts(
  counts: readonly number[],
  statistic: (resample: Float64Array, n: number) => number,
): () => Draw {
  const n = sumOf(counts);
  return () => {
    const resample = new Float64Array(counts.length);
    return (generator) => statistic(fillCounts(generator, counts, resample), n);
  };
}

function momentsOf(counts: ArrayLike<number>, scores: readonly number[], n: number) {
  let sum = 0;
  for (let answer = 0; answer < counts.length; answer += 1)
    sum += (counts[answer] as number) * (scores[answer] as number);
  const mean = sum / n;
  let squares = 0;
  let answers = 0;
  for (let answer = 0; answer < counts.length; answer += 1) {
    const count = counts[answer] as number;
    if (count > 0) answers += 1;
    squares += count * ((scores[answer] as number) - mean) ** 2;
  }
  return { mean, standardError: answers < 2 ? 0 : Math.sqrt(squares / (n - 1) / n) };
}
