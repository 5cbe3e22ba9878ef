import highsPackage from "highs";
import type { Model, ModelData } from "highs";
import { invariant } from "../../core/invariant.js";
import { Contradiction } from "./contradiction.js";
import type { Box } from "./narrow.js";
import { satisfies, valueOf, wholeNearest } from "./solution.js";
import type { System, Term } from "./system.js";
import { Unproven } from "./unproven.js";
import { leastWhole } from "./whole-numbers.js";

// The package declares its types for `require`; `import` gives the loader itself.
const loadHighs = highsPackage as unknown as typeof highsPackage.default;
let highs: Awaited<ReturnType<typeof loadHighs>> | undefined;

/**
 * Load the solver, once. Whoever asks for bounds has waited for this before. It is not awaited by the mere import of this file:
 * a program that loads the package with `require`, as notebooks do, could not wait.
 */
export async function readySolver(): Promise<void> {
  highs ??= await loadHighs();
}

/** Nodes of a search by HiGHS, past which a bound is given up as unproven. */
const mostNodes = 20_000;

export type Side = "lowest" | "highest";

/** The highest or lowest value of a sum, and a solution that reaches it, in the order of the unknowns. */
export interface Extreme {
  /** Null when nothing bounds the sum on that side. */
  readonly value: number | null;
  /** Whole numbers are exact. Null when nothing bounds the sum, and where nothing lies further out than what was known. */
  readonly at: Float64Array | null;
}

/**
 * The highest or lowest value of a sum. Exact: whole unknowns are whole.
 *
 * @param enough a value that is as good as the extreme: any solution that reaches it may be given instead
 * @param reached a value that is known to be reached: where it is the extreme, no solution need be given
 */
export type Extremes = (terms: readonly Term[], side: Side, enough?: number, reached?: number) => Extreme;

/**
 * Work with a solver that holds one system. HiGHS (https://highs.dev) solves the system as if whole numbers could be split, by
 * the simplex method, each time from where the last solution left off; `leastWhole` splits. Every solution is put back into
 * the constraints before it is believed.
 *
 * @param system at least one unknown; each constraint names an unknown once
 * @throws Contradiction when nothing satisfies the system
 * @throws Unproven when HiGHS ends in any other way than with an answer that holds: no bound is ever guessed
 */
export function withSolver<T>(system: System, work: (extremes: Extremes) => T): T {
  invariant(highs, "the solver was not loaded: await readySolver() first");
  let opened: Model | undefined;
  let isSound = true;
  const extremes: Extremes = (terms, side, enough, reached) => {
    try {
      opened ??= openModel(system);
      return extremeOf(opened, system, terms, side, enough, reached);
    } catch (error) {
      if (error instanceof Contradiction) throw error;
      isSound = false;
      throw error instanceof Unproven ? error : new Unproven(String(error), error);
    }
  };
  try {
    return work(extremes);
  } finally {
    if (opened && isSound) idle.push(opened);
  }
}

/** Models of HiGHS that hold a system no longer asked about: to fill one again is four times faster than to make one. */
const idle: Model[] = [];

function openModel(system: System): Model {
  const model = idle.pop() ?? newModel();
  model.passModel(modelData(system));
  return model;
}

function newModel(): Model {
  const model = highs!.createModel();
  // HiGHS 1.15's presolve calls some systems contradictory that are not.
  model.options.set({
    output_flag: false,
    presolve: "off",
    primal_feasibility_tolerance: 1e-8,
    mip_feasibility_tolerance: 1e-8,
    mip_rel_gap: 0,
    mip_abs_gap: 1e-7,
    mip_max_nodes: mostNodes,
  });
  return model;
}

function modelData({ unknowns, constraints }: System): ModelData {
  const entries = constraints.flatMap(({ terms }) => terms);
  const starts = [0];
  for (const { terms } of constraints) starts.push(starts.at(-1)! + terms.length);
  return {
    numCols: unknowns.length,
    numRows: constraints.length,
    colCost: new Float64Array(unknowns.length),
    colLower: Float64Array.from(unknowns, ({ low }) => low),
    colUpper: Float64Array.from(unknowns, ({ high }) => high ?? highs!.infinity),
    rowLower: Float64Array.from(constraints, ({ low }) => low ?? -highs!.infinity),
    rowUpper: Float64Array.from(constraints, ({ high }) => high ?? highs!.infinity),
    matrix: {
      format: "csr",
      numRows: constraints.length,
      numCols: unknowns.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(entries, ({ unknown }) => unknown),
      values: Float64Array.from(entries, ({ times }) => times),
    },
  };
}

function extremeOf(
  model: Model,
  system: System,
  terms: readonly Term[],
  side: Side,
  enough: number | undefined,
  reached: number | undefined,
): Extreme {
  const sign = side === "lowest" ? 1 : -1;
  const sum = terms.map(({ unknown, times }) => ({ unknown, times: sign * times }));
  const ask = (cost: 0 | 1) => {
    for (const { unknown, times } of sum) model.changeColCost(unknown, cost * times);
  };
  ask(1);
  const first = solve(model);
  if (first !== "none" && first !== "unbounded") {
    const least = reached === undefined ? Infinity : sign * reached;
    const at = wholeIn(model, system, sum, enough === undefined ? -Infinity : sign * enough, first, least);
    ask(0);
    if (at !== null) return { value: valueOf(terms, at), at };
    if (reached === undefined) throw new Contradiction();
    return { value: reached, at };
  }
  ask(0);
  const any = first === "none" ? "none" : solve(model);
  if (
    any === "none" ||
    any === "unbounded" ||
    wholeIn(model, system, [], Number.MAX_VALUE, any, Infinity) === null
  )
    throw new Contradiction();
  return { value: null, at: null };
}

/** The solution in whole numbers that makes a sum least; the costs of the model are set. */
function wholeIn(
  model: Model,
  system: System,
  sum: readonly Term[],
  enough: number,
  first: Float64Array,
  reached: number,
): Float64Array | null {
  const low = Float64Array.from(system.unknowns, (unknown) => unknown.low);
  const high = Float64Array.from(system.unknowns, (unknown) => unknown.high ?? highs!.infinity);
  const start = { low: low.slice(), high: high.slice() };
  const moveTo = (box: Pick<Box, "low" | "high">) => {
    for (const place of low.keys()) {
      if (low[place] === box.low[place] && high[place] === box.high[place]) continue;
      [low[place], high[place]] = [box.low[place]!, box.high[place]!];
      model.changeColBounds(place, low[place]!, high[place]!);
    }
  };
  const found = leastWhole(system, sum, { enough, reached }, first, (box) => {
    moveTo(box);
    const solved = solve(model);
    if (solved === "unbounded") throw new Unproven("whole numbers are unbounded where real numbers are not");
    return solved === "none" ? null : solved;
  });
  moveTo(start);
  return found === "tooMany" ? byCutting(model, system) : found;
}

/** The same by the branch and cut of HiGHS: slower to start, and faster where the splits are many. */
function byCutting(model: Model, system: System): Float64Array | null {
  const { unknowns } = system;
  const kinds = Int32Array.from(unknowns, ({ whole }) => (whole ? 1 : 0));
  model.changeColsIntegrality({ kind: "range", from: 0, to: unknowns.length - 1 }, kinds);
  const found = solve(model);
  model.clearIntegrality();
  if (found === "none") return null;
  if (found === "unbounded") throw new Unproven("whole numbers are unbounded where real numbers are not");
  const at = wholeNearest(system, found);
  if (!satisfies(system, at)) throw new Unproven("the solution does not satisfy the system");
  return at;
}

function solve(model: Model): Float64Array | "none" | "unbounded" {
  model.run();
  const status = model.getModelStatus();
  const { optimal, infeasible, unbounded } = highs!.constants.modelStatus;
  if (status === optimal) return model.getSolution().colValue;
  if (status === infeasible) return "none";
  if (status === unbounded) return "unbounded";
  throw new Unproven(`HiGHS ended with status ${status}`);
}
