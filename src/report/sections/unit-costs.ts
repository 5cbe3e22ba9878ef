import { formatNumber } from "../../core/format.js";
import type { NumberFormat } from "../../core/format.js";
import type { TableCell } from "../document.js";
import type { RateNote } from "../report-input.js";
import { paragraph, say } from "../say.js";
import { left, right, textCell } from "../tables/cells.js";
import type { ReportSection } from "./section.js";

/** Every pay point, on-cost and working-time figure that the costing used. */
export const unitCosts: ReportSection = {
  id: "unit-costs",
  heading: "Appendix C. Unit costs",
  blocks({ rates, study }) {
    if (rates.length === 0) return [];
    return [
      ...paragraph(
        say`Every figure used to price an hour, with its year and source. Prices are of ${study.costing.price_year}.`,
      ),
      {
        kind: "table",
        id: "unit-costs-used",
        caption: "Unit costs used, with year and source",
        description: "Confidence: A read at the publisher, B read in a copy, C worked out or assumed.",
        columns: [
          left("Unit cost"),
          right("Value"),
          left("Unit"),
          left("Year"),
          left("Confidence"),
          left("Source"),
        ],
        rows: rates.map((rate) => [
          textCell(rate.label),
          rateCell(rate),
          textCell(unitWords(rate.unit)),
          textCell(rate.year || "not stated"),
          textCell(rate.confidence),
          textCell(rate.source || "not stated"),
        ]),
        notes: [],
      },
    ];
  },
};

/** A unit cost as printed: whole pounds where it is whole, a share as a percentage. */
function rateCell({ value, unit }: RateNote): TableCell {
  const share = unit === "fraction";
  const shown = share ? value * 100 : value;
  const decimals = [0, 1, 2].find((places) => Math.abs(shown - Number(shown.toFixed(places))) < 1e-9) ?? 2;
  const pounds = unit.startsWith("GBP");
  const text = `${pounds ? "£" : ""}${formatNumber(shown, decimals)}${share ? "%" : ""}`;
  return { kind: "number", value, text, format: formatOf(pounds, share, decimals) };
}

function formatOf(pounds: boolean, share: boolean, decimals: number): NumberFormat {
  if (pounds) return decimals === 0 ? '"£"#,##0' : '"£"#,##0.00';
  if (share) return decimals === 0 ? "0%" : "0.00";
  return decimals === 0 ? "#,##0" : decimals === 1 ? "0.0" : "0.00";
}

function unitWords(unit: string): string {
  return unit.replace("GBP/", "£ a ").replace("GBP", "£").replace("fraction", "share").replace("/", " a ");
}
