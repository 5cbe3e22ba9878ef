import { symmetricEigen } from "../numeric/eigen.js";
import { invertSymmetric, solveSymmetric } from "../numeric/matrix.js";
import type { Matrix } from "../numeric/matrix.js";
import { largestSize, rangeOf } from "../numeric/range.js";
import { sumOf } from "../numeric/sum.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";

/** Items as one common factor and, for each, what is its own. */
export interface OneFactorFit {
  readonly kind: "oneFactorFit";
  /** Regression of each item on the factor, whose variance is 1; in the unit of the item, with a positive sum. */
  readonly loadings: readonly number[];
  /** Variance of each item that the factor leaves, more than 0. */
  readonly uniquenesses: readonly number[];
  /** How far the fit is from the covariances: log |fit| + trace(covariance / fit) - log |covariance| - items. */
  readonly discrepancy: number;
  readonly iterations: number;
}

/** The discrepancy at one set of uniquenesses, with its slope and curvature in their logs. */
interface Point {
  readonly logs: readonly number[];
  readonly discrepancy: number;
  readonly slope: readonly number[];
  readonly curvature: Matrix;
  /** Largest eigenvalue of the scaled correlations, and its vector. */
  readonly largest: number;
  readonly axis: readonly number[];
}

const MOST_ITERATIONS = 200;
const MOST_HALVINGS = 30;
const SETTLED = 1e-12;
/** A share of an item's variance so small that the fit would have gone to 0 or below. */
const NOTHING_OF_ITS_OWN = 1e-6;

/**
 * One common factor of several items, by maximum likelihood.
 *
 * For given uniquenesses the best loadings follow from the largest eigenvalue of the correlations scaled by them, so the
 * search is over the uniquenesses alone: Newton's method on their logs, halving a step that does not come closer. It
 * starts from one place, as R's factanal does: of weak items and few people a better fit may lie elsewhere, most often a
 * Heywood case.
 *
 * @param covariance of the items
 * @returns the fit; unavailable with fewer than 3 items, when the items are linearly dependent, when an item would have
 * nothing of its own (a Heywood case), or when the search does not settle
 * @see Lawley & Maxwell (1971) Factor Analysis as a Statistical Method, 2nd ed., chapter 4; Jöreskog (1967) Psychometrika
 * 32:443-482; Clarke (1970) Br J Math Stat Psychol 23:43-52, for the exact curvature
 * @example
 * fitOneFactor([[1, 0.48, 0.4], [0.48, 1, 0.3], [0.4, 0.3, 1]]) // => { loadings: [0.8, 0.6, 0.5], uniquenesses: [0.36, 0.64, 0.75] }
 */
export function fitOneFactor(covariance: Matrix): OneFactorFit | Unavailable {
  if (covariance.length < 3) return unavailable("a factor needs at least 3 items");
  const deviations = covariance.map((row, item) => Math.sqrt(row[item]!));
  if (deviations.includes(0)) return unavailable("everyone gave the same answer to one of the items");
  const correlations = covariance.map((row, a) =>
    row.map((element, b) => element / (deviations[a]! * deviations[b]!)),
  );
  const inverse = invertSymmetric(correlations);
  if (inverse === null) return unavailable("one item follows from the others");

  const half = 1 - 0.5 / covariance.length;
  let point = discrepancyAt(
    correlations,
    inverse.map((row, item) => Math.log(half / row[item]!)),
  );
  for (let iterations = 0; iterations <= MOST_ITERATIONS; iterations += 1) {
    if (rangeOf(point.logs)[0] < Math.log(NOTHING_OF_ITS_OWN)) return heywood;
    if (largestSize(point.slope) < SETTLED) return fitFrom(point, deviations, iterations);
    const next = closerPoint(correlations, point);
    if (next === null) break;
    point = next;
  }
  return unavailable("the one-factor fit did not settle");
}

const heywood = unavailable("an item would have no variance of its own (a Heywood case)");

/** Discrepancy, slope and curvature from the eigenvalues of the correlations scaled by the uniquenesses. */
function discrepancyAt(correlations: Matrix, logs: readonly number[]): Point {
  const scales = logs.map((log) => Math.exp(-log / 2));
  const { values, vectors } = symmetricEigen(
    correlations.map((row, a) => row.map((element, b) => element * scales[a]! * scales[b]!)),
  );
  const [largest, ...others] = values as [number, ...number[]];
  const [axis, ...axes] = vectors as [readonly number[], ...(readonly number[])[]];
  const spread = (weights: readonly number[]) => (a: number, b: number) =>
    axes.reduce((sum, other, m) => sum + weights[m]! * other[a]! * other[b]!, 0);
  const [plain, weighted, towards] = [
    spread(others.map(() => 1)),
    spread(others),
    spread(others.map((value) => ((1 - value) * (largest + value)) / (largest - value))),
  ];
  const away = spread(others.map((value) => 1 - value));
  return {
    logs,
    discrepancy: others.reduce((sum, value) => sum + value - Math.log(value) - 1, 0),
    slope: logs.map((_, item) => away(item, item)),
    curvature: logs.map((_, a) =>
      logs.map((__, b) => weighted(a, b) * plain(a, b) + axis[a]! * axis[b]! * towards(a, b)),
    ),
    largest,
    axis,
  };
}

/** One Newton step, halved until the discrepancy falls; null when no step makes it fall. */
function closerPoint(correlations: Matrix, point: Point): Point | null {
  const downhill = point.slope.map((slope) => -slope);
  const step = solveSymmetric(point.curvature, downhill) ?? downhill;
  const size = largestSize(step);
  let length = Math.min(1, 2 / size);
  for (let halving = 0; halving < MOST_HALVINGS; halving += 1) {
    const next = discrepancyAt(
      correlations,
      point.logs.map((log, item) => log + length * step[item]!),
    );
    if (next.discrepancy <= point.discrepancy + 1e-14) return next;
    length /= 2;
  }
  return null;
}

function fitFrom(
  { logs, discrepancy, largest, axis }: Point,
  deviations: readonly number[],
  iterations: number,
): OneFactorFit {
  const common = Math.sqrt(Math.max(0, largest - 1));
  const loadings = axis.map((part, item) => deviations[item]! * Math.exp(logs[item]! / 2) * part * common);
  const sign = sumOf(loadings) < 0 ? -1 : 1;
  return {
    kind: "oneFactorFit",
    loadings: loadings.map((loading) => sign * loading),
    uniquenesses: logs.map((log, item) => deviations[item]! ** 2 * Math.exp(log)),
    discrepancy,
    iterations,
  };
}
