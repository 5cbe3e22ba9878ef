import { costFinding, withCohorts } from "../cost-finding.js";
import type { Finding } from "../finding.js";
import { trusts } from "../looked-at.js";
import type { Rule } from "../rule.js";

/**
 * Nobody recruited, inducted or completed at a Trust that sent a cost return: there is no cost per IMG to work out, and what
 * is given for each IMG counts as nothing. A note of those completed, who may be still to come, unless they are the headline.
 */
export const costNoImgs: Rule = {
  id: "cost-no-imgs",
  label: "costs of a Trust without IMGs",
  severity: "warning",
  looksAt: trusts,
  check: ({ study, ...context }) =>
    withCohorts(context).flatMap(({ read, cohort }): readonly Finding[] =>
      (["recruited", "inducted", "completed"] as const)
        .filter((count) => cohort[count] === 0)
        .map((count) => {
          const each = [...read.staff, ...read.other].filter((line) => line.basis === "each IMG").length;
          const nothing =
            count === "inducted" && each > 0
              ? `; ${each === 1 ? "1 line" : `${each} lines`} for each IMG ${each === 1 ? "counts" : "count"} as nothing`
              : "";
          return costFinding(
            costNoImgs,
            read.trust,
            { ...cohort.at, column: count },
            {
              severity: count === "completed" && study.costing.headline !== count ? "note" : "warning",
              message: `${count}: 0, beside a cost return; a cost per IMG ${count} cannot be worked out, and none is shown${nothing}`,
              expected: "1 or more",
              found: "0",
              fix: `correct ${count}; if it is 0, the Trust's costs stay in the totals, without a cost per IMG ${count}`,
            },
          );
        }),
    ),
};
