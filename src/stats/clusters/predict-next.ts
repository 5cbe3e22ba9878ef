import { checkFinite } from "../check-values.js";
import { probabilityBelowUpperLimit } from "../confidence-level.js";
import { studentTQuantile } from "../distributions/student-t.js";
import { finiteResult } from "../finite-result.js";
import { mean, sampleSpread } from "../means/summary.js";
import { differOnlyByRounding } from "../numeric/rounding.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";

/** Where one further value is expected. */
export interface NextValue {
  readonly kind: "nextValue";
  /** Mean of the values; geometric mean on the log scale. */
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly level: number;
  /** Values less 1. */
  readonly df: number;
  /** How many values there were. */
  readonly k: number;
  readonly method:
    "Student t prediction of one further value" | "Student t prediction of one further value, of logs";
}

/** How the next value is predicted. */
export interface PredictNextOptions {
  /** "log" for costs and other skewed amounts above 0; as they are unless told. */
  readonly scale?: "as they are" | "log";
  /** Probability that the interval covers the next value, 0.95 unless told. */
  readonly level?: number;
}

/**
 * Where the value of one further cluster is expected, from one value a cluster: a further Trust's cost, say.
 *
 * The next value differs from the mean by its own spread as well as by the error of the mean, so the interval is much
 * wider than a confidence interval and does not shrink to nothing with more clusters. It supposes that the next
 * cluster is like those seen and that values (or their logs) are normal, which six values cannot show.
 *
 * @param values one for each cluster, at least 2, in any unit; observed values only
 * @param options the scale and the level
 * @returns the interval, in the unit of the values; unavailable with fewer than 2 values, when they are all equal, and
 * on the log scale when one is not above 0
 * @throws RangeError when a value is not finite or the level is outside its range
 * @see Geisser (1993) Predictive Inference, chapter 2; Patel (1989) Commun Stat Theory Methods 18:2393-2465
 * @example
 * predictNext([1200, 1450, 980, 3100, 1760, 2250], { scale: "log" }) // => { estimate: 1660.1170, low: 515.40872, high: 5347.1903, df: 5 }
 */
export function predictNext(
  values: readonly number[],
  { scale = "as they are", level = 0.95 }: PredictNextOptions = {},
): NextValue | Unavailable {
  const probability = probabilityBelowUpperLimit(level, "predictNext");
  const k = checkFinite(values, "predictNext: values").length;
  if (k < 2) return unavailable("fewer than 2 values");
  if (differOnlyByRounding(values)) return unavailable("all values are equal");
  const isLog = scale === "log";
  if (isLog && values.some((value) => value <= 0))
    return unavailable("a value is not above 0, so it has no log");
  const scaled = isLog ? values.map(Math.log) : values;
  const centre = mean(scaled);
  const df = k - 1;
  const margin = studentTQuantile(probability, df) * sampleSpread(scaled) * Math.sqrt(1 + 1 / k);
  const back = (value: number) => (isLog ? Math.exp(value) : value);
  return finiteResult({
    kind: "nextValue",
    estimate: back(centre),
    low: back(centre - margin),
    high: back(centre + margin),
    level,
    df,
    k,
    method: isLog
      ? "Student t prediction of one further value, of logs"
      : "Student t prediction of one further value",
  });
}
