import { rowsOfFile } from "../looked-at.js";
import type { Rule } from "../rule.js";

/** Counts of the cohort table that are no whole numbers, stand twice or are larger than their whole; see `validate/cohort.ts`. */
export const cohort: Rule = {
  id: "cohort",
  label: "a row of the cohort table that cannot be read or cannot be",
  severity: "error",
  protects: "all",
  looksAt: rowsOfFile,
  check: ({ readings }) => readings.cohort,
};
