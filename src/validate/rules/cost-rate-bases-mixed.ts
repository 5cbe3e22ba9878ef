import { headings } from "../../ingest/formats/cost-return-layout.js";
import { costFinding } from "../cost-finding.js";
import { cellOf } from "../cost-place.js";
import type { Finding } from "../finding.js";
import { costLines } from "../looked-at.js";
import { hasOwnRate, ownRateHasOverheads } from "../own-rates.js";
import type { Rule } from "../rule.js";

/**
 * Staff time priced partly at rates that hold overheads (a rate of the Trust's own, or a unit cost table) and partly at pay
 * with on-costs: the total is neither.
 */
export const costRateBasesMixed: Rule = {
  id: "cost-rate-bases-mixed",
  label: "rates with overheads beside rates without",
  severity: "warning",
  looksAt: costLines,
  check: ({ study, tables, returns, pricesOf }) =>
    returns.flatMap((read): readonly Finding[] => {
      const tabled = pricesOf(read.period, read.highCost).withOverheads;
      const withOverheads = read.staff.filter((line) =>
        hasOwnRate(study, read.trust, line)
          ? ownRateHasOverheads(study, read.trust, line)
          : tabled.has(line.payPoint),
      );
      const without = read.staff.length - withOverheads.length;
      const [first] = withOverheads;
      if (first === undefined || without === 0) return [];
      const { rateOverheads, payPoint } = headings.Staff;
      const own = first.ownRate !== null;
      const at = cellOf(tables, first.at, own ? rateOverheads : payPoint);
      const what = own ? "own rate includes overheads: yes" : "pay point: priced with overheads";
      return [
        costFinding(costRateBasesMixed, read.trust, at, {
          message: `${what} on ${withOverheads.length} of ${read.staff.length} lines of staff time; the others are priced without, and the two should not be added up`,
          expected: "all rates with overheads, or none",
          found: `${withOverheads.length} with, ${without} without`,
          fix: "clear the own rates that hold overheads, so that pay points are priced; or give all rates on one basis",
          count: withOverheads.length,
        }),
      ];
    }),
};
