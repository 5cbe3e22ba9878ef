import { coverQuestions, headings } from "../ingest/formats/cost-return-layout.js";
import type { CostRow } from "./cost-row.js";

/** IMGs by the Cover of a return; null where it does not say. */
export interface CoverCounts {
  readonly recruited: number | null;
  readonly inducted: number | null;
  readonly completed: number | null;
}

/** Where an NHS employer pays a supplement because living costs are high. */
export const highCostAreas = ["none", "inner London", "outer London", "fringe"] as const;
export type HighCostArea = (typeof highCostAreas)[number];

/** A high-cost area with the supplement that the Trust declares, for a full-time year; null where it declares none. */
export interface HighCost {
  readonly area: Exclude<HighCostArea, "none">;
  readonly afcPence: number | null;
  readonly medicalPence: number | null;
}

type RowOf = (question: string) => CostRow | undefined;
const { answer } = headings.Cover;

/** IMGs recruited, inducted and completed, each of which the Cover may leave blank. */
export function readCounts(rowOf: RowOf): CoverCounts {
  const count = (question: string): number | null => {
    const row = rowOf(question);
    return row === undefined || row.isBlank(answer) ? null : row.countFromNought(answer);
  };
  return {
    recruited: count(coverQuestions.recruited),
    inducted: count(coverQuestions.inducted),
    completed: count(coverQuestions.completed),
  };
}

/**
 * The high-cost area and its supplements. An area without a supplement is an error, because basic pay would be too
 * low; a supplement without an area likewise.
 */
export function readHighCost(rowOf: RowOf, row: CostRow | null): HighCost | null {
  const area = row?.choice(answer, highCostAreas) ?? null;
  const filled = [coverQuestions.supplementAfc, coverQuestions.supplementMedical].map((question) => {
    const asked = rowOf(question);
    return asked === undefined || asked.isBlank(answer) ? null : asked;
  });
  const [afcPence = null, medicalPence = null] = filled.map((asked) => asked?.pounds(answer) ?? null);
  const declared = filled.some((asked) => asked !== null);
  if (row === null || area === null) return null;
  if (area !== "none" && declared) return { area, afcPence, medicalPence };
  if (area === "none" && !declared) return null;
  return row.complain(answer, {
    code: "cost-high-cost-area",
    message: declared
      ? "high-cost area: expected an area beside the supplement, got none"
      : `high-cost area: expected the supplement that the Trust pays in ${area}, got nothing`,
    expected: declared ? "inner London, outer London or fringe" : "a supplement in pounds a year",
    found: declared ? "none" : "nothing",
    fix: declared
      ? "choose the area, or clear the supplement"
      : "give the supplement for a full-time year for the staff on the return, from payroll; 0 for staff who get none",
  });
}
