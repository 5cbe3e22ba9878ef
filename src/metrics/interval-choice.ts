import type { Coverage } from "../core/result.js";
import { chooseInterval } from "../stats/policy/choose-interval.js";
import type { IntervalChoice, IntervalQuestion, NoInterval } from "../stats/policy/choose-interval.js";

/** What the interval policy says of a number: the method with its simulated coverage, or why there is no interval. */
export type ChosenInterval =
  | (Pick<IntervalChoice, "kind" | "method"> & { readonly coverage?: Coverage })
  | Pick<NoInterval, "kind" | "reason">;

/** The level at which coverage was simulated. */
const simulatedLevel = 0.95;

/**
 * Asks the policy which interval a number is given. Simulated coverage comes with it where it was simulated: for 95%
 * intervals, of the nearest size at or below this one.
 */
export function chosenInterval(question: IntervalQuestion, level: number): ChosenInterval {
  const choice = chooseInterval(question);
  if (choice.kind === "no interval") return choice;
  const { kind, method, coverage } = choice;
  if (coverage.kind === "unavailable" || level !== simulatedLevel) return { kind, method };
  const { low, high, size, distributions } = coverage;
  return { kind, method, coverage: { low, high, size, distributions } };
}
