import { overLevels, type Range } from "./assumptions.js";
import type { EstimateInputs } from "./inputs.js";

/** How many doctors who stay, and would otherwise have left, cost as much to replace as the year's induction costs. */
export interface BreakEven {
  /** GBP to replace one doctor, as given. */
  readonly replacementCost: number;
  /** Doctors, unrounded. */
  readonly doctors: Range;
  /** The same rounded up to whole doctors. */
  readonly wholeDoctors: Range;
  /** Whether even the low number is more than the IMGs inducted: then it cannot break even in a year. */
  readonly outOfReach: boolean;
}

/** The break-even number of retained doctors; null when no replacement cost is given. */
export function breakEvenOf(
  { replacementCost, imgs }: Pick<EstimateInputs, "replacementCost" | "imgs">,
  totalPence: Range,
): BreakEven | null {
  if (replacementCost === null) return null;
  const doctors = overLevels((level) => totalPence[level] / 100 / replacementCost);
  const wholeDoctors = overLevels((level) => Math.ceil(doctors[level]));
  return { replacementCost, doctors, wholeDoctors, outOfReach: wholeDoctors.low > imgs };
}
