import { formatNumber } from "../../../core/format.js";
import type { InputIssue } from "../../../costs/estimate/check-value.js";
import type { TrustEstimate } from "../../../costs/estimate/estimate.js";
import { imgTimeComponent } from "../../../costs/estimate/assumptions.js";
import { typedDay, type Cover } from "./planned-return.js";

/** Answers about a cost return, by field, as typed. */
export interface TypedCover {
  readonly trust: string;
  readonly from: string;
  readonly to: string;
}

/** Longest week that a cost return takes for one IMG, in hours. */
const mostWeek = 60;

/** Days that are about a year: a year, two weeks more or less. */
const aboutYear = { from: 351, to: 380 } as const;

/**
 * Whose return it is and what it covers, with all that will not do; and a warning where the days are not about a year, since
 * the return holds what an estimate plans for one.
 */
export function checkCover(
  typed: TypedCover,
  estimate: TrustEstimate,
): { readonly value: Cover | null; readonly issues: readonly InputIssue[]; readonly warning: string | null } {
  const trust = typed.trust.trim();
  const [from, to] = [typedDay(typed.from), typedDay(typed.to)];
  const issues: InputIssue[] = [];
  if (trust === "" || trust.length > 100)
    issues.push({
      field: "return.trust",
      label: "Trust",
      expected: "the code that the evaluators gave your Trust",
      found: trust === "" ? "nothing" : `${trust.length} characters`,
      fix: "put the code, such as A",
    });
  const day = (field: string, label: string, text: string, found: number | null) => {
    if (found === null)
      issues.push({
        field,
        label,
        expected: "a day such as 01/04/2026",
        found: text.trim() === "" ? "nothing" : `"${text.trim()}"`,
        fix: "put day, month and year",
      });
  };
  day("return.from", "first day covered", typed.from, from);
  day("return.to", "last day covered", typed.to, to);
  if (from === null || to === null) return { value: null, issues, warning: null };
  const hours = Math.max(
    0,
    ...estimate.items
      .filter(({ component }) => component === imgTimeComponent)
      .map(
        ({ amount, eachShadowingWeek }) =>
          amount.central * (eachShadowingWeek ? estimate.inputs.shadowingWeeks : 1),
      ),
  );
  const days = to - from + 1;
  if (days < 1)
    issues.push({
      field: "return.to",
      label: "last day covered",
      expected: "a day on or after the first",
      found: typed.to.trim(),
      fix: "correct the first or the last day",
    });
  else if (hours > (mostWeek * days) / 7)
    issues.push({
      field: "return.to",
      label: "last day covered",
      expected: `days that hold ${Math.ceil(hours)} hours of each IMG's time`,
      found: `${days} ${days === 1 ? "day" : "days"}`,
      fix: "a return holds the quantities of one year: give the days of a year",
    });
  const isYear = days >= aboutYear.from && days <= aboutYear.to;
  return {
    value: issues.length === 0 ? { trust, from, to } : null,
    issues,
    warning: isYear
      ? null
      : `Its days are ${formatNumber(days)}, but its quantities are those of a year: change the days or the quantities, so that they agree.`,
  };
}
