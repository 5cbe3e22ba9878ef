import { costFinding, withCohorts } from "../cost-finding.js";
import type { Finding } from "../finding.js";
import { trusts } from "../looked-at.js";
import type { Rule } from "../rule.js";

/** IMGs without an intake, or more intakes than IMGs: what is given for each cohort would be counted wrongly. */
export const costNoIntakes: Rule = {
  id: "cost-no-intakes",
  label: "a number of intakes that cannot be",
  severity: "error",
  protects: "all",
  looksAt: trusts,
  check: (context) =>
    withCohorts(context).flatMap(({ read, cohort }): readonly Finding[] => {
      const { inducted, intakes } = cohort;
      if (inducted === 0 || (intakes > 0 && intakes <= inducted)) return [];
      return [
        costFinding(
          costNoIntakes,
          read.trust,
          { ...cohort.at, column: "intakes" },
          {
            message: `intakes: expected from 1 to the ${inducted} inducted, found ${intakes}; costs for each cohort are multiplied by it`,
            expected: `from 1 to ${inducted}`,
            found: String(intakes),
            fix: "give the number of groups of IMGs who began together",
          },
        ),
      ];
    }),
};
