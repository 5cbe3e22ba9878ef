import type { Finding } from "../../src/validate/finding.js";
import type { CostReturn } from "../../src/validate/cost-return.js";
import { noPrices, type PricesOf } from "../../src/validate/prices.js";
import type { Rule, RuleContext } from "../../src/validate/rule.js";
import { cohort, costStudy } from "../costs/fixture.js";

/** Pounds an hour with on-costs. */
export const rates = new Map([
  ["band6.top", 30],
  ["LED.MT03", 40],
]);

const barePay = new Map([
  ["band6.top", 24],
  ["LED.MT03", 32],
]);

/** Prices by hand: on-costs are a quarter of bare pay. */
export const pricesOf: PricesOf = () => ({
  ...noPrices(null, null),
  hourly: rates,
  barePay,
  hourOf: (_, { payPoint, ownRate }) =>
    ownRate === null
      ? (rates.get(payPoint) ?? null)
      : (ownRate.pencePerHour / 100) * (ownRate.includesOnCosts ? 1 : 1.25),
});

/** What a rule finds in these returns, with the fixture's cohort: 10 recruited, 8 inducted, 3 intakes. */
export function check(
  rule: Rule,
  returns: readonly CostReturn[],
  more: Partial<RuleContext> = {},
): readonly Finding[] {
  const trusts = [...new Set(returns.map((each) => each.trust))];
  return rule.check({
    study: costStudy(trusts),
    tables: [],
    files: [],
    surveys: [],
    misplaced: [],
    sameResponses: [],
    hr: [],
    cohorts: trusts.map((trust) => cohort(trust)),
    returns: returns.map(({ from, to, ...read }) => ({ ...read, period: { from, to }, whole: true })),
    pricesOf,
    otherYears: new Map<string, ReadonlyMap<string, number | null>>([
      ["2024/25", new Map([["band6.top", 27.5]])],
      ["2022/23", new Map([["band6.top", null]])],
    ]),
    replaced: [],
    readings: { cohort: [], hr: [], "cost-return": [], "link-confirmed": [] },
    ...more,
  });
}
