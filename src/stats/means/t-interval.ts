import { checkFinite } from "../check-values.js";
import { probabilityBelowUpperLimit } from "../confidence-level.js";
import { studentTQuantile } from "../distributions/student-t.js";
import { beyondDoubles, finiteResult } from "../finite-result.js";
import { differOnlyByRounding } from "../numeric/rounding.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import { mean, sampleSpread } from "./summary.js";

/** A mean with its Student t interval. */
export interface MeanInterval {
  readonly kind: "meanInterval";
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly level: number;
  readonly standardError: number;
  readonly df: number;
  readonly n: number;
  readonly method: "Student t";
}

/**
 * A mean with its Student t interval.
 *
 * Equal values give no interval: that they did not differ in this sample does not show that they cannot.
 *
 * @param values in any unit; observed values only, the caller drops and counts the missing
 * @param level confidence level, strictly between 0 and 1
 * @returns the mean, its interval and its standard error, in the unit of the values; unavailable when there are fewer than
 * 2 values or all are equal but for rounding
 * @throws RangeError when a value is not finite or the level is outside its range
 * @see Student (1908) Biometrika 6:1-25
 * @example
 * tInterval([1, 2, 3, 4]) // => { estimate: 2.5, low: 0.44573974, high: 4.5542603, df: 3 }
 */
export function tInterval(values: readonly number[], level = 0.95): MeanInterval | Unavailable {
  checkFinite(values, "tInterval: values");
  const probability = probabilityBelowUpperLimit(level, "tInterval");
  const n = values.length;
  if (n < 2) return unavailable("fewer than 2 values");
  if (differOnlyByRounding(values)) return unavailable("every value is the same");
  const estimate = mean(values);
  const standardError = sampleSpread(values) / Math.sqrt(n);
  if (standardError === 0) return beyondDoubles;
  const df = n - 1;
  const margin = studentTQuantile(probability, df) * standardError;
  return finiteResult({
    kind: "meanInterval",
    estimate,
    low: estimate - margin,
    high: estimate + margin,
    level,
    standardError,
    df,
    n,
    method: "Student t",
  });
}
