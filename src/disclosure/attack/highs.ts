import highsPackage from "highs";
import type { Model, ModelData } from "highs";
import { invariant } from "../../core/invariant.js";
import { Contradiction } from "./contradiction.js";
import type { System, Term } from "./system.js";

// The package declares its types for `require`; `import` gives the loader itself.
const loadHighs = highsPackage as unknown as typeof highsPackage.default;
const highs = await loadHighs();
const statuses: Readonly<Record<string, number>> = highs.constants.modelStatus;

/** How far a solution may be from what a constraint asks, for each unit that its terms are worth. */
const tolerance = 1e-6;

/** The highest or lowest value of a sum, and a solution that reaches it, in the order of the unknowns. */
export interface Extreme {
  /** Null when nothing bounds the sum on that side. */
  readonly value: number | null;
  /** Whole numbers are exact. Null when nothing bounds the sum. */
  readonly at: Float64Array | null;
}

export type Side = "lowest" | "highest";

export interface Solver {
  /** Exact: whole unknowns are whole. */
  readonly extreme: (terms: readonly Term[], side: Side) => Extreme;
  /** As if whole numbers could be split: at least as far out as the exact value, and found several times faster. */
  readonly outer: (terms: readonly Term[], side: Side) => number | null;
}

/**
 * Work with a solver that holds one system, and let go of it afterwards. Linear programs of whole and real numbers are
 * solved by HiGHS (https://highs.dev): the simplex method first, and branch and cut only when its answer is not whole.
 * Every solution is put back into the constraints here before it is believed.
 *
 * @param system at least one unknown; each constraint names an unknown once
 * @throws Contradiction when nothing satisfies the system
 * @throws Error when HiGHS ends in any other way than with an answer: no bound is ever guessed
 */
export function withSolver<T>(system: System, work: (solver: Solver) => T): T {
  const data = modelData(system);
  const wholes = system.unknowns.flatMap(({ whole }, place) => (whole ? [place] : []));
  let real: Model | undefined;
  let whole: Model | undefined;
  const realModel = () => (real ??= openModel({ ...data, integrality: undefined }));
  const wholeModel = () => (whole ??= openModel(data));
  try {
    return work({
      outer: (terms, side) => {
        const answer = solve(realModel(), terms, side);
        return answer === "unbounded" ? null : valueOf(terms, answer);
      },
      extreme: (terms, side) => {
        const answer = solve(realModel(), terms, side);
        if (answer === "unbounded") {
          solve(wholeModel(), [], side);
          return { value: null, at: null };
        }
        const at =
          settled(system, wholes, answer) ??
          settled(system, wholes, bounded(solve(wholeModel(), terms, side)));
        invariant(at !== null, "HiGHS: the solution does not satisfy the system");
        return { value: valueOf(terms, at), at };
      },
    });
  } finally {
    real?.dispose();
    whole?.dispose();
  }
}

/** What a sum comes to. */
export function valueOf(terms: readonly Term[], at: ArrayLike<number>): number {
  return terms.reduce((sum, { unknown, times }) => sum + times * at[unknown]!, 0);
}

function openModel(data: ModelData): Model {
  const model = highs.createModel(data);
  model.options.set({
    output_flag: false,
    // HiGHS 1.15's presolve calls some systems contradictory that are not.
    presolve: "off",
    primal_feasibility_tolerance: 1e-8,
    mip_feasibility_tolerance: 1e-8,
    mip_rel_gap: 0,
    mip_abs_gap: 1e-7,
    mip_heuristic_effort: 0,
    mip_detect_symmetry: false,
    mip_max_nodes: 1_000_000,
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
    colUpper: Float64Array.from(unknowns, ({ high }) => high ?? highs.infinity),
    rowLower: Float64Array.from(constraints, ({ low }) => low ?? -highs.infinity),
    rowUpper: Float64Array.from(constraints, ({ high }) => high ?? highs.infinity),
    integrality: Int32Array.from(unknowns, ({ whole }) => (whole ? 1 : 0)),
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

function solve(model: Model, terms: readonly Term[], side: Side): Float64Array | "unbounded" {
  const sign = side === "lowest" ? 1 : -1;
  for (const { unknown, times } of terms) model.changeColCost(unknown, sign * times);
  model.run();
  const status = model.getModelStatus();
  const answer = status === statuses.optimal ? model.getSolution().colValue : "unbounded";
  for (const { unknown } of terms) model.changeColCost(unknown, 0);
  if (status === statuses.infeasible || (terms.length === 0 && answer === "unbounded"))
    throw new Contradiction();
  if (![statuses.optimal, statuses.unbounded, statuses.unboundedOrInfeasible].includes(status))
    throw new Error(`an attacker's bounds could not be worked out: HiGHS ended with status ${status}`);
  return answer;
}

function bounded(answer: Float64Array | "unbounded"): Float64Array {
  invariant(answer !== "unbounded", "HiGHS: whole numbers are unbounded where real numbers are bounded");
  return answer;
}

/** The solution with its whole numbers made exact; null when one is not whole, or a constraint is not satisfied with them. */
function settled(system: System, wholes: readonly number[], found: Float64Array): Float64Array | null {
  const at = Float64Array.from(found);
  for (const place of wholes) at[place] = Math.round(at[place]!);
  if (wholes.some((place) => Math.abs(at[place]! - found[place]!) > tolerance)) return null;
  return satisfies(system, at) ? at : null;
}

/** Whether the values may be true, within the tolerance. */
export function satisfies({ unknowns, constraints }: System, at: ArrayLike<number>): boolean {
  const inside = (value: number, low: number | null, high: number | null, size: number) =>
    (low === null || value >= low - tolerance * size) && (high === null || value <= high + tolerance * size);
  return (
    unknowns.every(({ low, high }, place) =>
      inside(at[place]!, low, high, Math.max(1, Math.abs(at[place]!))),
    ) &&
    constraints.every(({ terms, low, high }) => {
      const size = terms.reduce(
        (most, { unknown, times }) => Math.max(most, Math.abs(times * at[unknown]!)),
        1,
      );
      return inside(valueOf(terms, at), low, high, size);
    })
  );
}
