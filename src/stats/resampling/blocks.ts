import { argumentError } from "../argument-error.js";
import { checkWhole } from "../check-values.js";
import { generatorFor } from "./generator.js";
import type { GeneratorState } from "../draws/xoshiro.js";

/** Replicates drawn from one stream. Part of every seeded result: another size draws other numbers. */
export const REPLICATES_IN_A_BLOCK = 1000;

/** Which random numbers, and how many replicates. */
export interface DrawPlan {
  /** The study's seed. */
  readonly seed: number;
  /** What is drawn, as "alpha/settling-in"; another family is another, unrelated stream. */
  readonly family: string;
  /** Whole number, at least 1. */
  readonly replicates: number;
}

/** One replicate: draws from the generator, returns a statistic. */
export type Draw = (generator: GeneratorState) => number;

/**
 * How many blocks a plan falls into.
 *
 * @param plan seed, family and number of replicates
 * @returns whole number, at least 1; the last block may be shorter
 * @throws RangeError when replicates is not a whole number, at least 1
 * @see {@link drawBlock}
 * @example
 * blockCount({ seed: 1, family: "demo", replicates: 2500 }) // => 3
 */
export function blockCount(plan: DrawPlan): number {
  checkWhole(plan.replicates, 1, "blockCount: replicates");
  return Math.ceil(plan.replicates / REPLICATES_IN_A_BLOCK);
}

/**
 * The replicates of one block, from the block's own stream.
 *
 * Blocks may be drawn in any order, or by several workers: put together in order, the bits are the same.
 *
 * @param plan seed, family and number of replicates of the whole
 * @param block number of the block, 0 to blockCount - 1
 * @param startDraw makes the function that draws one replicate; called once for each block
 * @returns the block's replicates
 * @throws RangeError when the block is not of the plan
 * @see L'Ecuyer et al. (2017) Math Comput Simul 135:3-17 on streams for parallel work
 * @example
 * drawBlock({ seed: 1, family: "demo", replicates: 3 }, 0, () => () => 7) // => [7, 7, 7]
 */
export function drawBlock(plan: DrawPlan, block: number, startDraw: () => Draw): Float64Array {
  const blocks = blockCount(plan);
  if (!(Number.isInteger(block) && block >= 0 && block < blocks))
    throw argumentError("drawBlock: block", `a whole number, 0 to ${blocks - 1}`, block);
  const from = block * REPLICATES_IN_A_BLOCK;
  const replicates = new Float64Array(Math.min(REPLICATES_IN_A_BLOCK, plan.replicates - from));
  const generator = generatorFor(plan.seed, `${plan.family}/block-${block}`);
  const draw = startDraw();
  for (let index = 0; index < replicates.length; index += 1) replicates[index] = draw(generator);
  return replicates;
}

/**
 * Every block of a plan, one after the other.
 *
 * @param plan seed, family and number of replicates
 * @param startDraw as for drawBlock
 * @returns the replicates, block after block
 * @throws RangeError when replicates is not a whole number, at least 1
 * @see {@link drawBlock}
 * @example
 * drawBlocks({ seed: 1, family: "demo", replicates: 3 }, () => () => 7) // => [7, 7, 7]
 */
export function drawBlocks(plan: DrawPlan, startDraw: () => Draw): Float64Array {
  const replicates = new Float64Array(plan.replicates);
  for (let block = 0; block < blockCount(plan); block += 1)
    replicates.set(drawBlock(plan, block, startDraw), block * REPLICATES_IN_A_BLOCK);
  return replicates;
}
