import type { Column, Table } from "../../core/table.js";
import { nearest } from "../../study/nearest.js";
import { cellText } from "../../ingest/grid.js";
import type { Study } from "../../study/study.js";
import type { Finding } from "../finding.js";
import { rowsOfFile } from "../looked-at.js";
import { showTyped } from "../place-questions.js";
import type { Rule } from "../rule.js";
import { placeOf } from "../rule.js";
import { trustOf } from "../../study/place-names.js";

/**
 * Rows of the cohort and HR tables that name no Trust of the study, one finding a row; those that look like a total or a
 * note are told as such. Names in study.yaml itself are checked when it is read.
 */
export const unknownTrust: Rule = {
  id: "unknown-trust",
  severity: "error",
  protects: "all",
  looksAt: rowsOfFile,
  label: "a Trust that the study does not know",
  check: ({ study, tables }) =>
    tables
      .filter((table) => table.source.kind === "cohort" || table.source.kind === "hr")
      .flatMap((table) => {
        const column = table.columns.find((each) => each.name.trim().toLowerCase() === "trust");
        return (column?.values ?? []).flatMap((value, row): readonly Finding[] => {
          const text = cellText(value).trim();
          if (trustOf(study, text) !== null) return [];
          return [unknown(study, table, row, column ?? null, text)];
        });
      }),
};

function unknown(study: Study, table: Table, row: number, column: Column | null, text: string): Finding {
  const codes = study.trusts.map((trust) => trust.code).join(", ");
  const near = nearest(
    text,
    study.trusts.flatMap((trust) => [trust.code, trust.label, ...trust.aliases]),
  );
  const found = text === "" ? "nothing" : showTyped(study, text);
  const note = near === null && (text === "" || text.length > longest || isNote(text));
  return {
    rule: "unknown-trust",
    code: "unknown-trust",
    severity: "error",
    at: placeOf(table, row, column),
    message: `trust: expected one of ${codes}, found ${found}${note ? "; not a Trust: a total or a note?" : ""}`,
    expected: `one of ${codes}`,
    found,
    fix: near
      ? `did you mean "${near}"? correct the cell`
      : note
        ? "remove the row; if it is a Trust's, correct the cell"
        : "correct the cell, or add the name to aliases of a Trust in study.yaml; if the row is a total or a note, remove it",
  };
}

/** Longer text may be somebody's own words, and is only counted. */
const longest = 40;

function isNote(text: string): boolean {
  return /^(?:(?:grand |sub-?)?totals?|sum|all|overall|notes?|n\.?b|sources?|as (?:of|at)|mean|average)\b|:$|^\*/i.test(
    text,
  );
}
