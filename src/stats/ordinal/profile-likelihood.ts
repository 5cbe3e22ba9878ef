import { findRoot } from "../numeric/root.js";
import { cumulativeLogit } from "./cumulative-logit.js";
import type { OrdinalRow } from "./cumulative-logit.js";
import { devianceBetween, maximiseLikelihood } from "./maximum-likelihood.js";
import type { OrdinalFit } from "./maximum-likelihood.js";

/** A fitted model, and the coefficient that is looked at alone. */
export interface Profiled {
  readonly rows: readonly OrdinalRow[];
  readonly thresholds: number;
  readonly fit: OrdinalFit;
  /** Place of the coefficient among the covariates, from 0. */
  readonly covariate: number;
}

const MOST_STRETCHES = 20;
const RESOLUTION = 1e-12;

/**
 * The profile deviance of one coefficient: twice what the log-likelihood falls short of its highest when the
 * coefficient is held at a value and everything else is fitted again.
 *
 * @param profiled the fitted model and the coefficient
 * @param value where the coefficient is held
 * @returns the deviance, 0 or more, and its slope in the coefficient
 * @see Venzon & Moolgavkar (1988) Appl Stat 37:87-94
 * @example
 * profileDeviance({ rows: [{ category: 0, covariates: [0], count: 1, offset: 0 }, { category: 1, covariates: [0], count: 1, offset: 0 }, { category: 0, covariates: [1], count: 1, offset: 0 }, { category: 1, covariates: [1], count: 1, offset: 0 }], thresholds: 1, fit: { parameters: [0, 0], logLikelihood: -4 * Math.LN2, covariance: null, runsOff: null }, covariate: 0 }, 1) // => { value: 0.24743843, slope: 0.48983732 }
 */
export function profileDeviance({ rows, thresholds, fit, covariate }: Profiled, value: number) {
  const held = rows.map((row) => ({
    ...row,
    covariates: row.covariates.filter((_, k) => k !== covariate),
    offset: row.offset + value * row.covariates[covariate]!,
  }));
  const place = thresholds + covariate;
  const start = fit.parameters.filter((_, index) => index !== place);
  const rest = maximiseLikelihood(
    held,
    fit.runsOff === null ? start : startOf(held, start, thresholds),
    thresholds,
  );
  const parameters = [...rest.parameters.slice(0, place), value, ...rest.parameters.slice(place)];
  const { gradient } = cumulativeLogit(rows, parameters, thresholds);
  return {
    value: devianceBetween(fit.logLikelihood, rest.logLikelihood),
    slope: -2 * gradient[place]!,
  };
}

/**
 * Where the profile deviance of a coefficient reaches a height, on one side of its best value.
 *
 * @param profiled the fitted model and the coefficient
 * @param height deviance at the limit: the square of the normal quantile
 * @param from a value of the coefficient on the inner side: the best one, or any when that is at infinity
 * @param step first step outwards: below 0 for a lower limit
 * @returns the limit, or "unbounded" when the deviance never gets there
 * @throws NotSettled when a fit does not settle
 * @see {@link profileDeviance}
 * @example
 * profileLimit({ rows: [{ category: 0, covariates: [0], count: 1, offset: 0 }, { category: 1, covariates: [0], count: 1, offset: 0 }, { category: 0, covariates: [1], count: 1, offset: 0 }, { category: 1, covariates: [1], count: 1, offset: 0 }], thresholds: 1, fit: { parameters: [0, 0], logLikelihood: -4 * Math.LN2, covariance: null, runsOff: null }, covariate: 0 }, 0.24743843, 0, 1) // => 1
 */
export function profileLimit(
  profiled: Profiled,
  height: number,
  from: number,
  step: number,
): number | "unbounded" {
  const above = (value: number) => {
    const { value: deviance, slope } = profileDeviance(profiled, value);
    return { value: deviance - height, slope };
  };
  let [inner, outer] = [from, from + step];
  for (let stretch = 0; above(inner).value > 0; stretch += 1) {
    if (stretch === MOST_STRETCHES) return "unbounded";
    [inner, outer] = [inner - step * 2 ** stretch, inner];
  }
  for (let stretch = 0; above(outer).value < 0; stretch += 1) {
    if (stretch === MOST_STRETCHES) return "unbounded";
    [inner, outer] = [outer, outer + step * 1.5 ** stretch];
  }
  const resolution = RESOLUTION * Math.abs(step);
  return findRoot(above, Math.min(inner, outer), Math.max(inner, outer), resolution);
}

/** Thresholds at the shares of each category, no effect of the covariates: far-out parameters are a bad start. */
function startOf(rows: readonly OrdinalRow[], parameters: readonly number[], thresholds: number): number[] {
  return [...startingThresholds(rows, thresholds), ...parameters.slice(thresholds).map(() => 0)];
}

/**
 * The thresholds that fit best when no covariate matters: the logits of the shares at or below each category.
 *
 * @param rows people by answer; no category empty
 * @param thresholds categories less 1
 * @returns thresholds from lowest to highest
 * @see McCullagh (1980) J R Stat Soc B 42:109-142
 * @example
 * startingThresholds([{ category: 0, covariates: [], count: 1, offset: 0 }, { category: 1, covariates: [], count: 3, offset: 0 }], 1) // => [-1.0986123]
 */
export function startingThresholds(rows: readonly OrdinalRow[], thresholds: number): number[] {
  return Array.from({ length: thresholds }, (_, edge) => {
    const count = (isIn: (row: OrdinalRow) => boolean) =>
      rows.reduce((sum, row) => sum + (isIn(row) ? row.count : 0), 0);
    return Math.log(count(({ category }) => category <= edge) / count(({ category }) => category > edge));
  });
}
