import type { StaffLine } from "../validate/cost-return.js";
import type { LedgerLine } from "./ledger.js";
import type { PricedHour } from "./own-rate.js";

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

/** Whether lines come to nothing but the pay of one person, or of two, of whom each could work out the other's. */
export function isPersonsPay(lines: readonly Pick<LedgerLine, "amountPence" | "onePersonsPay">[]): boolean {
  const spent = lines.filter((line) => line.amountPence > 0);
  return spent.length > 0 && spent.length <= 2 && spent.every((line) => line.onePersonsPay);
}
