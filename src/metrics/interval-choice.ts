import type { Coverage } from "../core/result.js";
import { chooseInterval } from "../stats/policy/choose-interval.js";
import type { IntervalQuestion } from "../stats/policy/choose-interval.js";

/** The level at which coverage was simulated. */
const simulatedLevel = 0.95;

/**
 * What the interval policy knows of the interval of a number, to stand on that interval: how often it held the true value
 * in simulation, at the nearest size at or below this one. Nothing where the policy gives no interval, where its method
 * was not simulated so small or with that many groups of Trusts, or at another level than 95%: with fewer Trusts a pooled
 * interval holds the true value more often, so their coverage would flatter it.
 */
export function coverageOf(question: IntervalQuestion, level: number): { readonly coverage?: Coverage } {
  const choice = chooseInterval(question);
  if (choice.kind === "noInterval" || choice.coverage.kind === "unavailable") return {};
  if (level !== simulatedLevel) return {};
  const { low, high, size, clusters, distributions } = choice.coverage;
  if (clusters > 1 && clusters !== question.clusters) return {};
  return { coverage: { low, high, size, distributions } };
}
