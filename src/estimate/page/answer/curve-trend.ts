import type { CurvePoint } from "../../../costs/estimate/curve.js";
import { aboutPounds } from "../../money.js";
import { count } from "../../wording.js";

/** What the average cost of an IMG does from the smallest number of IMGs to the largest, as printed. */
export type Trend = "falls" | "stays the same" | "rises";

type Averages = readonly Pick<CurvePoint, "imgs" | "average">[];

/**
 * What the central average does, end to end. A difference that the printed figures do not show is none.
 *
 * @example trendOf([1, 2].map((imgs) => ({ imgs, average: { low: 1, central: 900 / imgs, high: 9 } }))) // => "falls"
 */
export function trendOf(points: Averages): Trend {
  const [first, last] = ends(points);
  if (print(first) === print(last)) return "stays the same";
  return last.average.central < first.average.central ? "falls" : "rises";
}

/** The same in a sentence with both ends. */
export function trendWords(points: Averages): string {
  const [first, last] = ends(points);
  const trend = trendOf(points);
  if (trend === "stays the same")
    return `The average cost of each IMG is about ${print(first)}, whatever their number.`;
  return `The average cost of each IMG ${trend} from about ${print(first)} with ${count(first.imgs, "IMG")} to about ${print(last)} with ${count(last.imgs, "IMG")}.`;
}

function ends(points: Averages): readonly [Averages[number], Averages[number]] {
  return [points[0]!, points.at(-1)!];
}

function print({ average }: Averages[number]): string {
  return aboutPounds(average.central * 100);
}
