import { levels } from "./assumptions.js";
import type { Scenario } from "./scenarios.js";

/** The scenarios that can apply: a question whose every answer comes to the same cost asks nothing of this estimate. */
export function applicable(scenarios: readonly Scenario[]): readonly Scenario[] {
  return scenarios.filter(({ question, totalPence }) =>
    scenarios.some(
      (other) =>
        other.question === question && levels.some((level) => other.totalPence[level] !== totalPence[level]),
    ),
  );
}
