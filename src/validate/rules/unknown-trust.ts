import { nearest } from "../../study/nearest.js";
import { cellText, isBlank } from "../../ingest/grid.js";
import type { Finding } from "../finding.js";
import type { Rule } from "../rule.js";
import { placeOf } from "../rule.js";
import { trustOf } from "../trust-of.js";

/** Rows of the cohort and HR tables that name no Trust of the study; study.yaml's own names are checked when it is read. */
export const unknownTrust: Rule = {
  id: "unknown-trust",
  label: "a Trust that the study does not know",
  check: ({ study, tables }) =>
    tables
      .filter((table) => table.source.kind === "cohort" || table.source.kind === "hr")
      .flatMap((table) => {
        const column = table.columns.find((each) => each.name.trim().toLowerCase() === "trust");
        const names = study.trusts.flatMap((trust) => [trust.code, trust.label, ...trust.aliases]);
        return (column?.values ?? []).flatMap((value, row): readonly Finding[] => {
          const text = cellText(value).trim();
          if (trustOf(study, text) !== null) return [];
          const near = nearest(text, names);
          return [
            {
              rule: "unknown-trust",
              code: "unknown-trust",
              severity: "error",
              at: placeOf(table, row, column ?? null),
              message: `trust: expected a Trust of the study, found ${isBlank(value) ? "nothing" : `"${text}"`}`,
              expected: `one of ${study.trusts.map((trust) => trust.code).join(", ")}`,
              found: isBlank(value) ? "nothing" : `"${text}"`,
              fix: near
                ? `did you mean "${near}"? correct the cell`
                : "correct the cell, or add the name to aliases of a Trust in study.yaml",
            },
          ];
        });
      }),
};
