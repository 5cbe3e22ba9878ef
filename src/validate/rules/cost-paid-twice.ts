import { headings } from "../../ingest/formats/cost-return-layout.js";
import { plainWords } from "../../study/wording.js";
import { costFinding, withCohorts } from "../cost-finding.js";
import type { Payer } from "../cost-line.js";
import { cellOf, rowName } from "../cost-place.js";
import { timesOf } from "../cost-size.js";
import type { PartialReturn } from "../cost-return.js";
import type { Cohort } from "../cost-return.js";
import { sameAmount } from "../cost-stated.js";
import type { Finding } from "../finding.js";
import { costLines } from "../looked-at.js";
import type { Rule } from "../rule.js";
import type { Place } from "../../core/issue.js";

/** A line as far as it tells what was done or bought, and who paid. */
interface Paid {
  readonly what: string;
  /** Hours or pounds of the whole period. */
  readonly size: number;
  readonly paidBy: Payer;
  readonly at: Place;
  readonly heading: string;
}

/** The same work or the same thing once paid by the Trust and once by another: a funded post counted twice. */
export const costPaidTwice: Rule = {
  id: "cost-paid-twice",
  label: "one cost under two payers",
  severity: "warning",
  looksAt: costLines,
  check: ({ tables, ...context }) =>
    withCohorts(context).flatMap(({ read, cohort }) => {
      const lines = paidLines(read, cohort);
      return lines
        .filter(({ paidBy, size }) => paidBy !== "Trust" && size > 0)
        .flatMap((line): readonly Finding[] => {
          const trusts = lines.find(
            (other) =>
              other.paidBy === "Trust" && other.what === line.what && sameAmount(other.size, line.size),
          );
          if (trusts === undefined) return [];
          return [
            costFinding(costPaidTwice, read.trust, cellOf(tables, line.at, line.heading), {
              message: `paid by: ${line.paidBy} here, and the Trust in ${rowName(trusts.at)} for the same; is it one cost?`,
              expected: "each cost once, under the one who paid",
              found: `the same under ${line.paidBy} and the Trust`,
              fix: "delete the line of the one who did not pay; if each paid a part, give each its part",
            }),
          ];
        });
    }),
};

function paidLines(read: PartialReturn, cohort: Cohort): readonly Paid[] {
  const times = timesOf(read, cohort);
  const same = (...parts: readonly string[]) => parts.map(plainWords).join(" | ");
  return [
    ...read.staff.map(({ component, role, payPoint, people, hours, basis, paidBy, at, backfill }) => ({
      what: same("staff", component, role, payPoint, String(backfill)),
      size: people * hours * times[basis],
      paidBy,
      at,
      heading: headings.Staff.paidBy,
    })),
    ...read.other.map(({ component, item, amountPence, basis, paidBy, at }) => ({
      what: same("other", component, item),
      size: (amountPence / 100) * times[basis],
      paidBy,
      at,
      heading: headings["Other costs"].paidBy,
    })),
    ...read.supernumerary.map(({ grade, payPoint, imgs, hoursEach, paidBy, at }) => ({
      what: same("IMG time", grade, payPoint, String(imgs)),
      size: imgs * hoursEach,
      paidBy,
      at,
      heading: headings["IMG time"].paidBy,
    })),
  ];
}
