/**
 * Makes the error every function of `src/stats` throws for an argument it cannot use.
 *
 * @param where the function and the parameter, as "wilsonInterval: n"
 * @param expected what would have been accepted, as "at least 1"
 * @param got the value received
 * @returns a RangeError to be thrown by the caller
 * @example
 * argumentError("wilsonInterval: n", "at least 1", 0).message // => "wilsonInterval: n: expected at least 1, got 0"
 */
export function argumentError(where: string, expected: string, got: unknown): RangeError {
  return new RangeError(`${where}: expected ${expected}, got ${String(got)}`);
}
