import type { BreakEven } from "../costs/estimate/break-even.js";
import type { EstimateInputs } from "../costs/estimate/inputs.js";
import type { RateCard } from "../costs/rate-card.js";

/** The pension choice in words that say what it means. */
export function pensionWords({ pension }: Pick<RateCard, "pension">): string {
  return pension === "full"
    ? "employer's pension contribution in full, with the part that is funded centrally"
    : "only the part of the employer's pension contribution that the Trust pays itself";
}

/** How set-up costs are counted, in words. */
export function setUpWords({ setUp, perspective }: EstimateInputs): string {
  if (perspective === "trust-cash") return "set-up costs in full, in the year in which they are spent";
  if (setUp.treatment === "written-off") return "set-up costs in full, in the first year";
  const percent = Number((setUp.discountRate * 100).toFixed(2));
  return `set-up costs spread over ${count(setUp.years, "year")} at ${percent}% a year, paid ${setUp.timing}`;
}

/** Said in place of what moves an estimate most when nothing in it can move. */
export const nothingMoves = "nothing: no assumption that is counted has a range";

/** Said in place of a break-even when the year costs nothing. */
export const noBreakEven =
  "Nothing is counted, so there is no cost to set against that of replacing a doctor.";

/** The break-even in words: 7.5 doctors, 1 doctor. */
export function doctors({ doctors: { central } }: Pick<BreakEven, "doctors">): string {
  return count(Number(central.toFixed(1)), "doctor");
}

/**
 * A number with its noun: 1 IMG, 20 IMGs.
 *
 * @example count(1, "intake") // => "1 intake"
 */
export function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? "" : "s"}`;
}
