const STIRLING_SERIES = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];
const SERIES_FROM = 10;
const SERIES_BELOW = 0.5;

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
 * What x log x - x leaves out of the log of x!, for whole and other numbers.
 *
 * @param x 0 or more
 * @returns log Γ(x + 1) - x log x + x; 0 at 0
 * @see {@link stirlingError}
 * @example
 * factorialRest(2) // => 1.3068528194400547
 */
export function factorialRest(x: number): number {
  return x === 0 ? 0 : stirlingError(x) + Math.log(2 * Math.PI * x) / 2;
}

/**
 * Half the Poisson deviance of an observed against an expected value, without cancellation when they are close.
 *
 * @param observed 0 or more
 * @param expected more than 0
 * @param difference observed less expected, where the caller knows it to more digits than the two have
 * @returns observed × log(observed / expected) + expected - observed
 * @see Loader (2000) Fast and accurate computation of binomial probabilities, equation 5
 * @example
 * deviance(3, 2) // => 0.2163953243244932
 */
export function deviance(observed: number, expected: number, difference = observed - expected): number {
  if (observed === 0) return expected;
  const ratio = difference / (observed + expected);
  if (Math.abs(ratio) >= SERIES_BELOW) return observed * Math.log(observed / expected) - difference;
  let sum = difference * ratio;
  let power = 2 * observed * ratio;
  for (let odd = 3; ; odd += 2) {
    power *= ratio * ratio;
    const next = sum + power / odd;
    if (!(Math.abs(next - sum) > 0)) return sum;
    sum = next;
  }
}
