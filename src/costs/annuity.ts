import { invariant } from "../core/invariant.js";

/** When in a year its payment falls: at the end of it, or at the start. */
export const paymentTimings = ["in arrears", "in advance"] as const;
export type PaymentTiming = (typeof paymentTimings)[number];

/** How the cost of something that lasts for years is spread over them. */
export interface Annuity {
  /** Discount rate of a year, as a fraction: 0.035 is 3.5%. */
  readonly rate: number;
  /** Years that it lasts, above 0; part years are allowed. */
  readonly years: number;
  readonly timing: PaymentTiming;
  /** What it is still worth at the end, in GBP of today; nothing when left out. */
  readonly residual?: number;
}

/**
 * Equivalent annual cost in GBP: the same sum each year that is worth as much, at the discount rate, as paying `cost` now
 * and getting the residual value back at the end. `(K - S / (1 + r)^L) / a` in arrears; divided once more by 1 + r in
 * advance. With a rate of 0 it is (K - S) / L. A rate below 0 or years of 0 are bugs: inputs are checked first.
 *
 * Source: Drummond et al. (2015), Methods for the Economic Evaluation of Health Care Programmes, 4th ed., ch. 7.
 *
 * @example equivalentAnnualCost(10000, { rate: 0, years: 5, timing: "in arrears" }) // => 2000
 */
export function equivalentAnnualCost(cost: number, annuity: Annuity): number {
  const { rate, years, timing, residual = 0 } = annuity;
  const spread = cost - residual * discountFactor(rate, years);
  return spread / annuityFactor(rate, years, timing);
}

/**
 * What GBP 1 a year for `years` is worth today: `(1 - (1 + r)^-L) / r` in arrears, times 1 + r in advance; `years` at a
 * rate of 0.
 *
 * @example annuityFactor(0, 5) // => 5
 */
export function annuityFactor(rate: number, years: number, timing: PaymentTiming = "in arrears"): number {
  invariant(rate >= 0 && years > 0, `annuity: rate ${rate}, years ${years}`);
  const arrears = rate === 0 ? years : -Math.expm1(-years * Math.log1p(rate)) / rate;
  return timing === "in advance" ? arrears * (1 + rate) : arrears;
}

/**
 * What GBP 1 paid `years` from now is worth today: `(1 + r)^-years`. The first year, year 0, is not discounted.
 *
 * @example discountFactor(0.035, 0) // => 1
 */
export function discountFactor(rate: number, years: number): number {
  invariant(rate >= 0 && years >= 0, `discount factor: rate ${rate}, years ${years}`);
  return Math.exp(-years * Math.log1p(rate));
}
