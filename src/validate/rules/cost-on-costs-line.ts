import { headings } from "../../ingest/formats/cost-return-layout.js";
import { costFinding } from "../cost-finding.js";
import { cellOf } from "../cost-place.js";
import { costLines } from "../looked-at.js";
import type { Rule } from "../rule.js";

/** Words of pay and of what an employer pays on it; the short form of National Insurance only in capitals. */
const payWords = /on-?\s?costs?\b|national insurance|\bpensions?\b|superannuation|\bsalar(?:y|ies)\b/i;
const shortForm = /\bE?N(?:ICs?|I)\b/;

/** Other costs that read like pay or on-costs, which the priced hours of staff hold already. The words are not told on. */
export const costOnCostsLine: Rule = {
  id: "cost-on-costs-line",
  label: "pay or on-costs among other costs",
  severity: "warning",
  looksAt: costLines,
  check: ({ tables, returns }) =>
    returns.flatMap((read) =>
      read.other
        .filter(({ item }) => payWords.test(item) || shortForm.test(item))
        .map((line) =>
          costFinding(costOnCostsLine, read.trust, cellOf(tables, line.at, headings["Other costs"].item), {
            message: "item: reads like pay or on-costs; are they in the price of staff hours already?",
            expected: "no pay or on-costs of staff whose hours stand under Staff",
            fix: "take the line out if these staff stand under Staff: their hours are priced with on-costs; if it is something else, nothing to do",
          }),
        ),
    ),
};
