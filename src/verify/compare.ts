import type { ReferenceValue } from "./check.js";

/**
 * The largest error of a value against what the reference expects, over all their parts.
 *
 * Numbers: the difference as a share of the expected one, or as it is where the expected one is within `nearZero` of
 * zero. Words and truth values: 0 when equal, Infinity otherwise. A part that is expected and not there is an Infinity;
 * a part that is there and not expected is passed over, and so is an expected null.
 *
 * @example largestError({ p: 0.05 }, { p: 0.04 }, 0) // => 0.25
 */
export function largestError(actual: unknown, expected: ReferenceValue, nearZero: number): number {
  if (expected === null) return 0;
  if (typeof expected === "number") return numberError(actual, expected, nearZero);
  if (expected === "Infinity" || expected === "-Infinity") return actual === Number(expected) ? 0 : Infinity;
  if (typeof expected !== "object") return actual === expected ? 0 : Infinity;
  if (typeof actual !== "object" || actual === null) return Infinity;
  if (Array.isArray(expected) && (actual as ArrayLike<unknown>).length !== expected.length) return Infinity;
  const parts = actual as Readonly<Record<string, unknown>>;
  return Object.entries(expected as Readonly<Record<string, ReferenceValue>>).reduce(
    (worst, [name, part]) => Math.max(worst, largestError(parts[name], part, nearZero)),
    0,
  );
}

/**
 * How many numbers, words and truth values a reference expects: what `largestError` compares.
 *
 * @example countValues({ p: 0.04, limits: [0, null] }) // => 2
 */
export function countValues(expected: ReferenceValue): number {
  if (expected === null) return 0;
  if (typeof expected !== "object") return 1;
  return Object.values(expected as Readonly<Record<string, ReferenceValue>>).reduce<number>(
    (sum, part) => sum + countValues(part),
    0,
  );
}

function numberError(actual: unknown, expected: number, nearZero: number): number {
  if (typeof actual !== "number" || !Number.isFinite(actual)) return Infinity;
  const difference = Math.abs(actual - expected);
  return Math.abs(expected) <= nearZero ? difference : difference / Math.abs(expected);
}
