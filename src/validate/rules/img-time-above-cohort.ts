import type { Finding } from "../finding.js";
import { trusts } from "../looked-at.js";
import type { Rule } from "../rule.js";

/** More IMGs on a return's sheet IMG time than the Trust recruited: the hours of some would be priced twice. */
export const imgTimeAboveCohort: Rule = {
  id: "img-time-above-cohort",
  severity: "error",
  protects: "all",
  looksAt: trusts,
  label: "more IMGs in a cost return than were recruited",
  check: ({ cohorts, returns }) =>
    returns.flatMap(({ trust, file, supernumerary }): readonly Finding[] => {
      const cohort = cohorts.find((each) => each.trust === trust);
      const imgs = supernumerary.reduce((sum, line) => sum + line.imgs, 0);
      if (!cohort || imgs <= cohort.recruited) return [];
      const [only, ...others] = supernumerary;
      const row = cohort.at.row === undefined ? "" : ` row ${cohort.at.row}`;
      return [
        {
          rule: "img-time-above-cohort",
          code: "img-time-above-cohort",
          severity: "error",
          at: only && others.length === 0 ? only.at : { file, sheet: "IMG time" },
          message: `IMGs: expected at most the ${cohort.recruited} recruited (${cohort.at.file}${row}), found ${imgs}${others.length ? ` on ${supernumerary.length} lines` : ""}`,
          expected: `at most ${cohort.recruited}`,
          found: String(imgs),
          fix: "count each IMG once, under one grade; or correct recruited in the cohort table",
          trust,
        },
      ];
    }),
};
