import { headings } from "../ingest/formats/cost-return-layout.js";
import type { CostRow } from "./cost-row.js";
import { checkHours } from "./cost-hours.js";
import { costLimits } from "./cost-limits.js";
import { readComponent, readPayPoint, readSpending, yesOrNo } from "./cost-line-cells.js";
import {
  evidenceGrades,
  hoursBases,
  payers,
  rateSources,
  recurrences,
  type HoursBasis,
  type LineContext,
  type OwnRate,
  type StaffLine,
} from "./cost-line.js";

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
  if (people !== null && people > costLimits.manyPeople) askAboutPeople(row, people);
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
  if (pencePerHour !== null && pencePerHour > costLimits.mostOwnRatePounds * 100) return rateOfAYear(row);
  if (pencePerHour === null || source === null || onCosts === null || overheads === null) return null;
  return {
    pencePerHour,
    source,
    includesOnCosts: onCosts === "yes",
    includesOverheads: overheads === "yes",
  };
}

/** A year's pay in the place of an hour's; the sum itself is never told. */
function rateOfAYear(row: CostRow): null {
  const most = `at most £${costLimits.mostOwnRatePounds} an hour`;
  return row.complain(headings.Staff.ownRate, {
    code: "cost-own-rate-large",
    message: `own rate in pounds an hour: expected ${most}, got more; is it a year's pay?`,
    expected: most,
    fix: "give what one hour costs; or clear the own rate and the cells about it: the pay point is priced for you",
  });
}

function askAboutPeople(row: CostRow, people: number): void {
  row.complain(headings.Staff.people, {
    code: "cost-many-people",
    severity: "warning",
    message: `people: ${people} on one line, each with these hours; are they those who gave the induction?`,
    expected: `at most ${costLimits.manyPeople}`,
    found: String(people),
    fix: "count the staff who gave the time, not those who were taught; if it is right, nothing to do",
  });
}
