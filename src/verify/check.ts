/** A value as a reference file holds it. "Infinity" and "-Infinity" stand as words; null is "the reference gives none". */
export type ReferenceValue =
  number | string | boolean | null | readonly ReferenceValue[] | { readonly [name: string]: ReferenceValue };

/** How a statistic is worked out, which decides how close it must come to its reference. */
export type Solution = "closed form" | "exact" | "iterative";

/** The largest error allowed, relative to the expected value. */
export const allowed: Readonly<Record<Solution, number>> = {
  "closed form": 1e-10,
  exact: 1e-10,
  iterative: 1e-7,
};

/** One method, and how it is run on a case of its reference values. */
export interface MethodCheck {
  /** Key of the method's cases in `data/reference`. */
  readonly id: string;
  /** As a statistician calls it. */
  readonly label: string;
  /** Names exported by `stats/index.ts` that these cases exercise. */
  readonly functions: readonly string[];
  readonly solution: Solution;
  /** Below this an expected value counts as zero, and the error is taken as it is; 0 unless sums cancel. */
  readonly nearZero: number;
  /** Runs the method on a case's input; what comes out is compared with everything the reference expects. */
  run(input: ReferenceValue): unknown;
}

/**
 * Describes a check. The input is typed as the script in `tests/reference` wrote it; a case of another shape makes the
 * method throw or miss, which turns its row red.
 */
export function methodCheck<Input>(
  check: Omit<MethodCheck, "run" | "nearZero"> & {
    readonly nearZero?: number;
    readonly run: (input: Input) => unknown;
  },
): MethodCheck {
  return { nearZero: 0, ...check, run: (input) => check.run(input as Input) };
}
