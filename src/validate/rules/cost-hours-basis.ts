import { headings } from "../../ingest/formats/cost-return-layout.js";
import { costFinding, withCohorts } from "../cost-finding.js";
import { rereadings, type Rereading } from "../cost-rereading.js";
import { cellOf } from "../cost-place.js";
import type { Finding } from "../finding.js";
import { costLines } from "../looked-at.js";
import type { Rule, RuleContext } from "../rule.js";

/**
 * Hours put down for each IMG that are more likely those of a whole cohort, and the other way round: by what other Trusts give
 * for the same part, by the return's own lines, and by the hours that one person has. Told as a question, because only the
 * Trust knows; never with another Trust's hours.
 */
export const costHoursBasis: Rule = {
  id: "cost-hours-basis",
  label: "hours for a cohort read as for each IMG, or the other way round",
  severity: "warning",
  looksAt: costLines,
  check: (context) => {
    const all = withCohorts(context);
    return all.flatMap((one) => rereadings(one, all).map((found) => tell(context, one.read.trust, found)));
  },
};

function tell({ tables }: RuleContext, trust: string, found: Rereading): Finding {
  const { line, sort, why, imgs } = found;
  const heading = sort === "staff" ? headings.Staff.hours : headings["IMG time"].hoursEach;
  const hours = Number(("hours" in line ? line.hours : line.hoursEach).toFixed(2));
  const each = hours / imgs;
  const evenly =
    found.meant !== "each IMG" && Number.isInteger(each * 4)
      ? ` (${hours} is ${each} for each of ${imgs})`
      : "";
  const thing = sort === "staff" ? "hours of each person" : "supernumerary hours of each IMG";
  const question =
    found.meant === "each IMG"
      ? "are they the hours for each IMG?"
      : sort === "staff"
        ? `are they the hours for a whole ${found.meant === "each cohort" ? "cohort" : "period"}?`
        : "are they the hours of all IMGs together?";
  return costFinding(costHoursBasis, trust, cellOf(tables, line.at, heading), {
    message: `${thing}: ${hours} for ${found.said} ${why}${evenly}; ${question}`,
    expected: found.meant === "each IMG" ? "hours as given for each cohort" : "hours as given for each IMG",
    found: `${hours} for ${found.said}`,
    fix:
      sort === "staff"
        ? `choose ${found.meant} if they are; if they are right, nothing to do`
        : "divide them by the IMGs if they are; if they are right, nothing to do",
  });
}
