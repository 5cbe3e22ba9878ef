import type { Matrix } from "../numeric/matrix.js";

/** People who answered alike and share their covariates. */
export interface OrdinalRow {
  /** Place of their answer among the categories, from 0. */
  readonly category: number;
  readonly covariates: readonly number[];
  /** How many people. */
  readonly count: number;
  /** Part of the linear predictor that is held fixed. */
  readonly offset: number;
}

/** A likelihood at one point, with its slopes and its curvature. */
export interface Likelihood {
  readonly logLikelihood: number;
  readonly gradient: readonly number[];
  /** Less the matrix of second derivatives. */
  readonly information: Matrix;
}

/**
 * The log-likelihood of a proportional odds model, logit P(Y ≤ j) = threshold j - (offset + coefficients ×
 * covariates).
 *
 * With a and b the logits at the upper and lower edge of a category, its probability is F(a) (1 - F(b)) (1 - exp(b
 * - a)): written so, neither it nor its derivatives lose digits in the tails.
 *
 * @param rows people by answer and covariates
 * @param parameters thresholds from lowest to highest, then coefficients in the order of the covariates
 * @param thresholds how many of the parameters are thresholds: categories less 1
 * @returns -Infinity, with empty slopes, where thresholds are out of order
 * @see McCullagh (1980) J R Stat Soc B 42:109-142; Pratt (1981) JASA 76:103-106 (the log-likelihood is concave)
 * @example
 * cumulativeLogit([{ category: 0, covariates: [], count: 1, offset: 0 }], [0], 1) // => { logLikelihood: -0.69314718, gradient: [0.5], information: [[0.25]] }
 */
export function cumulativeLogit(
  rows: readonly OrdinalRow[],
  parameters: readonly number[],
  thresholds: number,
): Likelihood {
  const size = parameters.length;
  const gradient = new Array<number>(size).fill(0);
  const information = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  const into = { gradient, information, thresholds };
  let logLikelihood = 0;
  for (const { category, covariates, count, offset } of rows) {
    const predictor = covariates.reduce((sum, x, k) => sum + x * parameters[thresholds + k]!, offset);
    const a = category < thresholds ? parameters[category]! - predictor : Infinity;
    const b = category > 0 ? parameters[category - 1]! - predictor : -Infinity;
    const gap = a - b;
    if (!(gap > 0)) return { logLikelihood: -Infinity, gradient: [], information: [] };
    const [upper, lower] = [logisticAt(a), logisticAt(b)];
    logLikelihood += count * (upper.logBelow + lower.logAbove + Math.log(-Math.expm1(-gap)));

    const between = gap === Infinity ? 0 : 1 / Math.expm1(gap);
    const curvature = between * (1 + between);
    if (category < thresholds)
      addEdge(into, category, covariates, {
        slope: count * (upper.above + between),
        spread: count * upper.below * upper.above,
      });
    if (category > 0)
      addEdge(into, category - 1, covariates, {
        slope: -count * (lower.below + between),
        spread: count * lower.below * lower.above,
      });
    if (curvature === 0 || category === 0 || category === thresholds) continue;
    information[category]![category]! += count * curvature;
    information[category - 1]![category - 1]! += count * curvature;
    information[category]![category - 1]! -= count * curvature;
    information[category - 1]![category]! -= count * curvature;
  }
  return { logLikelihood, gradient, information };
}

/** Adds slope × d and spread × d dᵀ, where d is 1 at the edge and less the covariate at each coefficient. */
function addEdge(
  { gradient, information, thresholds }: { gradient: number[]; information: number[][]; thresholds: number },
  edge: number,
  covariates: readonly number[],
  { slope, spread }: { readonly slope: number; readonly spread: number },
): void {
  gradient[edge]! += slope;
  information[edge]![edge]! += spread;
  for (let k = 0; k < covariates.length; k += 1) {
    const place = thresholds + k;
    const x = covariates[k]!;
    gradient[place]! -= slope * x;
    information[edge]![place]! -= spread * x;
    information[place]![edge]! -= spread * x;
    const row = information[place]!;
    for (let l = 0; l < covariates.length; l += 1) row[thresholds + l]! += spread * x * covariates[l]!;
  }
}

/** The logistic probabilities at or below a logit and above it, with their logs; none of them loses digits. */
function logisticAt(logit: number) {
  const odds = Math.exp(-Math.abs(logit));
  const [likely, unlikely] = [1 / (1 + odds), odds / (1 + odds)];
  const logLikely = -Math.log1p(odds);
  const logUnlikely = logLikely - Math.abs(logit);
  return logit >= 0
    ? { below: likely, above: unlikely, logBelow: logLikely, logAbove: logUnlikely }
    : { below: unlikely, above: likely, logBelow: logUnlikely, logAbove: logLikely };
}
