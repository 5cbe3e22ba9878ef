/** 2^27 + 1: splits a double into two halves whose products are exact. */
const SPLITTER = 134_217_729;

/**
 * A product less another, as if both had been formed without rounding.
 *
 * Where the two nearly cancel, the rounding of a plain `a * b - c * d` is all that would be left.
 *
 * @param a first factor, below 1e150 in size, as are the others
 * @param b second factor
 * @param c first factor of the product to be taken away
 * @param d second factor of the product to be taken away
 * @returns a b - c d, to double precision
 * @see Dekker (1971) Numer Math 18:224-242
 * @example
 * differenceOfProducts(1e8 + 1, 1e8 - 1, 1e8, 1e8) // => -1
 */
export function differenceOfProducts(a: number, b: number, c: number, d: number): number {
  const first = a * b;
  const second = c * d;
  return first - second + (roundingOf(first, a, b) - roundingOf(second, c, d));
}

function roundingOf(product: number, a: number, b: number): number {
  const highA = upperHalf(a);
  const highB = upperHalf(b);
  const lowA = a - highA;
  const lowB = b - highB;
  return highA * highB - product + highA * lowB + lowA * highB + lowA * lowB;
}

function upperHalf(value: number): number {
  const spread = value * SPLITTER;
  return spread - (spread - value);
}
