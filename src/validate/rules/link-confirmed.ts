import { confirmedLinks } from "../looked-at.js";
import type { Rule } from "../rule.js";

/** Links confirmed in study.yaml that do not hold, or hold without it; see `validate/confirm-links.ts`. */
export const linkConfirmed: Rule = {
  id: "link-confirmed",
  label: "a confirmed link whose rows no longer match",
  severity: "error",
  protects: "all",
  looksAt: confirmedLinks,
  check: ({ readings }) => readings["link-confirmed"],
};
