import { headings } from "../../ingest/formats/cost-return-layout.js";
import { costFinding } from "../cost-finding.js";
import { cellOf } from "../cost-place.js";
import { costLines } from "../looked-at.js";
import type { Rule } from "../rule.js";

/** Staff time that another pays for and that stands in the Trust's ledger all the same: who bears it decides where it counts. */
export const costFundedAmount: Rule = {
  id: "cost-funded-amount",
  label: "a funded post in the Trust's own ledger",
  severity: "warning",
  looksAt: costLines,
  check: ({ tables, returns }) =>
    returns.flatMap((read) =>
      read.staff
        .filter(({ paidBy, statedPence }) => paidBy !== "Trust" && (statedPence ?? 0) > 0)
        .map((line) =>
          costFinding(costFundedAmount, read.trust, cellOf(tables, line.at, headings.Staff.paidBy), {
            message: `paid by: ${line.paidBy}, but the line has an amount of the Trust's own ledger; who bore the cost in the end?`,
            expected: "Trust, or no amount by your ledger",
            found: line.paidBy,
            fix: `choose Trust if nobody paid it back; if ${line.paidBy} did, clear the amount: the line is then no cost to the Trust`,
          }),
        ),
    ),
};
