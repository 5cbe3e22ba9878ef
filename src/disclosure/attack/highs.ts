import highsPackage from "highs";
import type { Model, ModelData } from "highs";
import { invariant } from "../../core/invariant.js";
import { Contradiction } from "./contradiction.js";
import type { System, Term } from "./system.js";

// The package declares its types for `require`; `import` gives the loader itself.
const loadHighs = highsPackage as unknown as typeof highsPackage.default;
const highs = await loadHighs();

/** How far a solution may be from what a constraint asks, for each unit that its terms are worth. */
const tolerance = 1e-6;
/** Splits of whole numbers that are tried here for one sum before HiGHS cuts as well as branches: most sums need a few. */
const mostTries = 300;

export type Side = "lowest" | "highest";

/** The highest or lowest value of a sum, and a solution that reaches it, in the order of the unknowns. */
export interface Extreme {
  /** Null when nothing bounds the sum on that side. */
  readonly value: number | null;
  /** Whole numbers are exact. Null when nothing bounds the sum. */
  readonly at: Float64Array | null;
}

/**
 * The highest or lowest value of a sum. Exact: whole unknowns are whole.
 *
 * @param enough a value that is as good as the extreme: any solution that reaches it may be given instead
 */
export type Extremes = (terms: readonly Term[], side: Side, enough?: number) => Extreme;

/**
 * Work with a solver that holds one system. HiGHS (https://highs.dev) solves the system as if
 * whole numbers could be split, by the simplex method; where its answer splits one, both sides of the split are tried in turn
 * (Land and Doig 1960, https://doi.org/10.2307/1910129), each from where the last solution left off. Every solution is put back
 * into the constraints here before it is believed.
 *
 * @param system at least one unknown; each constraint names an unknown once
 * @throws Contradiction when nothing satisfies the system
 * @throws Error when HiGHS ends in any other way than with an answer: no bound is ever guessed
 */
export function withSolver<T>(system: System, work: (extremes: Extremes) => T): T {
  let opened: Model | undefined;
  const model = () => (opened ??= openModel(system));
  try {
    return work((terms, side, enough) => extremeOf(model(), system, terms, side, enough));
  } finally {
    if (opened) idle.push(opened);
  }
}

/** Models of HiGHS that hold a system no longer asked about: to fill one again is four times faster than to make one. */
const idle: Model[] = [];

/** What a sum comes to. */
export function valueOf(terms: readonly Term[], at: ArrayLike<number>): number {
  return terms.reduce((sum, { unknown, times }) => sum + times * at[unknown]!, 0);
}

function openModel(system: System): Model {
  const model = idle.pop() ?? highs.createModel();
  // HiGHS 1.15's presolve calls some systems contradictory that are not.
  model.options.set({
    output_flag: false,
    presolve: "off",
    primal_feasibility_tolerance: 1e-8,
    mip_feasibility_tolerance: 1e-8,
    mip_rel_gap: 0,
    mip_abs_gap: 1e-7,
    mip_max_nodes: 1_000_000,
  });
  model.passModel(modelData(system));
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
): Extreme {
  const sign = side === "lowest" ? 1 : -1;
  for (const { unknown, times } of terms) model.changeColCost(unknown, sign * times);
  const first = solve(model);
  if (first !== "none" && first !== "unbounded") {
    const at = leastWhole(
      model,
      system,
      terms,
      sign,
      enough === undefined ? -Infinity : sign * enough,
      first,
    );
    for (const { unknown } of terms) model.changeColCost(unknown, 0);
    if (at === null) throw new Contradiction();
    return { value: valueOf(terms, at), at };
  }
  for (const { unknown } of terms) model.changeColCost(unknown, 0);
  const any = first === "none" ? "none" : solve(model);
  if (
    any === "none" ||
    any === "unbounded" ||
    leastWhole(model, system, [], 1, Number.MAX_VALUE, any) === null
  )
    throw new Contradiction();
  return { value: null, at: null };
}

/**
 * The solution in whole numbers that makes `sign` times the sum least, or the first that makes it as little as is enough; null
 * when there is none. The costs of the model are set.
 */
function leastWhole(
  model: Model,
  { unknowns, constraints }: System,
  terms: readonly Term[],
  sign: number,
  enough: number,
  first: Float64Array,
): Float64Array | null {
  const isWhole = terms.every(({ unknown, times }) => unknowns[unknown]!.whole && Number.isInteger(times));
  const low = unknowns.map((unknown) => unknown.low);
  const high = unknowns.map((unknown) => unknown.high ?? highs.infinity);
  let best: Float64Array | null = null;
  let least = Infinity;
  let tries = 0;
  const within = (place: number, from: number, to: number) => {
    const [before, after] = [low[place]!, high[place]!];
    if (from > to) return;
    [low[place], high[place]] = [from, to];
    model.changeColBounds(place, from, to);
    const found = solve(model);
    if (found !== "none" && found !== "unbounded") search(found);
    [low[place], high[place]] = [before, after];
    model.changeColBounds(place, before, after);
  };
  const search = (found: Float64Array): void => {
    if (++tries > mostTries) return;
    const value = sign * valueOf(terms, found);
    if ((isWhole ? Math.ceil(value - tolerance) : value + tolerance) >= least) return;
    const at = wholeNearest({ unknowns, constraints }, found);
    const place = furthest(found, at);
    const off = Math.abs(found[place]! - at[place]!);
    if (off <= tolerance && satisfies({ unknowns, constraints }, at)) {
      best = at;
      least = sign * valueOf(terms, at);
      return;
    }
    invariant(off > 0, "HiGHS: the solution does not satisfy the system");
    const below = Math.floor(found[place]!);
    const down = () => within(place, low[place]!, below);
    const up = () => within(place, below + 1, high[place]!);
    for (const next of found[place]! - below < 0.5 ? [down, up] : [up, down])
      if (least > enough && tries <= mostTries) next();
  };
  search(first);
  return tries > mostTries && least > enough ? byCutting(model, { unknowns, constraints }) : best;
}

/** The same by the branch and cut of HiGHS: slower to start, and faster where the splits are many. */
function byCutting(model: Model, system: System): Float64Array | null {
  const { unknowns } = system;
  const kinds = Int32Array.from(unknowns, ({ whole }) => (whole ? 1 : 0));
  model.changeColsIntegrality({ kind: "range", from: 0, to: unknowns.length - 1 }, kinds);
  const found = solve(model);
  model.clearIntegrality();
  if (found === "none") return null;
  invariant(found !== "unbounded", "HiGHS: whole numbers are unbounded where real numbers are bounded");
  const at = wholeNearest(system, found);
  invariant(satisfies(system, at), "HiGHS: the solution does not satisfy the system");
  return at;
}

function wholeNearest({ unknowns }: System, found: Float64Array): Float64Array {
  return Float64Array.from(found, (own, place) => (unknowns[place]!.whole ? Math.round(own) : own));
}

/** Where two solutions are furthest apart. */
function furthest(a: Float64Array, b: Float64Array): number {
  return a.reduce(
    (most, own, place) => (Math.abs(own - b[place]!) > Math.abs(a[most]! - b[most]!) ? place : most),
    0,
  );
}

function solve(model: Model): Float64Array | "none" | "unbounded" {
  model.run();
  const status = model.getModelStatus();
  const { optimal, infeasible, unbounded } = highs.constants.modelStatus;
  if (status === optimal) return model.getSolution().colValue;
  if (status === infeasible) return "none";
  if (status === unbounded) return "unbounded";
  throw new Error(`an attacker's bounds could not be worked out: HiGHS ended with status ${status}`);
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
