/** A function's value and its slope at one point. */
export interface ValueAndSlope {
  readonly value: number;
  readonly slope: number;
}

const MOST_STEPS = 400;

/**
 * The zero of a function inside a bracket, by Newton steps that fall back on bisection.
 *
 * A Newton step is refused when it leaves the bracket or fails to halve the last step, so the search
 * cannot do worse than bisection. It ends when a step no longer changes the answer, or changes it by no more than
 * the resolution: a zero that may lie at 0, such as a log odds ratio, needs one.
 *
 * @param evaluate the function and its slope; the slope may be approximate
 * @param low one end of the bracket
 * @param high the other end, above low, where the function has the other sign
 * @param resolution the smallest difference that matters, in the unit of x
 * @returns the zero, to double precision or to the resolution, whichever is coarser
 * @throws Error when the search does not settle, which only a bug can cause
 * @see Press et al. (2007) Numerical Recipes, 3rd ed., section 9.4
 * @example
 * findRoot((x) => ({ value: x * x - 2, slope: 2 * x }), 0, 2) // => 1.4142135623730951
 */
export function findRoot(
  evaluate: (x: number) => ValueAndSlope,
  low: number,
  high: number,
  resolution = 0,
): number {
  const valueAtLow = evaluate(low).value;
  if (valueAtLow === 0) return low;
  if (evaluate(high).value === 0) return high;
  const lowIsNegative = valueAtLow < 0;
  let x = (low + high) / 2;
  let lastStep = high - low;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { value, slope } = evaluate(x);
    if (value === 0) return x;
    if (value < 0 === lowIsNegative) low = x;
    else high = x;
    const newton = x - value / slope;
    const accepted = newton >= low && newton <= high && Math.abs(newton - x) <= lastStep / 2;
    const next = accepted ? newton : (low + high) / 2;
    lastStep = Math.abs(next - x);
    x = next;
    const smallest = Math.max(resolution, Number.EPSILON * Math.abs(x));
    if (lastStep <= smallest || high - low <= smallest) return x;
  }
  throw new Error(`findRoot: expected to settle in ${MOST_STEPS} steps, stopped at ${x}`);
}
