import type { VerificationNote } from "../report/report-input.js";
import { families } from "../verify/checks/index.js";
import { allowed } from "../verify/check.js";
import type { ReferenceFile } from "../verify/reference.js";
import { usedInReports } from "../verify/used-in-reports.js";
import { verifyMethods } from "../verify/verify.js";

/**
 * Runs the statistics that a report can quote on their reference values, and says what was compared with what. Errors
 * are told as limits, not as found: their last digits differ between machines, and a report does not.
 *
 * @throws Error when a method does not agree with its reference here: no number of this run could be trusted
 */
export function verifyBeforeReport(files: readonly ReferenceFile[]): VerificationNote {
  const verified = families
    .map(({ label, checks }) => ({
      label,
      checks: checks.filter((check) => check.functions.some((name) => usedInReports.includes(name))),
    }))
    .filter(({ checks }) => checks.length > 0)
    .map(({ label, checks }) => ({ label, rows: verifyMethods(checks, files) }));
  const failed = verified.flatMap(({ rows }) => rows.filter((row) => !row.passed));
  if (failed.length > 0) {
    const names = [...new Set(failed.map((row) => row.label))].join("; ");
    throw new Error(
      `on this machine some statistics do not give their reference values: ${names}. Run pilot-eval verify`,
    );
  }
  return {
    closedForm: allowed["closed form"],
    iterative: allowed.iterative,
    allMethods: families.reduce((sum, { checks }) => sum + checks.length, 0),
    families: verified.map(({ label, rows }) => ({
      label,
      methods: new Set(rows.map((row) => row.id)).size,
      cases: rows.reduce((sum, row) => sum + row.cases, 0),
      values: rows.reduce((sum, row) => sum + row.values, 0),
      references: implementationsOf(rows.map((row) => row.reference)),
    })),
  };
}

/** Implementations with their versions, without the function called: `R 4.2.2`, `coin 1.4.2`; each once. */
function implementationsOf(references: readonly string[]): readonly string[] {
  const named = references.flatMap((reference) => reference.match(/[A-Za-z][\w.]* \d[\w.]*(?:-\d+)?/g) ?? []);
  return [...new Set(named)].sort();
}
