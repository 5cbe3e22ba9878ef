import { betaQuantile, betaUpperQuantile } from "../distributions/beta.js";
import { gammaQuantile, gammaUpperQuantile } from "../distributions/gamma.js";
import { normalCdf, normalUpperTail } from "../distributions/normal.js";
import type { CurveTable } from "./correlated.js";
import { CELLS, REACH } from "./correlated.js";
import type { Law } from "./distribution.js";

/**
 * The table by which standard normal values become values of a law: the value with the same probability below it.
 *
 * Only gamma and beta laws need one of their own; uniform and triangular ones share that of the normal probability. Read
 * between its 1,025 points by {@link readCurve}, it is within 1e-7 standard deviations of the exact quantile.
 *
 * @param law from lawOf
 * @returns the table, in units of scale or range; null for a law that is a formula of z
 * @see Nelsen (2006) An Introduction to Copulas, section 2.9 and 3.1 for inversion
 * @example
 * tableFor({ kind: "normal", mean: 5, standardDeviation: 2 }) // => null
 */
export function tableFor(law: Law): CurveTable | null {
  switch (law.kind) {
    case "uniform":
    case "triangular":
      return tabulate(normalCdf);
    case "gamma":
      return tabulate((z) =>
        z < 0 ? gammaQuantile(normalCdf(z), law.shape) : gammaUpperQuantile(normalUpperTail(z), law.shape),
      );
    case "beta":
      return tabulate((z) =>
        z < 0
          ? betaQuantile(normalCdf(z), law.a, law.b)
          : betaUpperQuantile(normalUpperTail(z), law.a, law.b),
      );
    default:
      return null;
  }
}

/** Values at the points, and slopes from the two neighbours on either side (fourth order). */
function tabulate(curve: (z: number) => number): CurveTable {
  const width = (2 * REACH) / CELLS;
  const around = Float64Array.from({ length: CELLS + 5 }, (_, point) => curve(-REACH + (point - 2) * width));
  const at = (point: number) => around[point + 2] as number;
  const rises = Float64Array.from(
    { length: CELLS + 1 },
    (_, point) => (8 * (at(point + 1) - at(point - 1)) - (at(point + 2) - at(point - 2))) / 12,
  );
  return { values: around.slice(2, CELLS + 3), rises };
}
