import { nameTrusts, placeInYaml } from "../../study/study.js";
import { costLimits, daysFrom } from "../cost-limits.js";
import type { Finding } from "../finding.js";
import { trusts } from "../looked-at.js";
import type { Rule } from "../rule.js";

/**
 * Returns of clearly fewer days than the study's period, while cohort.csv counts IMGs without saying of which days: costs of
 * some months over the IMGs of more would make an IMG look cheap. Where people are asked more than once, the study runs on
 * after the last of them began: returns that cover the whole first wave are then long enough. Told once, to whoever runs the
 * study.
 */
export const costCohortDays: Rule = {
  id: "cost-cohort-days",
  label: "costs of fewer days than the IMGs they are divided by",
  severity: "warning",
  looksAt: trusts,
  check({ study, returns }) {
    const days = daysFrom(study.period.from, study.period.to);
    const [first, ...later] = study.waves;
    const short = returns.flatMap(({ trust, period }) => {
      if (first && later.length > 0 && period && period.from <= first.from && period.to >= first.to)
        return [];
      const covered = period === null ? days : daysFrom(period.from, period.to);
      return covered < days * (1 - costLimits.shorterShare) ? [{ trust, covered }] : [];
    });
    if (short.length === 0) return [];
    const whose = nameTrusts(
      study,
      short.map(({ trust }) => trust),
    );
    const fewest = Math.min(...short.map(({ covered }) => covered));
    return [
      {
        rule: "cost-cohort-days",
        code: "cost-cohort-days",
        severity: "warning",
        at: placeInYaml(study, ["period"]),
        message: `period: ${days} days, but returns cover fewer (${whose}); does cohort.csv count the IMGs of the returns' days?`,
        expected: `returns of about ${days} days, or counts of the returns' days alone`,
        found: `${fewest} days`,
        fix: "count in cohort.csv the IMGs of the intakes that the returns cover, or ask for returns of the whole period; if it is so, nothing to do",
      } satisfies Finding,
    ];
  },
};
