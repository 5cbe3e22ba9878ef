import type { Finding } from "../finding.js";
import { trusts } from "../looked-at.js";
import type { Rule } from "../rule.js";
import { trustOf } from "../../study/place-names.js";
import { cellText } from "../../ingest/grid.js";

/** Trusts without a row in the cohort table: their response and their cost per IMG would have no denominator. */
export const cohortMissing: Rule = {
  id: "cohort-missing",
  severity: "error",
  protects: "all",
  looksAt: trusts,
  label: "a Trust without denominators",
  check({ study, tables }) {
    const declared = study.sources.find((source) => source.kind === "cohort");
    const table = tables.find((each) => each.source.kind === "cohort");
    if (declared && !table) return [];
    const column = table?.columns.find((each) => each.name.trim().toLowerCase() === "trust");
    if (table && !column) return [];
    const present = new Set(column?.values.map((value) => trustOf(study, cellText(value))));
    return study.trusts
      .filter((trust) => !present.has(trust.code))
      .map((trust): Finding => ({
        rule: "cohort-missing",
        code: "cohort-missing",
        severity: "error",
        at: { file: table?.source.file ?? "study.yaml" },
        message: table
          ? `${trust.code}: no row in the cohort table`
          : `${trust.code}: no cohort table is listed in study.yaml`,
        expected: `a row for ${trust.code} with eligible, invited, recruited, inducted, completed and intakes`,
        found: "none",
        fix: table ? "add the row" : "add cohort.csv, and list it under sources with kind: cohort",
        trust: trust.code,
      }));
  },
};
