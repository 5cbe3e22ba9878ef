import type { TrustEstimate } from "../../../costs/estimate/estimate.js";
import { aboutPounds } from "../../money.js";
import { element } from "./element.js";

/** Quiet for so long before a new answer is read out, in milliseconds: a slider is not read out at every step. */
const pause = 900;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** Have the new answer read out politely, once the answers have stopped changing. */
export function announce({ totals, inputs }: TrustEstimate): void {
  const { totalPence } = totals.central;
  say(
    `New answer: about ${aboutPounds(totalPence)} a year, ${aboutPounds(totalPence / inputs.imgs)} for each IMG. ` +
      `Low ${aboutPounds(totals.low.totalPence)}, high ${aboutPounds(totals.high.totalPence)} a year.`,
  );
}

/** Have some words read out politely. */
export function say(words: string): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => (element("status").textContent = words), pause);
}
