import type { Place } from "../core/issue.js";
import { costCategories, headings } from "../ingest/formats/cost-return-layout.js";
import { quote, type CostRow } from "./cost-cell.js";
import { costLimits, daysFrom } from "./cost-limits.js";

export const hoursBases = ["whole period", "each IMG", "each cohort", "each week"] as const;
export type HoursBasis = (typeof hoursBases)[number];
export const recurrences = ["one-off", "recurrent"] as const;
export type Recurrence = (typeof recurrences)[number];
/** How a figure came about: from a diary, rota or invoice; by somebody's judgement; without much to go by. */
export const evidenceGrades = ["recorded", "estimated", "guessed"] as const;
export type EvidenceGrade = (typeof evidenceGrades)[number];
/** Who bears a cost. */
export const payers = ["Trust", "NHS England", "charity", "IMG"] as const;
export type Payer = (typeof payers)[number];
export const rateSources = ["local payroll", "agency or bank", "published unit cost"] as const;
export type RateSource = (typeof rateSources)[number];
export const vatAnswers = ["no VAT", "in the amount", "left out"] as const;
export type VatAnswer = (typeof vatAnswers)[number];

/** A rate of the Trust's own in place of the pay point's, with what it already holds. */
export interface OwnRate {
  readonly pencePerHour: number;
  readonly source: RateSource;
  readonly includesOnCosts: boolean;
  readonly includesOverheads: boolean;
}

/** What every line of cost says about itself. */
interface LineBase {
  readonly evidence: EvidenceGrade;
  /** Whether it would not have been spent without the induction. */
  readonly extra: boolean;
  readonly paidBy: Payer;
  /** The Trust's own reference, for finance; never released. */
  readonly reference: string | null;
  readonly at: Place;
}

/** What lines of staff time and of other costs have in common. */
interface SpendingLine extends LineBase {
  /** Id of an induction component, or `PROGRAMME` for running the whole. */
  readonly component: string;
  readonly recurrence: Recurrence;
  /** Years that a one-off is of use; null when the return leaves it to the study. */
  readonly usefulLife: number | null;
  /** Most IMGs that one cohort, room or group takes; null when the return does not say. */
  readonly capacity: number | null;
  /** Share of the line that is for IMGs, above 0 and at most 1; 1 where the return leaves it blank. */
  readonly share: number;
}

/** Staff time: people x hours, per whole period, IMG, cohort or week. */
export interface StaffLine extends SpendingLine {
  readonly role: string;
  /** What was done, in the Trust's words; never released. */
  readonly activity: string | null;
  /** Key of the rate card: `band6.top`, `consultant.T2b.yr4-7` ... */
  readonly payPoint: string;
  readonly people: number;
  /** Hours of each person; a full-time share is turned into hours for each week. */
  readonly hours: number;
  readonly basis: HoursBasis;
  /** Whether it is the time of somebody who stood in for another. */
  readonly backfill: boolean;
  /** False for goodwill: time that nobody was paid for. */
  readonly paidTime: boolean;
  readonly ownRate: OwnRate | null;
  /** What the Trust's own ledger says the whole line cost, to compare with. */
  readonly statedPence: number | null;
}

/** An amount of another year's prices, and what it was multiplied by. */
export interface Repriced {
  readonly statedPence: number;
  readonly from: string;
  readonly to: string;
  readonly factor: number;
}

export interface OtherLine extends SpendingLine {
  readonly item: string;
  /** `premises`, `materials`, `travel and accommodation`, `catering`, `licences and equipment`, `overhead`, `other`. */
  readonly category: string;
  readonly amountPence: number;
  /** How the amount was brought from prices of another year; left out where it was not. */
  readonly repriced?: Repriced;
  /** Spent for each IMG, each cohort, or once for the whole period. */
  readonly basis: Exclude<HoursBasis, "each week">;
  readonly vat: VatAnswer;
  /** How many the amount bought, and what one cost; null when the return does not say. */
  readonly quantity: number | null;
  readonly unitPricePence: number | null;
}

/** Paid time in which an IMG shadows or is taught and does not count in the rota. */
export interface SupernumeraryLine extends LineBase {
  readonly grade: string;
  readonly payPoint: string;
  readonly imgs: number;
  /** Supernumerary hours of each IMG. */
  readonly hoursEach: number;
  /** Share of these hours in which the IMG did clinical work after all, 0 to 1; 0 where left blank. */
  readonly clinicalShare: number;
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
  /** Hours of a full-time week by pay point. */
  readonly payPoints: ReadonlyMap<string, number>;
  /** Year whose pay points these are, `2026/27`. */
  readonly priceYear: string;
  /** Pay points of other years, by year. */
  readonly otherYears: ReadonlyMap<string, ReadonlyMap<string, unknown>>;
  /** First and last day covered; null when the Cover does not say. */
  readonly period: { readonly from: string; readonly to: string } | null;
}

const yesOrNo = ["yes", "no"] as const;

/** A line of staff time, or null when a cell will not do. Hours beyond the limits of cost-limits.ts are told. */
export function readStaff(row: CostRow, context: LineContext): StaffLine | null {
  const { components, payPoints, period } = context;
  const heading = headings.Staff;
  const component = readComponent(row, heading.component, components);
  const role = row.words(heading.role);
  const payPoint = readPayPoint(row, heading.payPoint, context);
  const people = row.count(heading.people);
  const basis = row.choice(heading.basis, hoursBases);
  const hours = readHours(row, basis, payPoint === null ? null : (payPoints.get(payPoint) ?? null));
  const recurrence = row.choice(heading.recurrence, recurrences);
  const evidence = row.choice(heading.evidence, evidenceGrades);
  const extra = row.choice(heading.extra, yesOrNo);
  const paidBy = row.choice(heading.paidBy, payers);
  const backfill = row.isBlank(heading.backfill) ? "no" : row.choice(heading.backfill, yesOrNo);
  const paidTime = row.isBlank(heading.paidTime) ? "yes" : row.choice(heading.paidTime, yesOrNo);
  const ownRate = readOwnRate(row);
  const spending = readSpending(row, heading);
  const stated = row.isBlank(heading.stated) ? null : row.pounds(heading.stated);
  if (hours !== null && basis !== null) checkHours(row, heading.hours, hours, basis, period);
  if (component === null || role === null || payPoint === null || people === null) return null;
  if (hours === null || basis === null || recurrence === null || evidence === null) return null;
  if (extra === null || paidBy === null || row.isRefused()) return null;
  return {
    ...spending,
    component,
    role,
    activity: row.text(heading.activity),
    payPoint,
    people,
    hours,
    basis,
    recurrence,
    evidence,
    extra: extra === "yes",
    paidBy,
    backfill: backfill === "yes",
    paidTime: paidTime === "yes",
    ownRate,
    statedPence: stated,
    at: row.at(),
  };
}

/** Hours, or the share of a full-time week turned into hours for each week; one of the two must stand there. */
function readHours(row: CostRow, basis: HoursBasis | null, fullWeek: number | null): number | null {
  const heading = headings.Staff;
  if (row.isBlank(heading.fullTime)) return row.hours(heading.hours);
  const share = row.fraction(heading.fullTime);
  if (!row.isBlank(heading.hours))
    return row.complain(heading.fullTime, {
      code: "cost-hours-twice",
      message: "hours and a full-time share: expected one of them, got both",
      expected: "hours, or a full-time share",
      found: "both",
      fix: "clear one of the two cells",
    });
  if (basis !== null && basis !== "each week")
    return row.complain(heading.basis, {
      code: "cost-full-time-basis",
      message: `hours are for: expected each week beside a full-time share, got "${basis}"`,
      expected: "each week",
      found: `"${basis}"`,
      fix: "choose each week, or give hours in place of the share",
    });
  return share === null || fullWeek === null ? null : share * fullWeek;
}

/** A rate of the Trust's own; with a rate the three cells beside it must say what it is. */
function readOwnRate(row: CostRow): OwnRate | null {
  const heading = headings.Staff;
  const about = [heading.rateSource, heading.rateOnCosts, heading.rateOverheads];
  if (row.isBlank(heading.ownRate)) {
    const stray = about.find((one) => !row.isBlank(one));
    if (stray === undefined) return null;
    return row.complain(heading.ownRate, {
      code: "cost-own-rate",
      message: `own rate in pounds an hour: expected a rate beside "${stray.toLowerCase()}", got nothing`,
      expected: "a rate in pounds an hour",
      found: "nothing",
      fix: "give the rate, or clear the cells about it: the pay point is priced for you",
    });
  }
  const pencePerHour = row.pounds(heading.ownRate, "never shown");
  const source = row.choice(heading.rateSource, rateSources);
  const onCosts = row.choice(heading.rateOnCosts, yesOrNo);
  const overheads = row.choice(heading.rateOverheads, yesOrNo);
  if (pencePerHour === null || source === null || onCosts === null || overheads === null) return null;
  return {
    pencePerHour,
    source,
    includesOnCosts: onCosts === "yes",
    includesOverheads: overheads === "yes",
  };
}

type SpendingHeading = Pick<typeof headings.Staff, "usefulLife" | "capacity" | "share" | "reference">;

/** Cells that may be blank on a line of staff time or of other costs. */
function readSpending(
  row: CostRow,
  heading: SpendingHeading,
): Pick<SpendingLine, "usefulLife" | "capacity" | "share" | "reference"> {
  return {
    usefulLife: row.isBlank(heading.usefulLife) ? null : row.years(heading.usefulLife),
    capacity: row.isBlank(heading.capacity) ? null : row.count(heading.capacity),
    share: row.isBlank(heading.share) ? 1 : (row.percent(heading.share) ?? 1),
    reference: row.text(heading.reference),
  };
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
  const extra = row.choice(heading.extra, yesOrNo);
  const paidBy = row.choice(heading.paidBy, payers);
  const vat = row.choice(heading.vat, vatAnswers);
  const quantity = row.isBlank(heading.quantity) ? null : row.amount(heading.quantity);
  const unitPricePence = row.isBlank(heading.unitPrice) ? null : row.pounds(heading.unitPrice);
  const spending = readSpending(row, heading);
  if (component === null || item === null || category === null || amountPence === null) return null;
  if (basis === null || recurrence === null || evidence === null) return null;
  if (extra === null || paidBy === null || vat === null || row.isRefused()) return null;
  return {
    ...spending,
    component,
    item,
    category,
    amountPence,
    basis,
    recurrence,
    evidence,
    extra: extra === "yes",
    paidBy,
    vat,
    quantity,
    unitPricePence,
    at: row.at(),
  };
}

/** A line of IMGs' supernumerary time, or null when a cell will not do. */
export function readSupernumerary(row: CostRow, context: LineContext): SupernumeraryLine | null {
  const { period } = context;
  const heading = headings["IMG time"];
  const grade = row.words(heading.grade);
  const payPoint = readPayPoint(row, heading.payPoint, context);
  const imgs = row.count(heading.imgs);
  const hoursEach = row.hours(heading.hoursEach);
  if (hoursEach !== null) checkHours(row, heading.hoursEach, hoursEach, "whole period", period);
  const evidence = row.choice(heading.evidence, evidenceGrades);
  const extra = row.choice(heading.extra, yesOrNo);
  const paidBy = row.choice(heading.paidBy, payers);
  const clinicalShare = row.isBlank(heading.clinical) ? 0 : row.percentFromNought(heading.clinical);
  if (grade === null || payPoint === null || imgs === null || hoursEach === null || evidence === null)
    return null;
  if (extra === null || paidBy === null || clinicalShare === null || row.isRefused()) return null;
  return {
    grade,
    payPoint,
    imgs,
    hoursEach,
    evidence,
    extra: extra === "yes",
    paidBy,
    clinicalShare,
    reference: row.text(heading.reference),
    at: row.at(),
  };
}

function readComponent(row: CostRow, heading: string, components: readonly string[]): string | null {
  const known = [programmeComponent, ...components];
  return row.code(heading, known, `choose from the drop-down; ${programmeComponent} serves the whole`);
}

/** A pay point of the price year; of one that only another year has, that year is told. */
function readPayPoint(
  row: CostRow,
  heading: string,
  { payPoints, priceYear, otherYears }: LineContext,
): string | null {
  const known = [...payPoints.keys()];
  const first = String(row.value(heading) ?? "")
    .split(/\s/)[0]!
    .toLowerCase();
  const isIn = (keys: Iterable<string>) => [...keys].some((key) => key.toLowerCase() === first);
  const years = [...otherYears].flatMap(([year, points]) => (isIn(points.keys()) ? [year] : []));
  if (isIn(known) || years.length === 0)
    return row.code(heading, known, "choose from the drop-down; the price year has a figure for each");
  return row.complain(heading, {
    code: "cost-unknown-code",
    message: `pay point: expected one of ${priceYear}, got ${quote(first)}, which is one of ${years.join(" and ")}`,
    expected: `a pay point of ${priceYear} from the drop-down`,
    found: quote(first),
    fix: `choose the pay point of ${priceYear} that the grade has now`,
  });
}
