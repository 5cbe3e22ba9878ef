import type { Study } from "../../study/study.js";
import type { Cohort, CostReturn } from "../../validate/cost-return.js";
import type { Figure } from "../figures.js";
import { totalPence, type LedgerLine } from "../ledger.js";
import { priceReturns, type PricedReturns } from "../trust-costs.js";
import type { Alternative, StructuralChoice } from "./structure.js";

/** The returns, ready to be priced in other ways. */
export interface Repricing {
  readonly declared: PricedReturns;
  /** Lines of all Trusts under some alternatives together; none gives what the study declares. */
  lines(alternatives: readonly Alternative[]): readonly LedgerLine[];
}

/** Price the returns again and again under other options of the study; each set of prices is worked out once. */
export function repricing(
  study: Study,
  returns: readonly CostReturn[],
  cohorts: readonly Cohort[],
  figures: readonly Figure[],
): Repricing {
  const known = new Map<string, PricedReturns>();
  const priced = (costing: Partial<Study["costing"]>): PricedReturns => {
    const key = JSON.stringify(Object.entries(costing).sort(([a], [b]) => (a < b ? -1 : 1)));
    const made =
      known.get(key) ??
      priceReturns({ ...study, costing: { ...study.costing, ...costing } }, returns, cohorts, figures);
    known.set(key, made);
    return made;
  };
  return {
    declared: priced({}),
    lines: (alternatives) => {
      const costing = alternatives.reduce((all, { costing: own }) => ({ ...all, ...own }), {});
      const lines = priced(costing).trusts.flatMap((one) => one.lines);
      return alternatives.reduce<readonly LedgerLine[]>(
        (left, { change }) => (change ? change(left) : left),
        lines,
      );
    },
  };
}

/**
 * The lowest and the highest total, in whole pence, over every combination of the choices.
 */
export function rangeOfWays(
  { lines }: Pick<Repricing, "lines">,
  choices: readonly StructuralChoice[],
): { readonly low: number; readonly high: number; readonly ways: number } {
  const ways = combinations(choices.map(({ alternatives }) => alternatives));
  const totals = ways.map((way) => totalPence(lines(way)));
  return { low: Math.min(...totals), high: Math.max(...totals), ways: ways.length };
}

/**
 * Every way to take one alternative, or none, from each list.
 *
 * @example combinations([["a"], ["b", "c"]]).length // => 6
 */
export function combinations<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return lists.reduce<readonly (readonly T[])[]>(
    (ways, list) => ways.flatMap((way) => [way, ...list.map((one) => [...way, one])]),
    [[]],
  );
}
