import { dayNumber } from "../core/day.js";
import { mostPoundsAnHour } from "../study/schema-costing.js";

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
  /** Pounds an hour of one person that are refused, on-costs and all: more is a year's pay, or the pay of several people. */
  mostOwnRatePounds: mostPoundsAnHour,
  /** People on one line worth a second look: more likely those who were taught than those who taught. */
  manyPeople: 100,
  /** Part of the study's period below which a return is worth a second look. */
  coveredShare: 0.5,
  /** Part of the study's period that a return may lack without a question about its IMGs. */
  shorterShare: 0.1,
  /** How many times what other Trusts give for a part of the induction is worth a second look, and how near to it is near. */
  farFromOthers: 3,
  nearOthers: 2.5,
  /** How many times the middle of the return's own lines for each IMG is worth a second look. */
  farFromOwn: 8,
  /** Smallest intake in which hours for all are told from hours for each. */
  smallestIntake: 3,
  /** Share and pounds by which two ways to say one amount may differ without a word. */
  sameAmountShare: 0.01,
  sameAmountPounds: 5,
  /** Hours that stand in for others may differ by this share from theirs and still be the same hours. */
  sameHoursShare: 0.1,
  /** IMGs up to which a cohort is small, and the share of its cost that set-up may be without a word. */
  smallCohort: 10,
  setUpShare: 0.25,
  /** High-cost supplement of a full-time year worth a second look: more than any that national terms have. */
  highSupplementPounds: 15_000,
  /** Share of a return's cost that may be guessed without a word. */
  guessedShare: 0.5,
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
