import type { Issue } from "../core/issue.js";
import type { Figure, PayPoint } from "./figures.js";
import { countDays, daysOfYear, laterDay, yearsTouched, type Days } from "./financial-year.js";
import { missingFigure, uncoveredDays } from "./price-issues.js";

/** What an employer pays on top of pay, and the hours in a year, over days on which none of it changed. */
export interface Terms extends Days {
  /** Financial year of the days. */
  readonly year: string;
  readonly days: number;
  readonly insuranceRate: Figure;
  readonly insuranceThreshold: Figure;
  readonly pension: Figure;
  /** Null when the costing leaves the apprenticeship levy out. */
  readonly levy: Figure | null;
  /** Hours that a year's cost is spread over, as the costing declares. */
  readonly hours: Readonly<Record<PayPoint["staff"], Part>>;
  /** Hours paid in a year, whichever the costing declares: an hourly wage is paid for these. */
  readonly paidHours: Readonly<Record<PayPoint["staff"], Part>>;
}

/** One part of a rate (GBP per year, or hours per year) and the figures it rests on, each with year and source. */
export interface Part {
  readonly value: number;
  readonly figures: readonly Figure[];
  /** How it was worked out, in words with the numbers in it. */
  readonly working: string;
}

/** The conventions that terms depend on. */
export interface TermsOptions {
  /** Employer pension: what the Trust itself pays, or the full rate with the part funded centrally. */
  readonly pension: "paid-by-trust" | "full";
  readonly levy: boolean;
  /** What a year's cost is divided by: hours paid for, or hours at work. */
  readonly hours: "paid" | "productive";
}

/** The tax year starts five days after the financial year; April is paid in the new one. */
const aprilDays = 5;

/**
 * The terms in force over some days, in order, cut where a figure changes or a financial year ends. A figure of a
 * financial year serves its first days too when it starts within five days of it, because National Insurance goes by the
 * tax year. A figure missing for any other day is an error.
 */
export function termsOver(
  figures: readonly Figure[],
  days: Days,
  options: TermsOptions,
): { readonly terms: readonly Terms[]; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const terms = yearsTouched(days).flatMap((year) => {
    const whole = daysOfYear(year);
    const within = {
      from: days.from > whole.from ? days.from : whole.from,
      to: days.to < whole.to ? days.to : whole.to,
    };
    return cut(figures, year, within).flatMap((span) => termsOf(figures, year, span, options, issues) ?? []);
  });
  return { terms, issues: [...new Map(issues.map((issue) => [issue.message, issue])).values()] };
}

/** The figure of a year in force on a day, the nearest when none is, and whether it is in force. */
export function figureOn(
  figures: readonly Figure[],
  name: { readonly table: string; readonly key: string; readonly year: string },
  day: string,
): { readonly figure: Figure; readonly inForce: boolean } | null {
  const found = figures
    .filter(({ table, key, year }) => table === name.table && key === name.key && year === name.year)
    .sort((one, other) => one.from.localeCompare(other.from));
  const figure = found.findLast(({ from }) => from <= day) ?? found[0];
  if (!figure) return null;
  const inForce = laterDay(figure.from, -aprilDays) <= day && day <= figure.to;
  return { figure, inForce };
}

const termTables: readonly string[] = [
  "employer_ni",
  "nhs_pension_employer",
  "apprenticeship_levy",
  "working_time",
  "afc_pay_england",
  "medical_pay_england",
];

/** Days cut wherever a figure of the year takes the place of an earlier one. */
function cut(figures: readonly Figure[], year: string, { from, to }: Days): readonly Days[] {
  const ofYear = figures.filter((figure) => figure.year === year && termTables.includes(figure.table));
  const starts = ofYear.flatMap((figure) => {
    const later = ofYear.some(
      (other) => other.table === figure.table && other.key === figure.key && other.from < figure.from,
    );
    return later && figure.from > from && figure.from <= to ? [figure.from] : [];
  });
  const edges = [from, ...[...new Set(starts)].sort()];
  return edges.map((edge, index) => {
    const next = edges[index + 1];
    return { from: edge, to: next === undefined ? to : laterDay(next, -1) };
  });
}

function termsOf(
  figures: readonly Figure[],
  year: string,
  span: Days,
  options: TermsOptions,
  issues: Issue[],
): Terms | null {
  const find = (table: string, key: string): Figure | null => {
    const found = figureOn(figures, { table, key, year }, span.from);
    if (!found) issues.push(missingFigure(table, key, year));
    else if (!found.inForce) issues.push(uncoveredDays(found.figure, span));
    return found?.inForce ? found.figure : null;
  };
  const insuranceRate = find("employer_ni", "rate");
  const insuranceThreshold = find("employer_ni", "secondary_threshold");
  const pension = find("nhs_pension_employer", options.pension === "full" ? "total" : "paid_by_employer");
  const levy = options.levy ? find("apprenticeship_levy", "rate") : null;
  const paidHours = both((staff) => paidHoursInYear(staff, find));
  const hours = options.hours === "paid" ? paidHours : both((staff) => productiveHoursInYear(staff, find));
  if (!insuranceRate || !insuranceThreshold || !pension || !paidHours || !hours) return null;
  if (options.levy && !levy) return null;
  return {
    year,
    ...span,
    days: countDays(span),
    insuranceRate,
    insuranceThreshold,
    pension,
    levy,
    hours,
    paidHours,
  };
}

function both(of: (staff: PayPoint["staff"]) => Part | null): Terms["hours"] | null {
  const afc = of("afc");
  const medical = of("medical");
  return afc && medical && { afc, medical };
}

type Find = (table: string, key: string) => Figure | null;

function paidHoursInYear(staff: PayPoint["staff"], find: Find): Part | null {
  const paid = find("working_time", `paid_hours.${staff}`);
  return paid && { value: paid.value, figures: [paid], working: `${paid.value} paid hours` };
}

function productiveHoursInYear(staff: PayPoint["staff"], find: Find): Part | null {
  const weeks = find("working_time", "weeks_per_year");
  const week = find("working_time", `weekly_hours.${staff}`);
  const holidays = find("working_time", "public_holidays");
  const leave = find("working_time", "annual_leave");
  const study = find("working_time", "study_leave");
  const sickness = find("working_time", "sickness_rate");
  if (!weeks || !week || !holidays || !leave || !study || !sickness) return null;
  const days = weeks.value * 5 - holidays.value - leave.value - study.value;
  return {
    value: days * (week.value / 5) * (1 - sickness.value),
    figures: [weeks, week, holidays, leave, study, sickness],
    working:
      `(${weeks.value} weeks x 5 days - ${holidays.value} public holidays - ${leave.value} days of leave - ` +
      `${study.value} days of study leave) x ${week.value / 5} hours x (1 - ${sickness.value} sickness)`,
  };
}
