import { costLines } from "../looked-at.js";
import type { Rule } from "../rule.js";

/** Cells of a cost return that will not do; see `validate/cost-return.ts`. */
export const costReturn: Rule = {
  id: "cost-return",
  label: "a cell of a cost return that cannot be read or cannot be",
  severity: "error",
  protects: "errors",
  looksAt: costLines,
  check: ({ readings }) => readings["cost-return"],
};
