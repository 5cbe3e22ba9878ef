import { studentTQuantile, studentTUpperTail } from "../distributions/student-t.js";
import { probabilityBelowUpperLimit } from "../confidence-level.js";

/** An estimate with Student's interval and test. */
export interface StudentTest {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly level: number;
  readonly standardError: number;
  /** Student t of the estimate less the value tested. */
  readonly statistic: number;
  readonly df: number;
  /** Two-sided. */
  readonly pValue: number;
}

/**
 * Student's interval and test of an estimate whose standard error is known on some degrees of freedom.
 *
 * A statistic that left the doubles has NaN for limits and p-value, which the caller's {@link finiteResult} refuses.
 *
 * @param estimate in any unit
 * @param spread standard error, above 0 in the unit of the estimate; df, its degrees of freedom, not necessarily whole
 * @param options confidence level, strictly between 0 and 1; nullValue, the value tested, 0 unless told
 * @returns the interval and the test, in the unit of the estimate
 * @throws RangeError when the level or df is outside its range
 * @see Student (1908) Biometrika 6:1-25
 * @example
 * studentTest(2.5, { standardError: 0.5, df: 5 }, { level: 0.95 }) // => { low: 1.2147091, high: 3.7852909, statistic: 5, pValue: 0.0041047160 }
 */
export function studentTest(
  estimate: number,
  { standardError, df }: { readonly standardError: number; readonly df: number },
  { level, nullValue = 0 }: { readonly level: number; readonly nullValue?: number },
): StudentTest {
  const probability = probabilityBelowUpperLimit(level, "studentTest");
  const statistic = (estimate - nullValue) / standardError;
  const isFinite = Number.isFinite(statistic) && !Number.isNaN(df);
  const margin = isFinite ? studentTQuantile(probability, df) * standardError : NaN;
  return {
    estimate,
    low: estimate - margin,
    high: estimate + margin,
    level,
    standardError,
    statistic,
    df,
    pValue: isFinite ? 2 * studentTUpperTail(Math.abs(statistic), df) : NaN,
  };
}
