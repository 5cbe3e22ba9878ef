/** Which side of a value a probability is on. */
export type Side = "lower" | "upper";

/**
 * Where a distribution stands at one value of u, the log or log-odds of its variable. One of the two tails is known
 * in itself, the other is what is left of 1.
 */
export interface TailPoint {
  /** The tail that is known in itself. */
  readonly side: Side;
  /** Log of the density of u. */
  readonly logDensity: number;
  /** That tail as a multiple of the density of u. */
  readonly tailOverDensity: number;
  /** Slope of the log of the density of u. */
  readonly slope: number;
}

const ENOUGH_STEPS = 500;
/** The step after one this small is below double precision, since the error of a Halley step is cubic. */
const LAST_STEP = 1e-7;

/**
 * The probability on one side.
 *
 * @param side which tail
 * @param point from incompleteBeta or incompleteGamma
 * @returns 0 to 1
 * @example
 * tailProbability("upper", { side: "lower", logDensity: 0, tailOverDensity: 0.25, slope: 0 }) // => 0.75
 */
export function tailProbability(side: Side, { side: known, logDensity, tailOverDensity }: TailPoint): number {
  const tail = Math.exp(logDensity) * tailOverDensity;
  return side === known ? tail : 1 - tail;
}

/**
 * The u with a given probability on one side, for a log-concave density of u.
 *
 * The log of either tail is concave then, so that a Newton step from anywhere lands where the tail is too small, and
 * every further step comes nearer; Halley's term makes the steps fewer.
 *
 * @param probability more than 0, at most about one half
 * @param side which tail it is
 * @param start any u; the nearer the better
 * @param at the distribution at u
 * @param longestStepUp where an upper tail falls so fast that a step from a flat place could leave the doubles
 * @returns u, to about double precision
 * @throws Error when the search does not settle, which only a bug can cause
 * @see Press et al. (2007) Numerical Recipes, 3rd ed., section 6.2.1 and 9.4.2
 * @example
 * solveTail(0.25, "lower", 1, (u) => ({ side: "lower", logDensity: u, tailOverDensity: 1, slope: 1 })) // => -1.3862943611198906
 */
export function solveTail(
  probability: number,
  side: Side,
  start: number,
  at: (u: number) => TailPoint,
  longestStepUp = Infinity,
): number {
  const sign = side === "lower" ? 1 : -1;
  const target = Math.log(probability);
  let u = start;
  for (let step = 0; step < ENOUGH_STEPS; step += 1) {
    const point = at(u);
    const { logTail, hazard } = logTailAndHazard(side, point);
    const newton = (sign * (target - logTail)) / hazard;
    const bend = 1 + (newton * (point.slope - sign * hazard)) / 2;
    const change = Math.min(newton / Math.min(Math.max(bend, 0.5), 2), longestStepUp);
    u += change;
    if (Math.abs(change) <= LAST_STEP) return u;
  }
  throw new Error(`solveTail: expected to settle in ${ENOUGH_STEPS} steps, stopped at ${u}`);
}

function logTailAndHazard(side: Side, point: TailPoint): { logTail: number; hazard: number } {
  const { logDensity, tailOverDensity } = point;
  if (side === point.side) {
    return { logTail: logDensity + Math.log(tailOverDensity), hazard: 1 / tailOverDensity };
  }
  const density = Math.exp(logDensity);
  const other = density * tailOverDensity;
  return { logTail: Math.log1p(-other), hazard: density / (1 - other) };
}
