import { fillBeta } from "./beta.js";
import { checkRoom } from "./block-stream.js";
import type { BlockStream } from "./block-stream.js";
import type { Law } from "./distribution.js";
import { fillGamma } from "./gamma.js";
import { fillStandardNormal } from "./normal.js";
import { fillUniform } from "./uniform.js";

/**
 * Draws values of one law.
 *
 * @param stream moved on by two to six words a draw; not at all for a fixed value
 * @param law from lawOf
 * @param out overwritten; at most a block of places
 * @returns the draws, in the unit of the input
 * @throws RangeError when there is room for more than a block
 * @see {@link fillGamma}, {@link fillStandardNormal}, {@link fillBeta} and {@link fillUniform} for the sources
 * @example
 * fillDraws(openBlock(Int32Array.of(1, 2, 3, 4), 0), { kind: "fixed", value: 7 }, new Float64Array(2)) // => [7, 7]
 */
export function fillDraws(stream: BlockStream, law: Law, out: Float64Array): Float64Array {
  checkRoom(out, "fillDraws: out");
  switch (law.kind) {
    case "fixed":
      return out.fill(law.value);
    case "uniform":
      return stretch(fillUniform(stream, out), law.low, law.width);
    case "normal":
      return stretch(fillStandardNormal(stream, out), law.mean, law.standardDeviation);
    case "lognormal":
      return exponentiate(stretch(fillStandardNormal(stream, out), law.logMean, law.logDeviation));
    case "gamma":
      return fillGamma(stream, law.shape, law.scale, out);
    case "beta":
      return stretch(fillBeta(stream, law.a, law.b, out), law.low, law.width);
    case "triangular":
      return stretch(bendToTriangle(fillUniform(stream, out), law.peak), law.low, law.width);
  }
}

/**
 * Moves values from a scale of their own to that of an input.
 *
 * @param values overwritten
 * @param from what 0 becomes
 * @param unit what a step of 1 becomes
 * @returns the values
 * @see {@link fillDraws}
 * @example
 * stretch(Float64Array.of(0, 0.5), 10, 4) // => [10, 12]
 */
export function stretch(values: Float64Array, from: number, unit: number): Float64Array {
  for (let index = 0; index < values.length; index += 1)
    values[index] = from + unit * (values[index] as number);
  return values;
}

/**
 * Replaces each value by its exponential.
 *
 * @param values overwritten
 * @returns the values
 * @see {@link Math.exp}
 * @example
 * exponentiate(Float64Array.of(0, 1)) // => [1, 2.718281828]
 */
export function exponentiate(values: Float64Array): Float64Array {
  for (let index = 0; index < values.length; index += 1) values[index] = Math.exp(values[index] as number);
  return values;
}

/**
 * Replaces each probability by the value of a triangular distribution on 0 to 1 that has it below.
 *
 * @param values probabilities, overwritten
 * @param peak the mode, 0 to 1
 * @returns the values, 0 to 1
 * @see Kotz & van Dorp (2004) Beyond Beta, section 1.1
 * @example
 * bendToTriangle(Float64Array.of(0.18, 0.92), 0.5) // => [0.3, 0.8]
 */
export function bendToTriangle(values: Float64Array, peak: number): Float64Array {
  for (let index = 0; index < values.length; index += 1) {
    const p = values[index] as number;
    values[index] = p < peak ? Math.sqrt(p * peak) : 1 - Math.sqrt((1 - p) * (1 - peak));
  }
  return values;
}
