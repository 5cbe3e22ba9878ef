import type { Study } from "../study/study.js";
import type { OwnRate } from "./cost-line.js";

/** What tells the rate of a line: its pay point, and the rate that the return itself gives for it. */
interface RatedLine {
  readonly payPoint: string;
  readonly ownRate?: OwnRate | null;
}

/** Whether a line is priced by a rate of the Trust's own: in the return, or in study.yaml. */
export function hasOwnRate(study: Study, trust: string, line: RatedLine): boolean {
  return Boolean(line.ownRate) || declaredFor(study, trust, line.payPoint) !== undefined;
}

/** Whether a line's own rate holds overheads. */
export function ownRateHasOverheads(study: Study, trust: string, line: RatedLine): boolean {
  if (line.ownRate) return line.ownRate.includesOverheads;
  return declaredFor(study, trust, line.payPoint)?.includes_overheads ?? false;
}

function declaredFor(study: Study, trust: string, payPoint: string) {
  return study.costing.own_rates.find((rate) => rate.trust === trust && rate.pay_point === payPoint);
}
