import { argumentError } from "../argument-error.js";
import type { Law } from "./distribution.js";
import { bendToTriangle, exponentiate, stretch } from "./fill-draws.js";

/** A standard normal value beyond this comes up once in 10¹⁶ draws; tables end here. */
export const REACH = 8.5;
/** Equal steps of a table. */
export const CELLS = 1024;

/** A curve over -8.5 to 8.5 standard deviations, by its value and its slope at equal steps. */
export interface CurveTable {
  readonly values: Float64Array;
  /** Slope times the width of a step. */
  readonly rises: Float64Array;
}

/**
 * Turns standard normal values into values of a law, each with the same probability below it. Normal values that are
 * correlated give values that are: a Gaussian copula.
 *
 * @param values standard normal, overwritten
 * @param law from lawOf
 * @param table from tableFor of the same law
 * @returns the values, in the unit of the input
 * @throws RangeError when the law needs a table and there is none
 * @see Nelsen (2006) An Introduction to Copulas, section 2.9
 * @example
 * normalToLaw(Float64Array.of(-1, 0, 1), { kind: "normal", mean: 5, standardDeviation: 2 }, null) // => [3, 5, 7]
 */
export function normalToLaw(values: Float64Array, law: Law, table: CurveTable | null): Float64Array {
  switch (law.kind) {
    case "fixed":
      return values.fill(law.value);
    case "normal":
      return stretch(values, law.mean, law.standardDeviation);
    case "lognormal":
      return exponentiate(stretch(values, law.logMean, law.logDeviation));
    case "uniform":
      return stretch(readCurve(values, table), law.low, law.width);
    case "triangular":
      return stretch(bendToTriangle(readCurve(values, table), law.peak), law.low, law.width);
    case "gamma":
      return stretch(readCurve(values, table), 0, law.scale);
    case "beta":
      return stretch(readCurve(values, table), law.low, law.width);
  }
}

/**
 * Mixes a factor that a group shares into values of their own: any two inputs of the group are correlated then.
 *
 * @param own standard normal, one input's own, overwritten
 * @param common standard normal, the group's, as many
 * @param correlation between the normal values of any two inputs of the group, 0 to 1; the rank correlation of the inputs is 6 / π × asin(correlation / 2)
 * @returns the values, standard normal again
 * @throws RangeError when the correlation is not from 0 to 1, or the lengths differ
 * @see Kruskal (1958) J Am Stat Assoc 53:814-861 for the rank correlation
 * @example
 * mixCommon(Float64Array.of(1), Float64Array.of(2), 0.36) // => [2]
 */
export function mixCommon(own: Float64Array, common: Float64Array, correlation: number): Float64Array {
  if (!(correlation >= 0 && correlation <= 1))
    throw argumentError("mixCommon: correlation", "0 to 1", correlation);
  if (common.length !== own.length)
    throw argumentError("mixCommon: common", `${own.length} values`, common.length);
  const ofCommon = Math.sqrt(correlation);
  const ofOwn = Math.sqrt(1 - correlation);
  for (let index = 0; index < own.length; index += 1)
    own[index] = ofCommon * (common[index] as number) + ofOwn * (own[index] as number);
  return own;
}

/** Cubic Hermite between the two points around each value; beyond the table, its ends. */
function readCurve(values: Float64Array, table: CurveTable | null): Float64Array {
  if (table === null) throw argumentError("normalToLaw: table", "the table of the law", table);
  const perStep = CELLS / (2 * REACH);
  const { values: heights, rises } = table;
  for (let index = 0; index < values.length; index += 1) {
    const place = Math.min(CELLS, Math.max(0, ((values[index] as number) + REACH) * perStep));
    const cell = Math.min(CELLS - 1, Math.trunc(place));
    const t = place - cell;
    const s = 1 - t;
    const from = heights[cell] as number;
    const to = heights[cell + 1] as number;
    const bend = s * (rises[cell] as number) - t * (rises[cell + 1] as number);
    values[index] = from * s * s * (1 + 2 * t) + to * t * t * (1 + 2 * s) + t * s * bend;
  }
  return values;
}
