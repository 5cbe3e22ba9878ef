import { logFactorial } from "../numeric/log-factorial.js";
import { nextUniform } from "./generator.js";
import type { GeneratorState } from "../draws/xoshiro.js";

const FEWEST_FOR_REJECTION = 10;

/**
 * A binomial count: successes in n trials. Its cost does not grow with n.
 *
 * By inversion when fewer than 10 are expected, otherwise by transformed rejection (BTRS).
 *
 * @param state of the generator, moved on
 * @param n trials, whole number, 0 or more
 * @param p chance of success, 0 to 1
 * @returns whole number, 0 to n
 * @see Hörmann (1993) J Stat Comput Simul 46:101-110; inversion: Kachitvichyanukul & Schmeiser (1988) Commun ACM 31:216-222
 * @example
 * nextBinomial(Int32Array.of(1, 2, 3, 4), 1000, 1) // => 1000
 */
export function nextBinomial(state: GeneratorState, n: number, p: number): number {
  if (p > 0.5) return n - nextBinomial(state, n, 1 - p);
  if (n === 0 || p <= 0) return 0;
  return n * p < FEWEST_FOR_REJECTION ? byInversion(state, n, p) : byRejection(state, n, p);
}

function byInversion(state: GeneratorState, n: number, p: number): number {
  const odds = p / (1 - p);
  const chanceOfNone = Math.exp(n * Math.log1p(-p));
  for (;;) {
    let left = nextUniform(state);
    let chance = chanceOfNone;
    for (let count = 0; count <= n; count += 1) {
      if (left <= chance) return count;
      left -= chance;
      chance *= (odds * (n - count)) / (count + 1);
    }
  }
}

function byRejection(state: GeneratorState, n: number, p: number): number {
  const spread = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const centre = n * p + 0.5;
  for (;;) {
    const u = nextUniform(state) - 0.5;
    const v = nextUniform(state);
    const edge = 0.5 - Math.abs(u);
    const count = Math.floor(((2 * a) / edge + b) * u + centre);
    if (edge >= 0.07 && v <= 0.92 - 4.2 / b) return count;
    if (count < 0 || count > n) continue;
    const height = (v * (2.83 + 5.1 / b) * spread) / (a / (edge * edge) + b);
    if (Math.log(height) <= logChanceOverMode(count, n, p)) return count;
  }
}

function logChanceOverMode(count: number, n: number, p: number): number {
  const mode = Math.floor((n + 1) * p);
  return (
    logFactorial(mode) +
    logFactorial(n - mode) -
    logFactorial(count) -
    logFactorial(n - count) +
    (count - mode) * Math.log(p / (1 - p))
  );
}
