import { headings } from "../ingest/formats/cost-return-layout.js";
import type { CostRow } from "./cost-row.js";
import { checkHours } from "./cost-hours.js";
import { readPayPoint, yesOrNo } from "./cost-line-cells.js";
import { evidenceGrades, payers, type LineContext, type SupernumeraryLine } from "./cost-line.js";

/** A line of IMGs' supernumerary time, or null when a cell will not do. */
export function readSupernumerary(row: CostRow, context: LineContext): SupernumeraryLine | null {
  const { period } = context;
  const heading = headings["IMG time"];
  const grade = row.words(heading.grade);
  const payPoint = readPayPoint(row, heading.payPoint, context);
  const imgs = row.count(heading.imgs);
  const hoursEach = row.hours(heading.hoursEach);
  if (hoursEach !== null) checkHours(row, heading.hoursEach, hoursEach, "whole period", period);
  const evidence = row.choice(heading.evidence, evidenceGrades);
  const extra = row.choice(heading.extra, yesOrNo);
  const paidBy = row.choice(heading.paidBy, payers);
  const clinicalShare = row.isBlank(heading.clinical) ? 0 : row.percentFromNought(heading.clinical);
  if (grade === null || payPoint === null || imgs === null || hoursEach === null || evidence === null)
    return null;
  if (extra === null || paidBy === null || clinicalShare === null || row.isRefused()) return null;
  return {
    grade,
    payPoint,
    imgs,
    hoursEach,
    evidence,
    extra: extra === "yes",
    paidBy,
    clinicalShare,
    reference: row.text(heading.reference),
    at: row.at(),
  };
}
