import { invariant } from "../core/invariant.js";

/**
 * Expected value of perfect information on a net benefit against doing nothing, from draws of it, whatever their
 * distribution: what it would be worth, at most, to know for certain. Mean of the better choice in each draw, less the
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
