import type { Place } from "../../core/issue.js";
import { formatNumber } from "../../core/format.js";
import { costLimits, daysFrom } from "../cost-limits.js";
import type { HoursBasis } from "../cost-line.js";
import type { Cohort, PartialReturn } from "../cost-return.js";
import type { Finding } from "../finding.js";
import { costLines } from "../looked-at.js";
import type { Rule, RuleContext } from "../rule.js";

/** Pounds of one line for the whole period; a check of sizes only, the ledger of costs/ prices to the penny. */
interface Amount {
  readonly what: string;
  readonly pounds: number;
  readonly at: Place;
}

/**
 * One line of staff time or other costs that is more than £100,000 and more than half of what the Trust returned: a
 * slipped decimal point, or an amount for all put down for each. IMGs' own time is left out of the suspects, because it
 * often is the greater part; returns that cannot be read whole are left alone. Without rates only amounts are looked at.
 */
export const costLargeLine: Rule = {
  id: "cost-large-line",
  severity: "warning",
  looksAt: costLines,
  label: "one line that is most of a Trust's cost",
  check: ({ cohorts, returns, hourlyRates }) =>
    returns.flatMap((read): readonly Finding[] => {
      const cohort = cohorts.find((each) => each.trust === read.trust);
      if (!read.whole || !cohort) return [];
      const { suspects, rest } = amountsOf(read, cohort, hourlyRates);
      const total = suspects.reduce((sum, line) => sum + line.pounds, rest);
      return suspects
        .filter(
          ({ pounds }) => pounds > costLimits.largeLinePounds && pounds > total * costLimits.largeLineShare,
        )
        .map((line) => tooLarge(read.trust, line, total, hourlyRates.size > 0));
    }),
};

function tooLarge(trust: string, { what, pounds, at }: Amount, total: number, priced: boolean): Finding {
  const share = Math.floor((pounds / total) * 100);
  const of = priced ? "the Trust's total of" : "its other costs of";
  const found = `£${formatNumber(pounds)}, ${share}% of ${of} £${formatNumber(total)}`;
  return {
    rule: "cost-large-line",
    code: "cost-large-line",
    severity: "warning",
    at,
    message: `${what}: this line comes to about ${found}`,
    expected: `at most £${formatNumber(costLimits.largeLinePounds)}, or half of the Trust's total`,
    found,
    fix: "check the decimal point, and whether the figure is for the whole period, each cohort or each IMG",
    trust,
  };
}

function amountsOf(
  read: PartialReturn,
  cohort: Cohort,
  rates: RuleContext["hourlyRates"],
): { readonly suspects: readonly Amount[]; readonly rest: number } {
  const weeks = read.period === null ? 1 : daysFrom(read.period.from, read.period.to) / 7;
  const times: Readonly<Record<HoursBasis, number>> = {
    "whole period": 1,
    "each IMG": cohort.inducted,
    "each cohort": cohort.intakes,
    "each week": weeks,
  };
  const rate = (payPoint: string) => rates.get(payPoint) ?? 0;
  const staff = read.staff.map((line) => ({
    what: "staff time",
    pounds: line.people * line.hours * times[line.basis] * rate(line.payPoint),
    at: line.at,
  }));
  const other = read.other.map((line) => ({
    what: "amount in pounds",
    pounds: (line.amountPence / 100) * times[line.basis],
    at: line.at,
  }));
  const rest = read.supernumerary.reduce(
    (sum, line) => sum + line.imgs * line.hoursEach * rate(line.payPoint),
    0,
  );
  return { suspects: [...staff, ...other], rest };
}
