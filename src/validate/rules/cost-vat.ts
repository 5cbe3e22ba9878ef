import { formatNumber } from "../../core/format.js";
import { headings } from "../../ingest/formats/cost-return-layout.js";
import { costFinding } from "../cost-finding.js";
import type { OtherLine } from "../cost-line.js";
import { cellOf, nameCells } from "../cost-place.js";
import type { Finding } from "../finding.js";
import { costLines } from "../looked-at.js";
import type { Rule } from "../rule.js";

/** What is mostly goods: a Trust gets VAT back on some bought-in services, and as a rule not on goods (VAT Act 1994, s. 41). */
const goods: readonly string[] = ["materials", "catering", "travel and accommodation"];

const standardRate = 0.2;

/**
 * Amounts with the VAT left out. What a Trust cannot get back is a cost to it: goods without VAT, and a return in which some
 * amounts hold it and others do not, are asked about; services alone are a note.
 */
export const costVat: Rule = {
  id: "cost-vat",
  label: "VAT left out of amounts",
  severity: "warning",
  looksAt: costLines,
  check: ({ tables, returns }) =>
    returns.flatMap((read): readonly Finding[] => {
      const spent = read.other.filter((line) => line.amountPence > 0);
      const without = spent.filter((line) => line.vat === "left out");
      const within = spent.filter((line) => line.vat === "in the amount");
      const ofGoods = without.filter((line) => goods.includes(line.category));
      const [first] = ofGoods.length > 0 ? ofGoods : without;
      if (first === undefined) return [];
      const cell = (line: OtherLine) => cellOf(tables, line.at, headings["Other costs"].vat);
      const of = without.length + within.length;
      const why =
        ofGoods.length > 0
          ? `; ${ofGoods.length} of them ${ofGoods.length === 1 ? "is" : "are"} for goods, on which a Trust can seldom get it back`
          : "";
      return [
        costFinding(costVat, read.trust, cell(first), {
          severity: ofGoods.length > 0 || within.length > 0 ? "warning" : "note",
          message: `VAT: left out of ${without.length} of ${of} amounts (${nameCells(without.map(cell))})${why}; at 20% the first would be £${formatNumber((first.amountPence / 100) * (1 + standardRate), 2)}`,
          expected: "VAT in the amount, unless the Trust gets it back",
          found: `left out of ${without.length}, in ${within.length}`,
          fix: "add the VAT where the Trust cannot get it back; where it does, nothing to do",
          count: without.length,
        }),
      ];
    }),
};
