import { checkFinite } from "../check-values.js";
import { beyondDoubles } from "../finite-result.js";
import { mean } from "../means/summary.js";
import { largestSize } from "../numeric/range.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";
import type { Draw } from "./blocks.js";
import type { BootstrapInterval, BootstrapOptions } from "./bootstrap-interval.js";
import { bootstrapOfMean } from "./bootstrap-of-mean.js";
import { fillIndices } from "./generator.js";
import { accelerationOf } from "./jackknife.js";
import { spreadOf } from "./spread.js";

/**
 * A bootstrap interval of a mean.
 *
 * In small or skewed samples (costs, say) bootstrap-t keeps its level best and percentile worst. Answers on a scale of a
 * few steps are quicker by bootstrapFromCounts. In bootstrap-t a resample of one value alone is dropped and counted.
 *
 * @param values in any unit; observed values only, the caller drops and counts the missing
 * @param options seed, family, replicates, method, level
 * @returns estimate and interval, in the unit of the values; unavailable when fewer than 2 or all are the same
 * @throws RangeError when a value is not finite, or replicates or level is out of range
 * @see Davison & Hinkley (1997) Bootstrap Methods and their Application, chapter 5; Barber & Thompson (2000) Stat Med
 * 19:3219-3236 on costs
 * @example
 * bootstrapMean([1200, 1450, 980, 3100, 1760, 2250, 1330, 890, 4100, 1500], { seed: 1, family: "costs" }) // => { estimate: 1856, acceleration: 0.0641282422, n: 10, replicates: 10000 }
 */
export function bootstrapMean(
  values: ArrayLike<number>,
  options: BootstrapOptions,
): BootstrapInterval | Unavailable {
  const data = new Float64Array(checkFinite(values, "bootstrapMean: values"));
  const n = data.length;
  if (n < 2) return unavailable(n === 0 ? "nobody to resample" : "one value shows no spread");
  if (data.every((value) => value === data[0])) return unavailable("everyone has the same value");
  // sums of n values, and cubes of their deviations, are to stay doubles
  if (!Number.isFinite((n * largestSize(data)) ** 3) || spreadOf(data) ** 3 === 0) return beyondDoubles;
  const estimate = mean([...data]);
  return bootstrapOfMean(
    {
      estimate,
      standardError: spreadOf(data) / Math.sqrt(n),
      n,
      means: resampleMeans(data),
      pivots: resamplePivots(data),
      acceleration: () => accelerationOf(Array.from(data, (value) => value - estimate)),
    },
    options,
  );
}

/**
 * Draws means of resamples: one block of replicates for {@link bootstrapMean}.
 *
 * @param values at least 1, finite
 * @returns a function to be passed to drawBlock or drawBlocks
 * @see drawBlock in blocks.ts
 * @example
 * drawBlock({ seed: 1, family: "demo", replicates: 2 }, 0, resampleMeans([7, 7])) // => [7, 7]
 */
export function resampleMeans(values: ArrayLike<number>): () => Draw {
  const data = new Float64Array(values);
  return () => {
    const rows = new Int32Array(data.length);
    return (generator) => {
      fillIndices(generator, data.length, rows);
      let sum = 0;
      for (let draw = 0; draw < rows.length; draw += 1) sum += data[rows[draw] as number] as number;
      return sum / rows.length;
    };
  };
}

/**
 * Draws pivots of the mean, (mean of the resample - mean) / standard error of the resample, for bootstrap-t.
 *
 * @param values at least 2, finite
 * @returns a function to be passed to drawBlock or drawBlocks; the pivot of a resample of one value alone is NaN
 * @see bootstrapTInterval in replicate-intervals.ts
 * @example
 * drawBlock({ seed: 1, family: "demo", replicates: 2 }, 0, resamplePivots([7, 7])) // => [NaN, NaN]
 */
export function resamplePivots(values: ArrayLike<number>): () => Draw {
  const centre = mean(Array.from(values));
  const deviations = Float64Array.from(values, (value) => value - centre);
  const n = deviations.length;
  return () => {
    const rows = new Int32Array(n);
    return (generator) => {
      fillIndices(generator, n, rows);
      const first = deviations[rows[0] as number] as number;
      let sum = 0;
      let squares = 0;
      for (let draw = 0; draw < n; draw += 1) {
        const move = (deviations[rows[draw] as number] as number) - first;
        sum += move;
        squares += move * move;
      }
      if (squares === 0) return NaN;
      const variance = (squares - (sum * sum) / n) / (n - 1);
      return (first + sum / n) / Math.sqrt(variance / n);
    };
  };
}
