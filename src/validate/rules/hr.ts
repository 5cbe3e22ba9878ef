import { rowsOfFile } from "../looked-at.js";
import type { Rule } from "../rule.js";

/** Rows of the HR extract that cannot be read, end before they start or stand twice; see `validate/hr.ts`. */
export const hr: Rule = {
  id: "hr",
  label: "a row of the HR extract that cannot be read or cannot be",
  severity: "error",
  protects: "errors",
  looksAt: rowsOfFile,
  check: ({ readings }) => readings.hr,
};
