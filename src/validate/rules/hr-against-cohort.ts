import { readDay } from "../../core/day.js";
import type { Finding } from "../finding.js";
import { rowsOfFile } from "../looked-at.js";
import type { Rule } from "../rule.js";

/**
 * Doctors of the HR extract who started within the study's period, against those recruited by the cohort table. The
 * cohort table is what rates are worked out from; retention rests on the HR extract, so a difference is told. Trusts
 * without a row in either are left to other rules.
 */
export const hrAgainstCohort: Rule = {
  id: "hr-against-cohort",
  label: "another number of doctors in the HR extract than were recruited",
  severity: "warning",
  looksAt: rowsOfFile,
  check({ study, hr, cohorts }) {
    const from = readDay(study.period.from, null) ?? Number.NEGATIVE_INFINITY;
    const to = readDay(study.period.to, null) ?? Number.POSITIVE_INFINITY;
    const started = new Map<string, number>();
    for (const { trust, start } of hr) {
      const within = start >= from && start <= to ? 1 : 0;
      started.set(trust, (started.get(trust) ?? 0) + within);
    }
    return cohorts.flatMap(({ trust, recruited, at }): readonly Finding[] => {
      const doctors = started.get(trust);
      if (doctors === undefined || doctors === recruited) return [];
      const more = doctors > recruited;
      return [
        {
          rule: "hr-against-cohort",
          code: "hr-against-cohort",
          severity: "warning",
          at: { ...at, column: "recruited" },
          message: `recruited: ${recruited}, but ${doctors} doctors of the HR extract started within the period; the cohort table counts, and retention rests on the ${doctors}`,
          expected: `${recruited} doctors in the HR extract`,
          found: String(doctors),
          fix: more
            ? "look for doctors in the HR extract who are not of the cohort, or correct recruited"
            : "ask for the HR rows that are missing (those who left are often left out), or correct recruited",
          count: Math.abs(doctors - recruited),
          trust,
        },
      ];
    });
  },
};
