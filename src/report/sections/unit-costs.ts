import { formatNumber } from "../../core/format.js";
import type { NumberFormat } from "../../core/format.js";
import type { TableCell } from "../document.js";
import type { RateNote } from "../report-input.js";
import { bullets, paragraph, say } from "../say.js";
import { listSignOffs, saySignOff } from "../sign-off.js";
import { left, right, textCell } from "../tables/cells.js";
import type { ReportSection } from "./section.js";

/** Every pay point, on-cost and working-time figure that the costing used. */
export const unitCosts: ReportSection = {
  id: "unit-costs",
  heading: "Appendix C. Unit costs",
  blocks({ rates, study }) {
    if (rates.length === 0) return [];
    const sources = [...new Set(rates.map((rate) => rate.source))];
    return [
      ...paragraph(
        say`Every figure used to price an hour, with its year and source. Prices are of ${study.costing.price_year}.`,
        ...(study.costing.prices === "when-worked"
          ? [say`Hours are priced as of the days that each return covers.`]
          : []),
      ),
      {
        kind: "table",
        id: "unit-costs-used",
        caption: "Unit costs used, with year and source",
        description:
          "Confidence: A read at the publisher, B read in a copy, C worked out or assumed. Sources are listed below by number.",
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
          textCell(String(sources.indexOf(rate.source) + 1)),
        ]),
        notes: sources.map((source, index) => `Source ${index + 1}: ${source}`),
      },
      ...paragraph(...saySignOff(rates)),
      ...bullets(listSignOffs(rates)),
    ];
  },
};

/** A unit cost as printed: whole pounds where it is whole, a share as a percentage. */
function rateCell({ value, unit }: RateNote): TableCell {
  const shown = Number((isShare(unit) ? value * 100 : value).toFixed(6));
  const pounds = unit.startsWith("GBP");
  const decimals = (pounds ? [0] : [0, 1]).find((places) => Number(shown.toFixed(places)) === shown) ?? 2;
  const text = `${pounds ? "£" : ""}${formatNumber(shown, decimals)}`;
  const format = pounds ? moneyFormats[decimals === 0 ? 0 : 1] : plainFormats[decimals];
  return { kind: "number", value: shown, text, format: format ?? "0.00" };
}

const moneyFormats: readonly NumberFormat[] = ['"£"#,##0', '"£"#,##0.00'];
const plainFormats: readonly NumberFormat[] = ["#,##0", "0.0", "0.00"];

function isShare(unit: string): boolean {
  return unit.startsWith("fraction");
}

/**
 * A unit as people read it, beside a number without it.
 *
 * @example unitWords("fraction of pay") // => "% of pay"
 */
export function unitWords(unit: string): string {
  return unit
    .replace("fraction", "%")
    .replace("GBP", "pounds")
    .replace("/hour", " an hour")
    .replace("/", " a ");
}
