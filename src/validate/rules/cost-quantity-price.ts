import { formatNumber } from "../../core/format.js";
import { headings } from "../../ingest/formats/cost-return-layout.js";
import { costFinding, withCohorts } from "../cost-finding.js";
import { cellOf } from "../cost-place.js";
import { timesOf } from "../cost-size.js";
import { sameAmount } from "../cost-stated.js";
import type { Finding } from "../finding.js";
import { costLines } from "../looked-at.js";
import type { Rule } from "../rule.js";

const withVat = 1.2;

/**
 * An amount that is not its quantity times its price, though it says it is. The quantity may be that of one IMG or cohort,
 * or of all. Exactly 20% more than a price without VAT is what the amount should be when it holds VAT.
 */
export const costQuantityPrice: Rule = {
  id: "cost-quantity-price",
  label: "an amount that is not quantity times price",
  severity: "warning",
  looksAt: costLines,
  check: ({ tables, ...context }) =>
    withCohorts(context).flatMap(({ read, cohort }) =>
      read.other.flatMap((line): readonly Finding[] => {
        const { quantity, unitPricePence, vat } = line;
        if (quantity === null || unitPricePence === null) return [];
        const stated = line.amountPence / 100;
        const product = (quantity * unitPricePence) / 100;
        const all = stated * timesOf(read, cohort)[line.basis];
        const fits = (factor: number) => [stated, all].some((one) => sameAmount(one, product * factor));
        if (fits(1) || (vat === "in the amount" && fits(withVat))) return [];
        const why = fits(withVat)
          ? `; it is 20% more, so does it hold VAT, though VAT says "${vat}"?`
          : fits(1 / withVat)
            ? "; it is 20% less, so is VAT in the price and not in the amount?"
            : "";
        return [
          costFinding(
            costQuantityPrice,
            read.trust,
            cellOf(tables, line.at, headings["Other costs"].amount),
            {
              message: `amount in pounds: £${formatNumber(stated, 2)}, but quantity times price is £${formatNumber(product, 2)}${why}`,
              expected: `£${formatNumber(product, 2)}`,
              found: `£${formatNumber(stated, 2)}`,
              fix: "correct the amount, the quantity or the price; the amount is what counts",
            },
          ),
        ];
      }),
    ),
};
