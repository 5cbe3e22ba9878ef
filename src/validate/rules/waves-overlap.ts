import type { Finding } from "../finding.js";
import { waves } from "../looked-at.js";
import type { Rule } from "../rule.js";

/**
 * Waves declared as open on the same days. A note where the later one only begins before the earlier one ends, which
 * intakes at different times bring about; a warning where one begins and ends with or within the other, because then
 * nothing tells before from after. Cohorts compared side by side are left alone.
 */
export const wavesOverlap: Rule = {
  id: "waves-overlap",
  label: "two waves open on the same days",
  severity: "warning",
  looksAt: waves,
  check: ({ study }) =>
    study.design === "before-after-cohorts"
      ? []
      : study.waves.flatMap((earlier, index) =>
          study.waves.slice(index + 1).flatMap((later): readonly Finding[] => {
            if (later.from > earlier.to || earlier.from > later.to) return [];
            const staggered = earlier.from < later.from && earlier.to < later.to;
            const days = `${later.from > earlier.from ? later.from : earlier.from} to ${later.to < earlier.to ? later.to : earlier.to}`;
            return [
              {
                rule: "waves-overlap",
                code: "waves-overlap",
                severity: staggered ? "note" : "warning",
                at: { file: "study.yaml" },
                message: `waves ${earlier.id} and ${later.id}: both open ${days}; an answer of these days may be of either`,
                expected: "waves on days of their own",
                found: days,
                fix: staggered
                  ? "nothing to do where intakes started at different times; else correct the days of the waves"
                  : "correct the days of the two waves in study.yaml",
                wave: later.id,
              },
            ];
          }),
        ),
};
