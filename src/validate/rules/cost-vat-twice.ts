import { headings } from "../../ingest/formats/cost-return-layout.js";
import { costFinding } from "../cost-finding.js";
import { cellOf, rowName } from "../cost-place.js";
import type { Finding } from "../finding.js";
import { costLines } from "../looked-at.js";
import type { Rule } from "../rule.js";

const withVat = 1.2;

/** Two amounts of one part and category, one of them the other with 20% VAT on top: perhaps one cost, entered twice. */
export const costVatTwice: Rule = {
  id: "cost-vat-twice",
  label: "one cost with VAT and without",
  severity: "warning",
  looksAt: costLines,
  check: ({ tables, returns }) =>
    returns.flatMap((read): readonly Finding[] =>
      read.other
        .filter((line) => line.vat === "in the amount" && line.amountPence > 0)
        .flatMap((line) => {
          const net = read.other.find(
            (other) =>
              other !== line &&
              other.vat !== "in the amount" &&
              other.component === line.component &&
              other.category === line.category &&
              Math.abs(other.amountPence * withVat - line.amountPence) <= 1,
          );
          if (net === undefined) return [];
          return [
            costFinding(costVatTwice, read.trust, cellOf(tables, line.at, headings["Other costs"].amount), {
              message: `amount in pounds: it is that of ${rowName(net.at)} with 20% VAT on top; are they one cost?`,
              expected: "each cost once",
              found: "an amount, and the same with VAT",
              fix: "delete one of the two if they are one cost; if they are two, nothing to do",
            }),
          ];
        }),
    ),
};
