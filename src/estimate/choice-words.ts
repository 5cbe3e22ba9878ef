import { applicable } from "../costs/estimate/alternatives.js";
import type { TrustEstimate } from "../costs/estimate/estimate.js";

/**
 * The choices that stand outside low and high, to say beside what moves an estimate most: weeks of shadowing, and counting
 * IMGs' own pay where that moves the year more than any assumption. Null when neither applies.
 */
export function choicesBeside({ scenarios, drivers, inputs }: TrustEstimate): string | null {
  const real = applicable(scenarios);
  const weeks = real.some(({ question }) => question === "weeks of shadowing");
  const pay = real.filter(({ question }) => question === "supernumerary pay");
  const moved = Math.abs((pay[0]?.totalPence.central ?? 0) - (pay[1]?.totalPence.central ?? 0));
  const said = [
    ...(weeks ? [`weeks of shadowing (here ${inputs.shadowingWeeks})`] : []),
    ...(moved > (drivers[0]?.rangePence ?? 0) ? ["whether IMGs' own pay is counted"] : []),
  ];
  if (said.length === 0) return null;
  return `besides ${said.join(" and ")}, which ${said.length === 1 && !weeks ? "is" : "are"} your choice`;
}
