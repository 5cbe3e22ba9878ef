import type { Issue } from "../core/issue.js";
import { payPointsOf, type Figure, type PayPoint } from "./figures.js";

export interface RateCardOptions {
  /** Financial year whose prices are used, `2026/27`. */
  readonly year: string;
  /** Employer pension: what the Trust itself pays, or the full rate with the part funded centrally. */
  readonly pension: "paid-by-trust" | "full";
  readonly levy: boolean;
  /** What a year's cost is divided by: hours paid for, or hours at work. */
  readonly hours: "paid" | "productive";
}

/** GBP per hour of one pay point, unrounded, with what it is made of. */
export interface Rate {
  readonly payPoint: PayPoint;
  readonly hourly: number;
  /** Yearly cost in GBP, unrounded: the sum of the four parts. */
  readonly yearly: number;
  readonly parts: {
    readonly pay: Part;
    readonly nationalInsurance: Part;
    readonly pension: Part;
    readonly levy: Part;
    /** Hours in a year that the cost is spread over. */
    readonly hours: Part;
  };
}

/** One part of a rate (GBP per year, or hours per year) and the figures it rests on, each with year and source. */
export interface Part {
  readonly value: number;
  readonly figures: readonly Figure[];
  /** How it was worked out, in words with the numbers in it. */
  readonly working: string;
}

export interface RateCard extends RateCardOptions {
  readonly rates: Readonly<Record<string, Rate>>;
}

/**
 * Price an hour of every pay point of a year: pay, employer National Insurance above the secondary threshold, pension
 * and apprenticeship levy, over the hours in a year. Nothing is rounded. A figure missing for the year, or one that
 * changed within it, is an error naming key and year; another year's figure is never used. No value when there is an error.
 *
 * Source: HMRC Class 1 secondary contributions; NHS Employers on pension contributions and paid hours (52.143 x 37.5).
 */
export function buildRateCard(
  figures: readonly Figure[],
  options: RateCardOptions,
): { readonly value: RateCard | null; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const find = (table: string, key: string): Figure | null => {
    const found = figures.filter(
      (figure) => figure.table === table && figure.key === key && figure.year === options.year,
    );
    if (found.length === 1) return found[0]!;
    issues.push(found.length === 0 ? missingFigure(table, key, options.year) : severalFigures(found));
    return null;
  };

  const points = payPointsOf(figures, options.year);
  if (points.length === 0) issues.push(missingFigure("pay points", "any", options.year));
  const insuranceRate = find("employer_ni", "rate");
  const threshold = find("employer_ni", "secondary_threshold");
  const pension = find("nhs_pension_employer", options.pension === "full" ? "total" : "paid_by_employer");
  const levy = options.levy ? find("apprenticeship_levy", "rate") : null;
  const hours = {
    afc: hoursInYear("afc", options.hours, find),
    medical: hoursInYear("medical", options.hours, find),
  };
  const pays = points.map((point) => ({
    point,
    pay: find(point.staff === "afc" ? "afc_pay_england" : "medical_pay_england", point.key),
  }));
  if (issues.length > 0 || !insuranceRate || !threshold || !pension || !hours.afc || !hours.medical)
    return { value: null, issues: unique(issues) };

  const rates: Record<string, Rate> = {};
  for (const { point, pay } of pays) {
    if (!pay) continue;
    const above = Math.max(0, pay.value - threshold.value);
    const parts = {
      pay: { value: pay.value, figures: [pay], working: `basic pay ${pay.value}` },
      nationalInsurance: {
        value: insuranceRate.value * above,
        figures: [insuranceRate, threshold],
        working: `${insuranceRate.value} x (${pay.value} - ${threshold.value})`,
      },
      pension: {
        value: pension.value * pay.value,
        figures: [pension],
        working: `${pension.value} x ${pay.value}`,
      },
      levy: levy
        ? { value: levy.value * pay.value, figures: [levy], working: `${levy.value} x ${pay.value}` }
        : { value: 0, figures: [], working: "not counted" },
      hours: hours[point.staff]!,
    };
    const yearly = parts.pay.value + parts.nationalInsurance.value + parts.pension.value + parts.levy.value;
    rates[point.key] = { payPoint: point, yearly, hourly: yearly / parts.hours.value, parts };
  }
  return { value: { ...options, rates }, issues: [] };
}

/** Figures that a rate card rests on, each once, without the pay points themselves. */
export function onCostFigures(card: RateCard): readonly Figure[] {
  const all = Object.values(card.rates).flatMap(({ parts }) => [
    ...parts.nationalInsurance.figures,
    ...parts.pension.figures,
    ...parts.levy.figures,
    ...parts.hours.figures,
  ]);
  return [...new Set(all)];
}

function hoursInYear(
  staff: PayPoint["staff"],
  basis: RateCardOptions["hours"],
  find: (table: string, key: string) => Figure | null,
): Part | null {
  if (basis === "paid") {
    const paid = find("working_time", `paid_hours.${staff}`);
    return paid && { value: paid.value, figures: [paid], working: `${paid.value} paid hours` };
  }
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

const payFile = "data/pay/pay-and-on-costs.csv";

function missingFigure(table: string, key: string, year: string): Issue {
  return {
    code: "missing-price",
    severity: "error",
    at: { file: payFile },
    message: `${table} ${key}: no figure for ${year}`,
    expected: `one figure for ${year}`,
    found: "none",
    fix: `choose a price year that has it, or add the figure with its source to ${payFile}`,
  };
}

function severalFigures(found: readonly Figure[]): Issue {
  const [first] = found;
  const spans = found.map((figure) => `${figure.value} from ${figure.from} to ${figure.to}`).join(", ");
  return {
    code: "changed-price",
    severity: "error",
    at: { file: payFile },
    message: `${first!.table} ${first!.key}: changed within ${first!.year}`,
    expected: `one figure for ${first!.year}`,
    found: spans,
    fix: "choose another price year",
  };
}

function unique(issues: readonly Issue[]): readonly Issue[] {
  return [...new Map(issues.map((issue) => [issue.message, issue])).values()];
}
