import { headings } from "../../ingest/formats/cost-return-layout.js";
import { costFinding } from "../cost-finding.js";
import { cellOf } from "../cost-place.js";
import type { Finding } from "../finding.js";
import { costLines } from "../looked-at.js";
import { hasOwnRate } from "../own-rates.js";
import type { Rule } from "../rule.js";

/**
 * Staff time on a pay point that has no price for the days of the return, or for its high-cost area, and no rate of the
 * Trust's own: a year without a figure is never filled from another.
 */
export const costNoRate: Rule = {
  id: "cost-no-rate",
  severity: "error",
  protects: "all",
  looksAt: costLines,
  label: "staff time that has no price",
  check: ({ study, tables, returns, pricesOf }) =>
    returns.flatMap((read): readonly Finding[] => {
      const { unpriced } = pricesOf(read.period, read.highCost);
      const sheets = [
        [headings.Staff.payPoint, read.staff],
        [headings["IMG time"].payPoint, read.supernumerary],
      ] as const;
      return sheets.flatMap(([heading, lines]) =>
        lines.flatMap((line): readonly Finding[] => {
          const why = unpriced.get(line.payPoint);
          if (why === undefined || hasOwnRate(study, read.trust, line)) return [];
          return [
            costFinding(costNoRate, read.trust, cellOf(tables, line.at, heading), {
              message: `pay point: ${line.payPoint} has no price: ${why}`,
              expected: "a pay point that can be priced for the days that the return covers",
              found: line.payPoint,
              fix: why.startsWith("no supplement")
                ? "give the supplement on the Cover, 0 where such staff get none"
                : "choose a pay point that has figures for these years, or give the Trust's own rate",
            }),
          ];
        }),
      );
    }),
};
