import { headings } from "../ingest/formats/cost-return-layout.js";
import type { CostRow } from "./cost-row.js";
import { costLimits, daysFrom } from "./cost-limits.js";
import type { HoursBasis, LineContext } from "./cost-line.js";

/**
 * Hours that one person cannot have given in the period are an error; more than a long week, or more for one IMG than a
 * whole cohort would take, is a warning.
 */
export function checkHours(
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
