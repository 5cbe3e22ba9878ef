import { toPence } from "../core/pence.js";
import { equivalentAnnualCost } from "./annuity.js";
import type { LedgerLine } from "./ledger.js";

/** Whose money is counted, as a headline may. */
export const perspectives = ["trust-cash", "trust-economic", "nhs"] as const;
/** What others pay, reported apart and never added to these. */
export const apart = ["img", "charity"] as const;
export type Perspective = (typeof perspectives)[number];
export type AnyPerspective = Perspective | (typeof apart)[number];

/** All lines of a perspective, or only what would not have been spent without the induction. */
export const scopes = ["full", "incremental"] as const;
export type Scope = (typeof scopes)[number];

/**
 * Lines that a perspective counts, with the amounts at which it counts them.
 *
 * - trust-cash: extra money that the Trust pays, in full when spent: never spread over years, no unpaid time. At the study's
 *   pension: with the full rate it holds a part that is paid centrally, and results say so.
 * - trust-economic: every line that the Trust pays, with the value of existing staff's time; set-up as the study declares.
 * - nhs: the same and what NHS England pays, always with the full pension rate; but a rate that came with on-costs in it
 *   stays as it was given, and results say so.
 * - img, charity: what they pay themselves, in full when spent.
 */
export function linesIn(
  lines: readonly LedgerLine[],
  perspective: AnyPerspective,
  scope: Scope = "full",
): readonly LedgerLine[] {
  return lines
    .filter((line) => isCounted(line, perspective) && (scope === "full" || line.extra))
    .map((line) => ({ ...line, amountPence: penceIn(line, perspective) }));
}

/** Whether a perspective counts a line. */
export function isCounted(line: LedgerLine, perspective: AnyPerspective): boolean {
  const { paidBy, extra, paidTime } = line;
  if (perspective === "img") return paidBy === "IMG";
  if (perspective === "charity") return paidBy === "charity";
  if (perspective === "trust-cash") return paidBy === "Trust" && extra && paidTime;
  return paidBy === "Trust" || (perspective === "nhs" && paidBy === "NHS England");
}

/**
 * A line's amount in a perspective, in whole pence, rounded once more where a year's part of set-up is taken: the
 * equivalent annual cost, times the share of a year that the return covers, up to the years that it lasts.
 */
export function penceIn(line: LedgerLine, perspective: AnyPerspective): number {
  const whole = perspective === "nhs" ? line.fullPensionPence : line.amountPence;
  if (!spreadsSetUp(perspective) || line.spread === null) return whole;
  const { annuity, shareOfYear } = line.spread;
  return toPence(equivalentAnnualCost(whole / 100, annuity) * shareOfYear);
}

/** Whether a perspective counts a year's part of what is spread over years; the others count it in full when spent. */
export function spreadsSetUp(perspective: AnyPerspective): boolean {
  return perspective === "trust-economic" || perspective === "nhs";
}
