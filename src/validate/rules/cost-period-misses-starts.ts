import { readDay } from "../../core/day.js";
import { nameTrusts } from "../../study/study.js";
import type { Finding } from "../finding.js";
import { costLines } from "../looked-at.js";
import type { Rule } from "../rule.js";
import { startAt } from "./answer-day.js";

/** Fewer known starts than this tell nothing. */
const fewest = 5;
/** Share of known starts that a return has to cover. */
const coveredShare = 0.5;

/**
 * Cost returns whose days leave out most of the days on which their Trust's respondents started: costs and doctors of
 * different intakes would be set against each other. A person asked at two waves counts at each.
 */
export const costPeriodMissesStarts: Rule = {
  id: "cost-period-misses-starts",
  label: "a cost return of other days than its Trust's doctors started on",
  severity: "warning",
  looksAt: costLines,
  check: ({ study, surveys, returns }) =>
    returns.flatMap(({ trust, file, period }): readonly Finding[] => {
      const from = period && readDay(period.from, null);
      const to = period && readDay(period.to, null);
      if (period === null || from === null || to === null) return [];
      const count = { of: 0, within: 0 };
      for (const survey of surveys) {
        if (survey.trust !== trust) continue;
        survey.table.rows.forEach((_, row) => {
          const start = startAt(study, survey, row);
          if (start) count.of += 1;
          if (start && start.day >= from && start.day <= to) count.within += 1;
        });
      }
      if (count.of < fewest || count.within >= count.of * coveredShare) return [];
      const found = `${count.within} of ${count.of}`;
      return [
        {
          rule: "cost-period-misses-starts",
          code: "cost-period-misses-starts",
          severity: "warning",
          at: { file, sheet: "Cover" },
          message: `period covered: ${period.from} to ${period.to}; ${found} respondents of ${nameTrusts(study, [trust])} started within it`,
          expected: `days on which most of the ${count.of} started`,
          found,
          fix: "correct the days on the Cover, or ask for a return of the days of this cohort",
          trust,
        },
      ];
    }),
};
