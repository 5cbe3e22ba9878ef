import type { Finding } from "../finding.js";
import { variablesAsked } from "../looked-at.js";
import type { Rule } from "../rule.js";
import { placeOf, sliceOf } from "../rule.js";

/** Date columns of which nobody can tell whether 05/04 is in April or in May. */
export const dateOrder: Rule = {
  id: "date-order",
  severity: "error",
  protects: "all",
  looksAt: variablesAsked,
  label: "dates that can be read both ways",
  check: ({ files }) =>
    files.flatMap((survey) =>
      [...survey.dateOrders].flatMap(([name, decision]): readonly Finding[] => {
        if (decision.kind === "decided") return [];
        const columns = survey.matching.matched.get(name);
        return [
          {
            rule: "date-order",
            code: "date-order",
            severity: "error",
            at: placeOf(survey.table, null, columns?.kind === "one" ? columns.column : null),
            message: `${name}: day and month cannot be told apart: ${decision.reason}`,
            expected: "dates that tell their own order, or date_order in study.yaml",
            found: "dates such as 05/04/2026",
            fix: "write date_order: dmy, mdy or ymd under this source in study.yaml",
            ...sliceOf(survey),
          },
        ];
      }),
    ),
};
