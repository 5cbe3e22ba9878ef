/** Values that the file marks as missing answers: single ones, and a range of numbers. */
export interface MissingValues {
  readonly values: readonly (number | string)[];
  /** Both ends included. */
  readonly range: { readonly low: number; readonly high: number } | null;
}

/**
 * Whether a value is one that the file marks as missing.
 *
 * @example isMarkedMissing(97, { values: [], range: { low: 90, high: 99 } }) // => true
 */
export function isMarkedMissing(value: number | string, { values, range }: MissingValues): boolean {
  if (values.includes(value)) return true;
  return range !== null && typeof value === "number" && value >= range.low && value <= range.high;
}
