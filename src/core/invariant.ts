/** Stop because of a bug of ours, never because of something a person wrote. Never caught below `cli/`. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`invariant: ${message}`);
}
