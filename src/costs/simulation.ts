import { argumentError } from "../stats/argument-error.js";
import { blockStates } from "../stats/draws/block-states.js";
import { tableFor } from "../stats/draws/curve-table.js";
import { lawOf } from "../stats/draws/distribution.js";
import type { Distribution } from "../stats/draws/distribution.js";
import { countBlocks } from "../stats/draws/draw.js";
import { checkWeights } from "../stats/draws/shares.js";
import { compileFormulas } from "./formula.js";
import type { Formula } from "./formula.js";
import { blockDrawer } from "./simulation-block.js";
import type { DrawnInput, PreparedSimulation } from "./simulation-block.js";

/** An input that is not known exactly. Its name decides its random numbers: scenarios that share it share its draws. */
export interface UncertainInput {
  readonly name: string;
  readonly distribution: Distribution;
  /** Inputs of one group, as of one Trust, are correlated as `correlations` says. */
  readonly group?: string;
}

/** Shares that add up to 1, as of a staff mix (Dirichlet). A formula calls them by input and part: `mix/nurse`. */
export interface UncertainShares {
  readonly name: string;
  /** The weight of each part, as counts that were seen. */
  readonly shares: Readonly<Record<string, number>>;
}

/** What to simulate. */
export interface SimulationRequest {
  readonly inputs: readonly (UncertainInput | UncertainShares)[];
  /** Each total by its name; scenarios stand beside each other and share the draws. */
  readonly totals: Readonly<Record<string, Formula>>;
  /** Correlation of the inputs of each group, on the normal scale, 0 to 1. Every group that is named needs one. */
  readonly correlations?: Readonly<Record<string, number>>;
  /** The study's seed, a whole number. */
  readonly seed: number;
  /** Whole number, 1 to 100,000,000; 10,000 or more for a figure that is reported. */
  readonly draws: number;
}

/** The draws of each total, in the order of the draws: draw 7 of one belongs with draw 7 of another. */
export type SimulatedTotals = Readonly<Record<string, Float64Array>>;

/**
 * Simulates totals of uncertain inputs (probabilistic sensitivity analysis), in this thread.
 *
 * The same request gives the same bits, in one thread or in many (`simulateInWorkers`); more draws begin with the same
 * ones. Each input draws from a stream keyed by the seed and its own name, so that adding an input moves no other and
 * scenarios are compared under common random numbers. The inputs of a group share one normal factor: their ranks correlate by
 * 6 / π × asin(correlation / 2), their distributions stay as declared.
 *
 * @param request inputs, totals, correlations, seed and number of draws
 * @returns the draws of each total
 * @throws RangeError naming what in the request cannot be, or a total that is not a finite number in some draw
 * @see Briggs, Claxton & Sculpher (2006) Decision Modelling for Health Economic Evaluation, chapter 4; L'Ecuyer et al. (2017) Math Comput Simul 135:3-17
 * @example simulate({ inputs: [], totals: { room: { product: [3, 40] } }, seed: 1, draws: 2 }).room // => [120, 120]
 */
export function simulate(request: SimulationRequest): SimulatedTotals {
  const prepared = prepareSimulation(request);
  const names = Object.keys(request.totals);
  const totals = names.map(() => new Float64Array(prepared.draws));
  const drawBlock = blockDrawer(prepared, totals);
  for (let block = 0; block < prepared.blocks; block += 1) drawBlock(block);
  return nameTotals(names, totals);
}

/**
 * Checks a request and makes it ready to be drawn block by block. Inputs that no total needs are checked and not drawn.
 *
 * @throws RangeError naming what in the request cannot be
 */
export function prepareSimulation(request: SimulationRequest): PreparedSimulation {
  const { inputs, totals, correlations = {}, seed, draws } = request;
  if (!Number.isSafeInteger(seed)) throw argumentError("simulate: seed", "a whole number", seed);
  const blocks = countBlocks(draws, "simulate: draws");
  const names = inputs.flatMap(columnNames);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw argumentError("simulate: inputs", "each name once", twice);
  const formulas = compileFormulas(Object.values(totals), names, "simulate: totals");
  const groupNames = [...new Set(inputs.flatMap((input) => ("group" in input && input.group) || []))];
  const statesOf = (family: string) => blockStates(seed, family, blocks);
  const groups = groupNames.map((group) => ({
    states: statesOf(`group/${group}`),
    correlation: checkCorrelation(correlations[group], group),
  }));
  const needed = new Set([...formulas.steps.flatMap(({ a, b }) => [a, b]), ...formulas.results]);
  const drawn = inputs.map((input): DrawnInput | null => {
    const where = `simulate: input ${input.name}`;
    const family = `input/${input.name}`;
    const column = names.indexOf(columnNames(input)[0]!);
    if ("shares" in input) {
      const weights = checkWeights(Object.values(input.shares), where);
      if (!weights.some((_, part) => needed.has(column + part))) return null;
      const states = Object.keys(input.shares).map((part) => statesOf(`${family}/${part}`));
      return { kind: "shares", states, weights, column };
    }
    const law = lawOf(input.distribution, where);
    if (!needed.has(column)) return null;
    const states = statesOf(family);
    if (input.group === undefined) return { kind: "alone", states, law, column };
    const group = groupNames.indexOf(input.group);
    return { kind: "correlated", states, law, column, table: tableFor(law), group };
  });
  return { draws, blocks, inputs: drawn.filter((input) => input !== null), groups, formulas };
}

/**
 * Puts the draws under the names of their totals.
 *
 * @throws RangeError naming a total that is not finite in some draw, as when it is divided by a share that can be 0
 */
export function nameTotals(names: readonly string[], totals: readonly Float64Array[]): SimulatedTotals {
  totals.forEach((draws, total) => {
    let zero = 0;
    for (let draw = 0; draw < draws.length; draw += 1)
      zero += (draws[draw] as number) - (draws[draw] as number);
    if (zero === 0) return;
    const draw = draws.findIndex((value) => !Number.isFinite(value));
    throw argumentError(`simulate: total ${names[total]}, draw ${draw + 1}`, "a finite number", draws[draw]);
  });
  return Object.fromEntries(names.map((name, total) => [name, totals[total]!]));
}

function columnNames(input: UncertainInput | UncertainShares): readonly string[] {
  return "shares" in input ? Object.keys(input.shares).map((part) => `${input.name}/${part}`) : [input.name];
}

function checkCorrelation(correlation: number | undefined, group: string): number {
  if (!(correlation !== undefined && correlation >= 0 && correlation <= 1))
    throw argumentError(`simulate: correlations of group ${group}`, "0 to 1", correlation);
  return correlation;
}
