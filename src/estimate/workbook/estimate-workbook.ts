import { writeWorkbook } from "../../ingest/workbook.js";
import type { EstimateReport } from "../estimate-report.js";
import { drawCalculation } from "./calculation-sheet.js";
import { drawComponents } from "./components-sheet.js";
import { drawInputs, drawSteps } from "./inputs-sheet.js";
import { drawOnCosts, drawPay, drawRates } from "./rate-sheets.js";
import { drawNotes, drawSources } from "./sources-sheet.js";
import { drawSummary } from "./summary-sheet.js";
import { drawScenarios, drawSizes } from "./what-if-sheets.js";
import { writeNames } from "./workbook-names.js";
import { drawWorkings } from "./workings-sheet.js";
import { workbookPlan } from "./workbook-plan.js";

/**
 * The estimate as a workbook with live formulas: change an input, a part, an amount or a pay point, and a spreadsheet
 * works everything out again, to the same penny as this program. Values as written are stored too, for previews.
 * The same estimate gives the same bytes.
 */
export function writeEstimateWorkbook(report: EstimateReport): Promise<Uint8Array> {
  const plan = workbookPlan(report);
  return writeWorkbook(
    async (workbook) => {
      await drawSummary(workbook, plan);
      await drawInputs(workbook, plan);
      await drawComponents(workbook, plan);
      await drawCalculation(workbook, plan);
      await drawScenarios(workbook, plan);
      await drawSizes(workbook, plan);
      await drawRates(workbook, plan);
      await drawPay(workbook, plan);
      await drawOnCosts(workbook, plan);
      await drawWorkings(workbook, plan);
      await drawSteps(workbook, plan);
      await drawNotes(workbook, plan);
      await drawSources(workbook, plan);
      writeNames(workbook, plan.names);
      workbook.calcProperties = { fullCalcOnLoad: true };
    },
    {
      title: "Estimate of what the induction of IMGs costs",
      subject: "Planning estimate with live formulas",
    },
  );
}
