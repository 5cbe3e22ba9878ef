import type { Distribution } from "../../stats/draws/distribution.js";
import type { Study } from "../../study/study.js";
import type { LedgerLine } from "../ledger.js";
import type { RateCard } from "../rate-card.js";

export type CostUncertainty = Study["costing"]["uncertainty"];

/** How sure one line of a ledger is: factors on its amount, 1 where it is as returned. */
export interface LineInput {
  readonly line: LedgerLine;
  /** Of the hours or the amount. */
  readonly amount: Factor;
  /** Of the hourly rate, as staff may stand on another pay point of their grade; null where that is known. */
  readonly rate: Factor | null;
}

/** A factor: how it is drawn, and the ends that a one-way analysis takes. */
export interface Factor {
  readonly distribution: Distribution;
  readonly low: number;
  readonly high: number;
}

/** Half the width of a 95% range, in standard deviations. */
const HALF_WIDTH = 1.959963984540054;

/**
 * What each line is uncertain in. Amounts: gamma, with a 95% range as wide as the line's evidence grade declares; PERT where
 * people who know gave a range for its component or category. Rates: PERT over the pay points of the grade, the one
 * returned being the likeliest; a rate that the Trust itself pays is known. Lines that nothing is uncertain in have fixed factors.
 *
 * Source: Briggs, Claxton & Sculpher (2006) Decision Modelling for Health Economic Evaluation, ch. 4.
 */
export function lineInputs(
  lines: readonly LedgerLine[],
  card: RateCard,
  uncertainty: CostUncertainty,
): readonly LineInput[] {
  return lines.map((line) => ({
    line,
    amount: amountFactor(line, uncertainty),
    rate: uncertainty.pay_point ? rateFactor(line, card) : null,
  }));
}

function amountFactor(line: LedgerLine, uncertainty: CostUncertainty): Factor {
  const range =
    uncertainty.ranges.find(({ component }) => component === line.component) ??
    uncertainty.ranges.find(({ category }) => category === line.category);
  if (range !== undefined) {
    const { low, likely, high } = range;
    return { distribution: { kind: "pert", low, mode: likely, high }, low, high };
  }
  const half = uncertainty[line.evidence];
  return {
    distribution: { kind: "gamma", mean: 1, standardDeviation: half / HALF_WIDTH },
    low: 1 - half,
    high: 1 + half,
  };
}

/** Null for what is not time, for a Trust's own rate, and for a grade with one point. */
function rateFactor({ payPoint, price }: LedgerLine, card: RateCard): Factor | null {
  if (payPoint === null || price?.kind !== "pay point") return null;
  const own = card.rates[payPoint]?.hourly;
  if (own === undefined) return null;
  const hourly = Object.keys(card.rates)
    .filter((key) => gradeOf(key) === gradeOf(payPoint))
    .map((key) => card.rates[key]!.hourly);
  const low = Math.min(...hourly) / own;
  const high = Math.max(...hourly) / own;
  return low === high ? null : { distribution: { kind: "pert", low, mode: 1, high }, low, high };
}

/**
 * The grade of a pay point: those of one grade differ in years of service only. Rates of locally employed doctors are grades
 * of their own.
 *
 * @example gradeOf("band6.top") // => "band6"
 */
export function gradeOf(payPoint: string): string {
  return payPoint.startsWith("LED.") ? payPoint : payPoint.split(".")[0]!;
}
