import { argumentError } from "../argument-error.js";
import { probabilityBelowUpperLimit } from "../confidence-level.js";
import { studentTQuantile } from "../distributions/student-t.js";
import { mean, standardDeviation } from "./summary.js";

/** A mean with its Student t interval. */
export interface MeanInterval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly standardError: number;
  readonly df: number;
  readonly n: number;
  readonly method: "Student t";
}

/**
 * A mean with its Student t interval.
 *
 * @param values at least 2, in any unit; observed values only, the caller drops and counts the missing
 * @param level confidence level, strictly between 0 and 1
 * @returns the mean, its interval and its standard error, in the unit of the values
 * @throws RangeError when there are fewer than 2 values or the level is outside its range
 * @see Student (1908) Biometrika 6:1-25
 * @example
 * tInterval([1, 2, 3, 4]) // => { estimate: 2.5, low: 0.44573974, high: 4.5542603, df: 3 }
 */
export function tInterval(values: readonly number[], level = 0.95): MeanInterval {
  const n = values.length;
  if (n < 2) throw argumentError("tInterval: values", "at least 2", n);
  const estimate = mean(values);
  const standardError = standardDeviation(values) / Math.sqrt(n);
  const df = n - 1;
  const margin = studentTQuantile(probabilityBelowUpperLimit(level, "tInterval"), df) * standardError;
  return {
    estimate,
    low: estimate - margin,
    high: estimate + margin,
    standardError,
    df,
    n,
    method: "Student t",
  };
}
