/**
 * The nearest multiple of a step, halves away from zero, without the dust of binary fractions.
 *
 * @example roundTo(0.625, 0.05) // => 0.65
 */
export function roundTo(value: number, step: number): number {
  const rounded = clean(Math.round(Math.abs(value) / step + dust) * step);
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

/**
 * A share, or a score between two ends, rounded so that it is never told as an end that it has not reached: 0% is nobody and
 * 100% is everybody. What would be rounded to an end is told as a step from it. Halves go towards the middle, so that a share
 * and what it leaves are rounded alike: both rounded up, they would tell that it was a half.
 *
 * @example roundWithin(0.99, 0.05) // => 0.95
 */
export function roundWithin(value: number, step: number, low = 0, high = 1): number {
  const fromLow = value - low <= high - value;
  const away = roundTo(fromLow ? value - low : high - value, step);
  const inside = value <= low || value >= high ? away : Math.max(step, away);
  return clean(fromLow ? low + inside : high - inside);
}

/**
 * The nearest multiple of a step that is not above a value.
 *
 * @example roundDown(0.29, 0.05) // => 0.25
 */
export function roundDown(value: number, step: number): number {
  return clean(Math.floor(value / step + dust) * step);
}

/**
 * The nearest multiple of a step that is not below a value.
 *
 * @example roundUp(0.31, 0.05) // => 0.35
 */
export function roundUp(value: number, step: number): number {
  return clean(Math.ceil(value / step - dust) * step);
}

/** How far a quotient may be off a whole number and count as one: what division in binary leaves. */
const dust = 1e-9;

function clean(value: number): number {
  const cleaned = Number(value.toFixed(6));
  return cleaned === 0 ? 0 : cleaned;
}
