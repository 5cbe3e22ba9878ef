/**
 * How a total is made of inputs, as plain data, so that a worker or a page can be given it: the name of an input, a number,
 * or an operation on formulas. `roundUp` is for what comes in whole steps, as the groups that a session holds.
 */
export type Formula =
  | string
  | number
  | { readonly sum: readonly Formula[] }
  | { readonly product: readonly Formula[] }
  | { readonly most: readonly Formula[] }
  | { readonly least: readonly Formula[] }
  | { readonly difference: readonly [from: Formula, less: Formula] }
  | { readonly ratio: readonly [above: Formula, below: Formula] }
  | { readonly roundUp: Formula };

/** One step of the arithmetic on columns of draws: column `to` becomes the operation on columns `a` and `b`. */
export interface Step {
  readonly operation: Operation;
  readonly a: number;
  /** The same as `a` where the operation takes one column. */
  readonly b: number;
  readonly to: number;
}

export type Operation = "sum" | "product" | "most" | "least" | "difference" | "ratio" | "roundUp";

/** Formulas as one list of steps. The first columns are the inputs, in their order. */
export interface CompiledFormulas {
  readonly steps: readonly Step[];
  /** How many columns there are, inputs, constants and intermediate results. */
  readonly columns: number;
  /** Columns that hold one number throughout. */
  readonly constants: readonly { readonly column: number; readonly value: number }[];
  /** The column of each formula, in their order. */
  readonly results: readonly number[];
}

/**
 * Turns formulas into steps on columns. What several formulas have in common is worked out once.
 *
 * @param formulas as the study's totals, or one scenario beside another
 * @param inputs names of the inputs, in the order of their columns
 * @param where whose formulas, for the error
 * @throws RangeError naming an input that is not there, a number that is not finite or an operation on nothing
 * @example compileFormulas([{ sum: ["pay", "room"] }], ["pay", "room"]).steps // => [{ operation: "sum", a: 0, b: 1, to: 2 }]
 */
export function compileFormulas(
  formulas: readonly Formula[],
  inputs: readonly string[],
  where = "compileFormulas",
): CompiledFormulas {
  const steps: Step[] = [];
  const constants: { column: number; value: number }[] = [];
  const known = new Map(inputs.map((name, column) => [`input ${name}`, column]));
  let columns = inputs.length;

  const results = formulas.map(columnOf);
  return { steps, columns, constants, results };

  function columnOf(formula: Formula): number {
    if (typeof formula === "string") {
      const column = known.get(`input ${formula}`);
      if (column === undefined) throw new RangeError(`${where}: expected an input, got ${formula}`);
      return column;
    }
    if (typeof formula === "number") {
      if (!Number.isFinite(formula))
        throw new RangeError(`${where}: expected a finite number, got ${formula}`);
      return once(`number ${formula}`, (column) => constants.push({ column, value: formula }));
    }
    if ("roundUp" in formula) {
      const column = columnOf(formula.roundUp);
      return columnOfParts("roundUp", [column, column]);
    }
    const [[operation, parts]] = Object.entries(formula) as [
      [Exclude<Operation, "roundUp">, readonly Formula[]],
    ];
    return columnOfParts(operation, parts.map(columnOf));
  }

  /** The first two parts make the column, and each further one is worked into it. */
  function columnOfParts(operation: Operation, [first, ...others]: readonly number[]): number {
    if (first === undefined)
      throw new RangeError(`${where}: expected a ${operation} of at least 1, got none`);
    if (others.length === 0) return first;
    return once(`${operation} ${[first, ...others].join(" ")}`, (to) =>
      others.forEach((b, index) => steps.push({ operation, a: index === 0 ? first : to, b, to })),
    );
  }

  function once(key: string, make: (column: number) => void): number {
    const column = known.get(key) ?? columns;
    if (column === columns) {
      known.set(key, columns);
      columns += 1;
      make(column);
    }
    return column;
  }
}

/**
 * Works out the steps on the columns of a block of draws.
 *
 * @param steps from compileFormulas
 * @param columns of one length; inputs and constants filled, the rest overwritten
 */
export function workOut(steps: readonly Step[], columns: readonly Float64Array[]): void {
  for (const { operation, a, b, to } of steps) operations[operation](columns[a]!, columns[b]!, columns[to]!);
}

type Work = (a: Float64Array, b: Float64Array, to: Float64Array) => void;

/** Loops of their own, each over one kind of array: what the engine makes fast. */
const operations: Readonly<Record<Operation, Work>> = {
  sum: (a, b, to) => {
    for (let i = 0; i < to.length; i += 1) to[i] = (a[i] as number) + (b[i] as number);
  },
  product: (a, b, to) => {
    for (let i = 0; i < to.length; i += 1) to[i] = (a[i] as number) * (b[i] as number);
  },
  difference: (a, b, to) => {
    for (let i = 0; i < to.length; i += 1) to[i] = (a[i] as number) - (b[i] as number);
  },
  ratio: (a, b, to) => {
    for (let i = 0; i < to.length; i += 1) to[i] = (a[i] as number) / (b[i] as number);
  },
  most: (a, b, to) => {
    for (let i = 0; i < to.length; i += 1) to[i] = Math.max(a[i] as number, b[i] as number);
  },
  least: (a, b, to) => {
    for (let i = 0; i < to.length; i += 1) to[i] = Math.min(a[i] as number, b[i] as number);
  },
  roundUp: (a, _, to) => {
    for (let i = 0; i < to.length; i += 1) to[i] = Math.ceil(a[i] as number);
  },
};
