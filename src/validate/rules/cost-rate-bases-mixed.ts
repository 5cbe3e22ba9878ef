import { headings } from "../../ingest/formats/cost-return-layout.js";
import { costFinding } from "../cost-finding.js";
import { cellOf } from "../cost-place.js";
import type { Finding } from "../finding.js";
import { costLines } from "../looked-at.js";
import type { Rule } from "../rule.js";

/** Staff time priced partly at rates that hold overheads and partly at pay with on-costs: the total is neither. */
export const costRateBasesMixed: Rule = {
  id: "cost-rate-bases-mixed",
  label: "rates with overheads beside rates without",
  severity: "warning",
  looksAt: costLines,
  check: ({ tables, returns }) =>
    returns.flatMap((read): readonly Finding[] => {
      const withOverheads = read.staff.filter(({ ownRate }) => ownRate?.includesOverheads);
      const without = read.staff.length - withOverheads.length;
      const [first] = withOverheads;
      if (first === undefined || without === 0) return [];
      return [
        costFinding(costRateBasesMixed, read.trust, cellOf(tables, first.at, headings.Staff.rateOverheads), {
          message: `own rate includes overheads: yes on ${withOverheads.length} of ${read.staff.length} lines of staff time; the others are priced without, and the two should not be added up`,
          expected: "all rates with overheads, or none",
          found: `${withOverheads.length} with, ${without} without`,
          fix: "clear the own rates that hold overheads, so that pay points are priced; or give all rates on one basis",
          count: withOverheads.length,
        }),
      ];
    }),
};
