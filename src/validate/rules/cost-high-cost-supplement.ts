import { formatNumber } from "../../core/format.js";
import { coverQuestions } from "../../ingest/formats/cost-return-layout.js";
import { costFinding } from "../cost-finding.js";
import { costLimits } from "../cost-limits.js";
import { coverCell } from "../cost-place.js";
import type { Finding } from "../finding.js";
import { trusts } from "../looked-at.js";
import type { Rule } from "../rule.js";

/** A high-cost area whose supplements are all 0, or higher than any that national terms have. */
export const costHighCostSupplement: Rule = {
  id: "cost-high-cost-supplement",
  label: "a high-cost supplement of 0, or very high",
  severity: "warning",
  looksAt: trusts,
  check: ({ tables, returns }) =>
    returns.flatMap((read): readonly Finding[] => {
      if (read.highCost === null) return [];
      const { area, afcPence, medicalPence } = read.highCost;
      const cell = (question: string) => coverCell(tables, read.file, question);
      if ((afcPence ?? 0) === 0 && (medicalPence ?? 0) === 0)
        return [
          costFinding(costHighCostSupplement, read.trust, cell(coverQuestions.highCost), {
            message: `high-cost area: ${area}, but nobody gets a supplement; is that so?`,
            expected: `the supplement that staff in ${area} get`,
            found: "0 for Agenda for Change and for doctors",
            fix: "give the supplement for a full-time year from payroll; choose none if the Trust lies in no such area",
          }),
        ];
      const answers = [
        [coverQuestions.supplementAfc, afcPence],
        [coverQuestions.supplementMedical, medicalPence],
      ] as const;
      return answers
        .filter(([, pence]) => (pence ?? 0) > costLimits.highSupplementPounds * 100)
        .map(([question, pence]) =>
          costFinding(costHighCostSupplement, read.trust, cell(question), {
            message: `${question}: £${formatNumber(pence! / 100)} is more than £${formatNumber(costLimits.highSupplementPounds)}; is it the supplement of one full-time year?`,
            expected: `at most £${formatNumber(costLimits.highSupplementPounds)}`,
            found: `£${formatNumber(pence! / 100)}`,
            fix: "give the supplement alone, of one person for a full-time year",
          }),
        );
    }),
};
