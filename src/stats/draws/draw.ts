import { argumentError } from "../argument-error.js";
import { blockStates } from "./block-states.js";
import { DRAWS_IN_A_BLOCK, moveToBlock, openBlock } from "./block-stream.js";
import { lawOf } from "./distribution.js";
import type { Distribution } from "./distribution.js";
import { fillDraws } from "./fill-draws.js";
import { checkWeights, fillShares } from "./shares.js";

/** Which random numbers, and how many. */
export interface SimulationPlan {
  /** The study's seed, a whole number. */
  readonly seed: number;
  /** What is drawn, as "input/hours"; another family is another, unrelated stream. */
  readonly family: string;
  /** Whole number, 1 to 100,000,000. More draws begin with the same ones. */
  readonly draws: number;
}

const MOST_DRAWS = 100_000_000;

/**
 * Draws values of a distribution: the same bits for the same plan, everywhere and in any number of workers.
 *
 * @param distribution kind and parameters, in the unit of the input
 * @param plan seed, family and number of draws
 * @returns the draws, in the unit of the input
 * @throws RangeError when the distribution or the plan cannot be
 * @see {@link lawOf} for the distributions, {@link blockStates} for the streams
 * @example
 * drawValues({ kind: "fixed", value: 3 }, { seed: 1, family: "demo", draws: 2 }) // => [3, 3]
 */
export function drawValues(distribution: Distribution, plan: SimulationPlan): Float64Array {
  const law = lawOf(distribution, "drawValues: distribution");
  const blocks = checkPlan(plan, "drawValues");
  const states = blockStates(plan.seed, plan.family, blocks);
  const stream = openBlock(states, 0);
  const all = new Float64Array(blocks * DRAWS_IN_A_BLOCK);
  for (let block = 0; block < blocks; block += 1)
    fillDraws(moveToBlock(stream, states, block), law, placesOf(all, block));
  return all.slice(0, plan.draws);
}

/**
 * Draws shares that add up to 1, as of a staff mix: Dirichlet, by gammas of scale 1.
 *
 * @param weights one for each part, as counts that were seen: the mean share is weight / sum, and the larger the sum the surer
 * @param plan seed, family and number of draws; part p draws from the stream of family/p
 * @returns one list of draws for each part
 * @throws RangeError when a weight or the plan cannot be
 * @see Devroye (1986) Non-Uniform Random Variate Generation, theorem XI.4.1
 * @example
 * drawShares([4, 3, 3], { seed: 1, family: "demo", draws: 2 }).length // => 3
 */
export function drawShares(weights: readonly number[], plan: SimulationPlan): readonly Float64Array[] {
  checkWeights(weights, "drawShares: weights");
  const blocks = checkPlan(plan, "drawShares");
  const states = weights.map((_, part) => blockStates(plan.seed, `${plan.family}/${part}`, blocks));
  const streams = states.map((one) => openBlock(one, 0));
  const all = weights.map(() => new Float64Array(blocks * DRAWS_IN_A_BLOCK));
  for (let block = 0; block < blocks; block += 1) {
    streams.forEach((stream, part) => moveToBlock(stream, states[part]!, block));
    fillShares(
      streams,
      weights,
      all.map((part) => placesOf(part, block)),
    );
  }
  return all.map((part) => part.slice(0, plan.draws));
}

/**
 * How many blocks hold a number of draws; the last is drawn whole and cut.
 *
 * @param draws whole number, 1 to 100,000,000
 * @param where the function and the parameter, as "drawValues: draws"
 * @returns whole number, at least 1
 * @throws RangeError when draws is not such a number
 * @see {@link DRAWS_IN_A_BLOCK}
 * @example
 * countBlocks(10000, "drawValues: draws") // => 3
 */
export function countBlocks(draws: number, where: string): number {
  if (!(Number.isInteger(draws) && draws >= 1 && draws <= MOST_DRAWS))
    throw argumentError(where, "a whole number, 1 to 100000000", draws);
  return Math.ceil(draws / DRAWS_IN_A_BLOCK);
}

function checkPlan({ seed, draws }: SimulationPlan, where: string): number {
  if (!Number.isSafeInteger(seed)) throw argumentError(`${where}: seed`, "a whole number", seed);
  return countBlocks(draws, `${where}: draws`);
}

function placesOf(all: Float64Array, block: number): Float64Array {
  return all.subarray(block * DRAWS_IN_A_BLOCK, (block + 1) * DRAWS_IN_A_BLOCK);
}
