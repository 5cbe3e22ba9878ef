import type { PayPoint } from "../costs/figures.js";
import type { Component } from "../study/study.js";
import type {
  ComponentLine,
  CoverCounts,
  HighCost,
  OtherLine,
  StaffLine,
  SupernumeraryLine,
} from "../validate/cost-return.js";

/** Answers to write into the template, as a Trust would have given them. */
export interface FilledReturn {
  /** First and last day, year-month-day. */
  readonly from: string;
  readonly to: string;
  readonly imgs: CoverCounts;
  readonly highCost: HighCost | null;
  readonly corporateLeftOut: boolean;
  readonly staff: readonly Omit<StaffLine, "at">[];
  readonly other: readonly Omit<OtherLine, "at">[];
  readonly supernumerary: readonly Omit<SupernumeraryLine, "at">[];
  readonly components: readonly Omit<ComponentLine, "at">[];
}

export interface TemplateOptions {
  readonly components: readonly Component[];
  readonly payPoints: readonly Pick<PayPoint, "key" | "label">[];
  /** Trust code, when the template is for one Trust. */
  readonly trust?: string;
  /** Price year, when the study has settled it. */
  readonly priceYear?: string;
  /** First and last day, year-month-day, when the study has settled them. */
  readonly period?: { readonly from: string; readonly to: string };
  /** Printed on every sheet, such as that the data are made up. */
  readonly banner?: string;
  readonly fill?: FilledReturn;
}
