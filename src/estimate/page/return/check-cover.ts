import { dayNumber } from "../../../core/day.js";
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

/** Days that are about a year. */
const yearDays = { least: 350, most: 380 } as const;
/** Longest week that a cost return takes for one IMG, in hours. */
const mostWeek = 60;

/** Whose return it is and what it covers, with all that will not do. */
export function checkCover(
  typed: TypedCover,
  estimate: TrustEstimate,
): { readonly value: Cover | null; readonly issues: readonly InputIssue[] } {
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
  if (from === null || to === null) return { value: null, issues };
  issues.push(...dayIssues(from, to, typed, hoursOfEach(estimate)));
  return { value: issues.length === 0 ? { trust, from, to } : null, issues };
}

/**
 * Days of a return that lie outside the year whose pay the estimate counts, in a sentence; empty when there are none.
 *
 * @example outsidePayYear({ from: 20544, to: 20908 }, "2026/27") // => ""
 */
export function outsidePayYear({ from, to }: Pick<Cover, "from" | "to">, year: string): string {
  const starts = Number(year.slice(0, 4));
  const [first, last] = [dayNumber(starts, 4, 1)!, dayNumber(starts + 1, 3, 31)!];
  const inside = Math.max(0, Math.min(to, last) - Math.max(from, first) + 1);
  const outside = to - from + 1 - inside;
  if (outside === 0) return "";
  return ` ${outside} of its days ${outside === 1 ? "lies" : "lie"} outside ${year}, the year whose pay the estimate counts: choose the year of pay in which most of its days fall.`;
}

/** The quantities are those of one year: other days would hold too many, or too few. */
function dayIssues(from: number, to: number, typed: TypedCover, hours: number): readonly InputIssue[] {
  const about = { field: "return.to", label: "last day covered" };
  const days = to - from + 1;
  if (days < 1)
    return [
      {
        ...about,
        expected: "a day on or after the first",
        found: typed.to.trim(),
        fix: "correct the first or the last day",
      },
    ];
  if (days < yearDays.least || days > yearDays.most)
    return [
      {
        ...about,
        expected: `a year: ${yearDays.least} to ${yearDays.most} days with the first`,
        found: `${days} ${days === 1 ? "day" : "days"}`,
        fix: "the estimate's quantities are those of a year, so give the first and the last day of one",
      },
    ];
  if (hours > (mostWeek * days) / 7)
    return [
      {
        ...about,
        expected: `days that hold ${Math.ceil(hours)} hours of each IMG's time, at most ${mostWeek} hours a week`,
        found: `${days} days`,
        fix: "correct the weeks of shadowing, or their hours",
      },
    ];
  return [];
}

/** Hours of one IMG's own time on the line that holds most of them. */
function hoursOfEach({ items, inputs }: TrustEstimate): number {
  const hours = items
    .filter(({ component }) => component === imgTimeComponent)
    .map(({ amount, eachShadowingWeek }) => amount.central * (eachShadowingWeek ? inputs.shadowingWeeks : 1));
  return Math.max(0, ...hours);
}
