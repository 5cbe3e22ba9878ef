import type { Place } from "../core/issue.js";
import { costCategories, headings } from "../ingest/formats/cost-return-layout.js";
import type { CostRow } from "./cost-cell.js";
import { costLimits, daysFrom } from "./cost-limits.js";

export const hoursBases = ["whole period", "each IMG", "each cohort", "each week"] as const;
export type HoursBasis = (typeof hoursBases)[number];
export const recurrences = ["one-off", "recurrent"] as const;
export type Recurrence = (typeof recurrences)[number];
export const evidenceGrades = ["recorded", "estimated"] as const;
export type EvidenceGrade = (typeof evidenceGrades)[number];

/** Staff time: people x hours, per whole period, IMG, cohort or week. */
export interface StaffLine {
  /** Id of an induction component, or `PROGRAMME` for running the whole. */
  readonly component: string;
  readonly role: string;
  /** Key of the rate card: `band6.top`, `consultant.T2b.yr4-7` ... */
  readonly payPoint: string;
  readonly people: number;
  readonly hours: number;
  readonly basis: HoursBasis;
  readonly recurrence: Recurrence;
  readonly evidence: EvidenceGrade;
  readonly at: Place;
}

export interface OtherLine {
  readonly component: string;
  readonly item: string;
  /** `premises`, `materials`, `travel and accommodation`, `catering`, `licences and equipment`, `other`. */
  readonly category: string;
  readonly amountPence: number;
  /** Spent for each IMG, each cohort, or once for the whole period. */
  readonly basis: Exclude<HoursBasis, "each week">;
  readonly recurrence: Recurrence;
  readonly evidence: EvidenceGrade;
  readonly at: Place;
}

/** Paid time in which an IMG shadows or is taught and does not count in the rota. */
export interface SupernumeraryLine {
  readonly grade: string;
  readonly payPoint: string;
  readonly imgs: number;
  /** Supernumerary hours of each IMG. */
  readonly hoursEach: number;
  readonly evidence: EvidenceGrade;
  readonly at: Place;
}

export interface ComponentLine {
  readonly component: string;
  readonly planned: boolean;
  readonly delivered: "yes" | "partly" | "no";
  readonly at: Place;
}

/** Component of what serves the whole programme rather than one part of it. */
export const programmeComponent = "PROGRAMME";

/** What a line is read against. */
export interface LineContext {
  /** Ids of the induction components. */
  readonly components: readonly string[];
  readonly payPoints: ReadonlySet<string>;
  /** First and last day covered; null when the Cover does not say. */
  readonly period: { readonly from: string; readonly to: string } | null;
}

/** A line of staff time, or null when a cell will not do. Hours beyond the limits of cost-limits.ts are told. */
export function readStaff(row: CostRow, { components, payPoints, period }: LineContext): StaffLine | null {
  const heading = headings.Staff;
  const component = readComponent(row, heading.component, components);
  const role = row.words(heading.role);
  const payPoint = readPayPoint(row, heading.payPoint, payPoints);
  const people = row.count(heading.people);
  const hours = row.hours(heading.hours);
  const basis = row.choice(heading.basis, hoursBases);
  const recurrence = row.choice(heading.recurrence, recurrences);
  const evidence = row.choice(heading.evidence, evidenceGrades);
  if (hours !== null && basis !== null) checkHours(row, heading.hours, hours, basis, period);
  if (component === null || role === null || payPoint === null || people === null) return null;
  if (hours === null || basis === null || recurrence === null || evidence === null) return null;
  return { component, role, payPoint, people, hours, basis, recurrence, evidence, at: row.at() };
}

/**
 * Hours that one person cannot have given in the period are an error; more than a long week, or more for one IMG than a
 * whole cohort would take, is a warning.
 */
function checkHours(
  row: CostRow,
  heading: string,
  hours: number,
  basis: HoursBasis,
  period: LineContext["period"],
): void {
  const weeks = basis === "each week" ? 1 : period === null ? null : daysFrom(period.from, period.to) / 7;
  const { longWeek, mostWeek, eachImgHours } = costLimits;
  const thing = `${heading.toLowerCase().replace("img", "IMG")}: ${hours}`;
  const forWhat = heading === headings.Staff.hours ? ` for ${basis}` : "";
  const over = (week: number) => weeks !== null && hours > week * weeks;
  const span = weeks === null || weeks === 1 ? "" : ` in all of the ${Math.round(weeks)} weeks covered`;
  const fix = "check that the hours are those of one person, and what they are for";
  if (over(mostWeek)) {
    row.complain(heading, {
      code: "cost-impossible-hours",
      message: `${thing}${forWhat} is more than ${mostWeek} hours a week${span}`,
      expected: `at most ${Math.floor(mostWeek * weeks!)}`,
      found: String(hours),
      fix,
    });
  } else if (basis === "each IMG" && forWhat !== "" && hours > eachImgHours) {
    row.complain(heading, {
      code: "cost-long-hours",
      severity: "warning",
      message: `${thing}${forWhat} is more than ${eachImgHours}; are they the hours for a whole cohort?`,
      expected: `at most ${eachImgHours} for each IMG`,
      found: String(hours),
      fix: "if they are the hours for all the IMGs together, choose each cohort or whole period",
    });
  } else if (basis !== "each cohort" && over(longWeek)) {
    row.complain(heading, {
      code: "cost-long-hours",
      severity: "warning",
      message: `${thing}${forWhat} is more than ${longWeek} hours a week${span}`,
      expected: `at most ${Math.floor(longWeek * weeks!)}`,
      found: String(hours),
      fix,
    });
  }
}

/** A line of other costs, or null when a cell will not do. */
export function readOther(row: CostRow, { components }: LineContext): OtherLine | null {
  const heading = headings["Other costs"];
  const component = readComponent(row, heading.component, components);
  const item = row.words(heading.item);
  const category = row.choice(heading.category, costCategories);
  const amountPence = row.pounds(heading.amount);
  const basis = row.choice(heading.basis, ["whole period", "each IMG", "each cohort"] as const);
  const recurrence = row.choice(heading.recurrence, recurrences);
  const evidence = row.choice(heading.evidence, evidenceGrades);
  if (component === null || item === null || category === null || amountPence === null) return null;
  if (basis === null || recurrence === null || evidence === null) return null;
  return { component, item, category, amountPence, basis, recurrence, evidence, at: row.at() };
}

/** A line of IMGs' supernumerary time, or null when a cell will not do. */
export function readSupernumerary(
  row: CostRow,
  { payPoints, period }: LineContext,
): SupernumeraryLine | null {
  const heading = headings["IMG time"];
  const grade = row.words(heading.grade);
  const payPoint = readPayPoint(row, heading.payPoint, payPoints);
  const imgs = row.count(heading.imgs);
  const hoursEach = row.hours(heading.hoursEach);
  if (hoursEach !== null) checkHours(row, heading.hoursEach, hoursEach, "whole period", period);
  const evidence = row.choice(heading.evidence, evidenceGrades);
  if (grade === null || payPoint === null || imgs === null || hoursEach === null || evidence === null)
    return null;
  return { grade, payPoint, imgs, hoursEach, evidence, at: row.at() };
}

function readComponent(row: CostRow, heading: string, components: readonly string[]): string | null {
  const known = [programmeComponent, ...components];
  return row.code(heading, known, `choose from the drop-down; ${programmeComponent} serves the whole`);
}

function readPayPoint(row: CostRow, heading: string, payPoints: ReadonlySet<string>): string | null {
  return row.code(heading, [...payPoints], "choose from the drop-down; the price year has a figure for each");
}
