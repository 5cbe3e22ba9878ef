import { costFinding, withCohorts } from "../cost-finding.js";
import { costLimits } from "../cost-limits.js";
import { poundsOf, sizedLines } from "../cost-size.js";
import type { Finding } from "../finding.js";
import { costLines } from "../looked-at.js";
import type { Rule } from "../rule.js";

/** A return of which more than half of the cost is guessed. A note: the report says how well costs are known. */
export const costGuessed: Rule = {
  id: "cost-guessed",
  label: "a cost return that is mostly guessed",
  severity: "note",
  looksAt: costLines,
  check: ({ pricesOf, ...context }) =>
    withCohorts(context).flatMap(({ read, cohort }): readonly Finding[] => {
      if (!read.whole) return [];
      const lines = sizedLines(read, cohort, pricesOf);
      const guessed = lines.filter(({ line }) => line.evidence === "guessed");
      const share = poundsOf(guessed) / poundsOf(lines);
      if (!(share > costLimits.guessedShare)) return [];
      return [
        costFinding(
          costGuessed,
          read.trust,
          { file: read.file },
          {
            message: `recorded, estimated or guessed: about ${Math.round(share * 100)}% of the cost is guessed, on ${guessed.length} of ${lines.length} lines`,
            expected: "at least half of the cost recorded or estimated",
            found: `${Math.round(share * 100)}% guessed`,
            fix: "ask for the largest of these lines whether a diary, a rota or an invoice can tell; nothing to do if none can",
            count: guessed.length,
          },
        ),
      ];
    }),
};
