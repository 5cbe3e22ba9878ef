import type { InputIssue } from "../../costs/estimate/check-value.js";
import { capital } from "./answer/figures.js";

/**
 * What is wrong with an answer, in two sentences.
 *
 * @example issueWords({ field: "imgs", label: "IMGs a year", expected: "a whole number", found: "1.5", fix: "count people" }) // => "IMGs a year: expected a whole number, found 1.5. Count people."
 */
export function issueWords({ label, expected, found, fix }: InputIssue): string {
  return `${capital(label)}: expected ${expected}, found ${found}. ${capital(fix)}.`;
}
