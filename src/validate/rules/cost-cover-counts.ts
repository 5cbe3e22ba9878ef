import { coverQuestions } from "../../ingest/formats/cost-return-layout.js";
import { costFinding, withCohorts } from "../cost-finding.js";
import { coverCell } from "../cost-place.js";
import type { Finding } from "../finding.js";
import { trusts } from "../looked-at.js";
import type { Rule } from "../rule.js";

/** A Cover that counts other IMGs than the cohort table, which is what costs per IMG are worked out with. */
export const costCoverCounts: Rule = {
  id: "cost-cover-counts",
  label: "a cost return that counts other IMGs than the cohort table",
  severity: "warning",
  looksAt: trusts,
  check: ({ tables, ...context }) =>
    withCohorts(context).flatMap(({ read, cohort }): readonly Finding[] =>
      (["recruited", "inducted", "completed"] as const).flatMap((count) => {
        const said = read.imgs[count];
        if (said === null || said === cohort[count]) return [];
        const row = cohort.at.row === undefined ? "" : ` row ${cohort.at.row}`;
        const question = coverQuestions[count];
        return [
          costFinding(costCoverCounts, read.trust, coverCell(tables, read.file, question), {
            message: `${question}: ${said} on the Cover, ${cohort[count]} ${count} in ${cohort.at.file}${row}, which is what counts`,
            expected: String(cohort[count]),
            found: String(said),
            fix: "check both, and correct the one that is wrong",
          }),
        ];
      }),
    ),
};
