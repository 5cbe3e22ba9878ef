import { dayNumber } from "../core/day.js";

/**
 * Where a figure in a cost return stops being likely. Chosen by us, to catch a slip of the keyboard or a number put
 * down for the wrong thing before it is priced; they judge nobody's work and decide no result.
 */
export const costLimits = {
  /** Hours of one person in a week worth a second look: the average that the Working Time Regulations 1998 allow. */
  longWeek: 48,
  /** Hours of one person in a week that are refused: nobody spends more than this on the induction of IMGs alone. */
  mostWeek: 60,
  /** Hours of staff for each IMG worth a second look: ten weeks of one person, more likely those of a whole cohort. */
  eachImgHours: 400,
  /** A line of staff time or other costs worth a second look: more pounds than this and more than this share of all. */
  largeLinePounds: 100_000,
  largeLineShare: 0.5,
  /** Part of the study's period below which a return is worth a second look. */
  coveredShare: 0.5,
} as const;

/**
 * Days from one day to another, both included; days are written year-month-day.
 *
 * @example daysFrom("2026-04-01", "2026-04-14") // => 14
 */
export function daysFrom(from: string, to: string): number {
  return numberOf(to) - numberOf(from) + 1;
}

function numberOf(text: string): number {
  const [year, month, day] = text.split("-").map(Number);
  return dayNumber(year!, month!, day!) ?? 0;
}
