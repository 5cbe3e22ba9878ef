import { formatNumber } from "../core/format.js";
import type { Repriced } from "../validate/cost-line.js";
import type { PricedHour } from "./own-rate.js";

type Factor = readonly [number: number, what: string];

/**
 * How an amount of time was worked out, in words with the numbers in it; factors of 1 are left out where they tell nothing.
 *
 * @param factors what the hours are multiplied from
 * @param share what part of them counts
 * @param hours the hours that count
 */
export function tellHours(
  factors: readonly Factor[],
  [share, why]: Factor,
  hours: number,
  price: PricedHour,
): string {
  const product = factors.map(([value, what]) => `${plain(value)} ${what}`).join(" x ");
  const part = share === 1 ? "" : ` x ${plain(share * 100)}% ${why}`;
  return `${product}${part} = ${plain(hours)} hours; x £${formatNumber(price.hourly, 6)} an hour; ${price.kind}: ${price.working}`;
}

/**
 * How an amount of money was worked out.
 *
 * @example tellPounds(35000, [2, "each cohort"], 0.5, 35000) // => "£350.00 x 2 each cohort x 50% for IMGs = £350.00"
 */
export function tellPounds(
  pence: number,
  [times, basis]: Factor,
  share: number,
  amount: number,
  repriced?: Repriced,
): string {
  const part = share === 1 ? "" : ` x ${plain(share * 100)}% for IMGs`;
  const before = repriced
    ? `${pounds(repriced.statedPence)} at prices of ${repriced.from} x ${formatNumber(repriced.factor, 6)} = `
    : "";
  return `${before}${pounds(pence)} x ${plain(times)} ${basis}${part} = ${pounds(amount)}`;
}

function pounds(pence: number): string {
  return `£${formatNumber(pence / 100, 2)}`;
}

/** A number without needless decimals. */
function plain(value: number): string {
  return String(Number(value.toFixed(4)));
}
