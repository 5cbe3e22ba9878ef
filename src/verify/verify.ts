import { allowed } from "./check.js";
import type { MethodCheck } from "./check.js";
import { countValues, largestError } from "./compare.js";
import type { MethodReference, ReferenceCase, ReferenceFile } from "./reference.js";

/** One method against one reference implementation. */
export interface VerifyRow {
  readonly id: string;
  readonly label: string;
  readonly functions: readonly string[];
  /** Reference implementation and version. */
  readonly reference: string;
  readonly cases: number;
  /** Values compared, over all cases. */
  readonly values: number;
  /** Relative, or absolute where the expected value is zero; Infinity when a value is missing or the method threw. */
  readonly largestError: number;
  readonly allowed: number;
  readonly passed: boolean;
  /** The case that is furthest off, when the row failed. */
  readonly worst?: string;
}

/**
 * Runs every method on every case of its reference values. A method that throws, gives no value, or has no cases, fails.
 *
 * @param checks the methods, in the order of the rows
 * @param files all of `data/reference`
 * @returns one row for each method and reference implementation
 */
export function verifyMethods(
  checks: readonly MethodCheck[],
  files: readonly ReferenceFile[],
): readonly VerifyRow[] {
  return checks.flatMap((check) => {
    const references = files.flatMap(({ methods }) => methods[check.id] ?? []);
    return (references.length > 0 ? references : [noReference]).map((one) => rowOf(check, one));
  });
}

const noReference: MethodReference = { by: "no reference values found", cases: [] };

function rowOf(check: MethodCheck, { by, cases }: MethodReference): VerifyRow {
  const errors = cases.map((one) => errorOf(check, one));
  const largest = cases.length > 0 ? Math.max(...errors.map(({ error }) => error)) : Infinity;
  const limit = allowed[check.solution];
  const passed = largest <= limit;
  const furthest = errors.findIndex(({ error }) => error === largest);
  return {
    id: check.id,
    label: check.label,
    functions: check.functions,
    reference: by,
    cases: cases.length,
    values: cases.reduce((sum, one) => sum + countValues(one.expected), 0),
    largestError: largest,
    allowed: limit,
    passed,
    ...(passed ? {} : { worst: nameCase(cases[furthest], furthest, errors[furthest]?.threw) }),
  };
}

function errorOf(check: MethodCheck, { input, expected }: ReferenceCase): { error: number; threw?: string } {
  try {
    return { error: largestError(check.run(input), expected, check.nearZero) };
  } catch (error) {
    return { error: Infinity, threw: error instanceof Error ? error.message : String(error) };
  }
}

function nameCase(one: ReferenceCase | undefined, index: number, threw: string | undefined): string {
  if (one === undefined) return "no cases";
  const which = one.name ? `case ${index + 1}, ${one.name}` : `case ${index + 1}`;
  return threw ? `${which}: ${threw}` : which;
}
