import { costFinding, withCohorts } from "../cost-finding.js";
import type { Cohort, PartialReturn } from "../cost-return.js";
import type { Finding } from "../finding.js";
import { trusts } from "../looked-at.js";
import type { Rule } from "../rule.js";

/**
 * Nobody recruited, inducted or completed at a Trust that sent a cost return. Nobody inducted is an error: where Trusts are
 * shown together, other Trusts' IMGs would carry the costs. Of the other counts a cost per IMG is left out; those completed
 * are a note, since they may be still to come, unless they are the headline.
 */
export const costNoImgs: Rule = {
  id: "cost-no-imgs",
  label: "costs of a Trust without IMGs",
  severity: "error",
  protects: "errors",
  looksAt: trusts,
  check: ({ study, ...context }) =>
    withCohorts(context).flatMap(({ read, cohort }): readonly Finding[] =>
      (["recruited", "inducted", "completed"] as const)
        .filter((count) => cohort[count] === 0)
        .map((count) => {
          if (count === "inducted") return nobodyInducted(read, cohort);
          return costFinding(
            costNoImgs,
            read.trust,
            { ...cohort.at, column: count },
            {
              severity: count === "completed" && study.costing.headline !== count ? "note" : "warning",
              message: `${count}: 0, beside a cost return; a cost per IMG ${count} cannot be worked out, and none is shown`,
              expected: "1 or more",
              found: "0",
              fix: `correct ${count}; if it is 0, the Trust's costs stay in the totals, without a cost per IMG ${count}`,
            },
          );
        }),
    ),
};

function nobodyInducted(read: PartialReturn, cohort: Cohort): Finding {
  return costFinding(
    costNoImgs,
    read.trust,
    { ...cohort.at, column: "inducted" },
    {
      message:
        "inducted: expected 1 or more beside a cost return, found 0; other Trusts' IMGs would carry its costs",
      expected: "1 or more",
      found: "0",
      fix: "correct inducted; if nobody is inducted yet, leave this Trust's cost return out of sources",
    },
  );
}
