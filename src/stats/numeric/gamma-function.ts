const STIRLING_SERIES = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];
const SERIES_FROM = 10;
const SERIES_BELOW = 0.1;

/**
 * What Stirling's formula leaves out of the log of x!.
 *
 * Densities built from this and {@link deviance} keep their last digits where differences of
 * log-gamma values would lose them.
 *
 * @param x more than 0
 * @returns log Γ(x + 1) - (x + 1/2) log x + x - log √(2π)
 * @see Loader (2000) Fast and accurate computation of binomial probabilities; the series is DLMF 5.11.1
 * @example
 * stirlingError(1) // => 0.08106146679532726
 */
export function stirlingError(x: number): number {
  let shifted = 0;
  for (; x < SERIES_FROM; x += 1) shifted += (x + 0.5) * Math.log1p(1 / x) - 1;
  const inverseSquare = 1 / (x * x);
  const series = STIRLING_SERIES.reduceRight((sum, coefficient) => sum * inverseSquare + coefficient, 0);
  return shifted + series / x;
}

/**
 * Half the Poisson deviance of an observed against an expected value, without cancellation when they are close.
 *
 * @param observed more than 0
 * @param expected more than 0
 * @returns observed × log(observed / expected) + expected - observed
 * @see Loader (2000) Fast and accurate computation of binomial probabilities, equation 5
 * @example
 * deviance(3, 2) // => 0.2163953243244932
 */
export function deviance(observed: number, expected: number): number {
  const ratio = (observed - expected) / (observed + expected);
  if (Math.abs(ratio) >= SERIES_BELOW) {
    return observed * Math.log(observed / expected) + expected - observed;
  }
  let sum = (observed - expected) * ratio;
  let power = 2 * observed * ratio;
  for (let odd = 3; ; odd += 2) {
    power *= ratio * ratio;
    const next = sum + power / odd;
    if (next === sum) return sum;
    sum = next;
  }
}
