import { imgTimeComponent, type PlanningAssumptions } from "./assumptions.js";
import { estimateLimits } from "./check-value.js";
import type { Pilot, PilotQuantity } from "./pilot.js";
import { imgHours } from "./pilot-img-time.js";

/** What is not believed in a pilot's quantities, all at once: they are held to the bounds of a Trust's own figures. */
export function pilotProblems(ours: PlanningAssumptions, pilot: Pilot): readonly string[] {
  const week = ours.conventions.shadowingHoursAWeek.value;
  const most = estimateLimits.shadowingWeeks * week;
  const hours = imgHours(pilot);
  return [
    ...pilot.quantities.filter(({ component }) => component !== imgTimeComponent).flatMap(beyondLimits),
    ...(hours !== null && !(hours <= most)
      ? [
          `the pilot's release: IMGs' own time: expected at most ${estimateLimits.shadowingWeeks} weeks of ${week} hours for each IMG, found ${said(hours)} hours; look at the pilot's cost returns`,
        ]
      : []),
  ];
}

function beyondLimits({ result, isTime, value, range }: PilotQuantity): readonly string[] {
  const most = isTime ? estimateLimits.hours : estimateLimits.pounds;
  const numbers = [value, ...(range ? [range.low, range.high] : [])];
  const wrong = numbers.filter((number) => !(number >= 0 && number <= most));
  if (wrong.length === 0) return [];
  return [
    `the pilot's release: ${result}: expected ${isTime ? "hours" : "pounds"} from 0 to ${said(most)}, found ${wrong.map(said).join(" and ")}; look at the pilot's cost returns`,
  ];
}

function said(number: number): string {
  return Number.isFinite(number)
    ? String(number).replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ",")
    : "no number";
}
