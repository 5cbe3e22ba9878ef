import { argumentError } from "../stats/argument-error.js";
import { quantiles } from "../stats/means/quantiles.js";

/** What the draws of one total say. Monte Carlo errors tell how far another seed would take the figure, not how sure it is. */
export interface SimulatedSummary {
  readonly draws: number;
  readonly mean: number;
  /** Of the total itself: how uncertain it is. */
  readonly standardDeviation: number;
  /** Standard error of the mean for the number of draws. */
  readonly monteCarloError: number;
  readonly quantiles: readonly SimulatedQuantile[];
}

export interface SimulatedQuantile {
  readonly probability: number;
  readonly value: number;
  /** Half the distance between the quantiles one standard error of the rank below and above. */
  readonly monteCarloError: number;
}

/**
 * Mean, standard deviation and quantiles of simulated draws, each with its Monte Carlo error.
 *
 * @param draws at least 2, finite
 * @param probabilities of the quantiles (type 7), the median and a 95% interval unless told
 * @throws RangeError when there are fewer than 2 draws, one is not finite, or a probability is not from 0 to 1
 * @see Koehler, Brown & Haneuse (2009) Am Stat 63:155-162 on Monte Carlo error; the rank of a quantile is binomial
 * @example summariseDraws(Float64Array.of(1, 2, 3), [0.5]).mean // => 2
 */
export function summariseDraws(
  draws: Float64Array,
  probabilities: readonly number[] = [0.025, 0.5, 0.975],
): SimulatedSummary {
  const count = draws.length;
  if (count < 2) throw argumentError("summariseDraws: draws", "at least 2", count);
  const around = probabilities.flatMap((p) => {
    const error = Math.sqrt((p * (1 - p)) / count);
    return [p, Math.max(0, p - error), Math.min(1, p + error)];
  });
  const values = quantiles(draws, around);
  const { mean, standardDeviation } = momentsOfDraws(draws);
  return {
    draws: count,
    mean,
    standardDeviation,
    monteCarloError: standardDeviation / Math.sqrt(count),
    quantiles: probabilities.map((probability, index) => ({
      probability,
      value: values[3 * index]!,
      monteCarloError: (values[3 * index + 2]! - values[3 * index + 1]!) / 2,
    })),
  };
}

function momentsOfDraws(draws: Float64Array): { readonly mean: number; readonly standardDeviation: number } {
  const [first] = draws as unknown as [number];
  let sum = 0;
  for (let draw = 0; draw < draws.length; draw += 1) sum += (draws[draw] as number) - first;
  const away = sum / draws.length;
  let squares = 0;
  for (let draw = 0; draw < draws.length; draw += 1) {
    const distance = (draws[draw] as number) - first - away;
    squares += distance * distance;
  }
  return { mean: first + away, standardDeviation: Math.sqrt(squares / (draws.length - 1)) };
}
