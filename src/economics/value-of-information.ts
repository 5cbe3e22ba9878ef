import { invariant } from "../core/invariant.js";
import { normalUpperTail } from "../stats/distributions/normal.js";

/**
 * Expected value of perfect information on a net benefit that is normal, against doing nothing: what it would be worth, at
 * most, to know for certain. `s (phi(d) - d (1 - Phi(d)))` with d = |mean| / s.
 *
 * Source: Wilson (2015) PharmacoEconomics 33:105-121, unit normal loss.
 *
 * @param mean expected net benefit, in any unit
 * @param standardDeviation of it, above 0, in the same unit
 * @example valueOfInformation(0, 1) // => 0.3989422804
 */
export function valueOfInformation(mean: number, standardDeviation: number): number {
  invariant(standardDeviation > 0, `value of information: standard deviation ${standardDeviation}`);
  const distance = Math.abs(mean) / standardDeviation;
  const density = Math.exp((-distance * distance) / 2) / Math.sqrt(2 * Math.PI);
  return standardDeviation * (density - distance * normalUpperTail(distance));
}

/**
 * The same from draws of the net benefit, whatever their distribution: mean of the better choice in each draw, less the
 * better choice on average.
 *
 * Source: Briggs, Claxton & Sculpher (2006) Decision Modelling for Health Economic Evaluation, ch. 6.
 *
 * @param draws at least 1
 * @example valueOfInformationOfDraws([-1, 3]) // => 0.5
 */
export function valueOfInformationOfDraws(draws: ArrayLike<number>): number {
  invariant(draws.length > 0, "value of information: no draws");
  let gains = 0;
  let sum = 0;
  for (let draw = 0; draw < draws.length; draw += 1) {
    gains += Math.max(0, draws[draw] as number);
    sum += draws[draw] as number;
  }
  return (gains - Math.max(0, sum)) / draws.length;
}
