import { oneLine } from "../../ingest/lay-out.js";
import type { Finding } from "../finding.js";
import { variablesAsked } from "../looked-at.js";
import type { Rule } from "../rule.js";
import { placeOf, sliceOf } from "../rule.js";

/** Codebook rows that more than one column of a file could be. Neither is taken. */
export const columnClash: Rule = {
  id: "column-clash",
  severity: "error",
  protects: "all",
  looksAt: variablesAsked,
  label: "two columns that could be the same variable",
  check: ({ files }) =>
    files.flatMap((survey) =>
      survey.matching.clashes.map(({ variable, columns }): Finding => {
        const headings = columns.map((column) => `"${oneLine(column.name)}"`).join(" and ");
        return {
          rule: "column-clash",
          code: "column-clash",
          severity: "error",
          at: placeOf(survey.table, null, columns[0] ?? null),
          message: `${variable.name}: ${columns.length} columns could be this variable: ${headings}`,
          expected: "one column",
          found: headings,
          fix: "rename the heading of the column that is not meant, or remove it from headings in codebook.csv",
          ...sliceOf(survey),
        };
      }),
    ),
};
