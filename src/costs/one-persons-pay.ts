import type { StaffLine } from "../validate/cost-return.js";
import type { LedgerLine } from "./ledger.js";
import type { PricedHour } from "./own-rate.js";

/** What tells whether a line is somebody's pay, and whose. */
export type PayOfLine = Pick<LedgerLine, "trust" | "hourlyRate" | "amountPence" | "onePersonsPay">;

/**
 * Whether a line is one person's time at what the Trust pays for it: with the hours, its amount is a salary. An agency's
 * rate and a published table's are nobody's pay; a rate that study.yaml declares may be.
 */
export function isOnePersonsPay(
  { people, ownRate }: Pick<StaffLine, "people" | "ownRate">,
  { kind }: Pick<PricedHour, "kind">,
): boolean {
  return people === 1 && kind === "own rate" && (ownRate === null || ownRate.source === "local payroll");
}

/**
 * Whether lines come to nothing but the pay of one person, or of two, of whom each could work out the other's. Many lines
 * of one person are still that person's pay.
 */
export function isPersonsPay(lines: readonly PayOfLine[]): boolean {
  const spent = lines.filter((line) => line.amountPence > 0);
  return spent.length > 0 && spent.every((line) => line.onePersonsPay) && personsOf(spent).length <= 2;
}

/** Whose pay lines are, for the gate: a Trust's people at one rate count as one, because the rate is what is told. */
export function personsOf(lines: readonly PayOfLine[]): readonly string[] {
  const paid = lines.filter((line) => line.amountPence > 0 && line.onePersonsPay);
  return [...new Set(paid.map(({ trust, hourlyRate }) => `${trust} at ${hourlyRate}`))];
}
