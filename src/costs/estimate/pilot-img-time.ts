import { imgTimeComponent, type Convention, type PlanningAssumptions } from "./assumptions.js";
import type { Pilot } from "./pilot.js";

/**
 * Hours of each IMG's own paid time in a pilot, all grades together; null where the release tells none, tells only some
 * grades, or tells some on another basis than each IMG: then they are not the whole.
 */
export function imgHours({ quantities, withheld }: Pick<Pilot, "quantities" | "withheld">): number | null {
  const isImgTime = ({ component }: { readonly component: string }) => component === imgTimeComponent;
  const told = quantities.filter(isImgTime);
  const isWhole =
    !withheld.some(isImgTime) && told.every(({ isTime, basis }) => isTime && basis === "each IMG");
  const hours = told.reduce((sum, { value }) => sum + value, 0);
  return isWhole && hours > 0 ? hours : null;
}

/** The pilot's IMG time as weeks of shadowing to start from. */
export function pilotWeeks(ours: PlanningAssumptions, hours: number, study: string): Convention {
  const week = ours.conventions.shadowingHoursAWeek.value;
  return {
    value: Math.round((hours / week) * 10) / 10,
    reason: `${Math.round(hours)} hours of each IMG in the pilot over ${week} hours a week`,
    source: `release of "${study}"`,
  };
}
