import { readDay } from "../../../core/day.js";
import { imgTimeComponent, programmeComponent } from "../../../costs/estimate/assumptions.js";
import type { EstimateData } from "../../../costs/estimate/estimate-data.js";
import type { TrustEstimate } from "../../../costs/estimate/estimate.js";
import { linesFor, type EstimateLine } from "../../../costs/estimate/lines.js";
import type { PricedItem } from "../../../costs/estimate/price-items.js";
import { payPointsOf } from "../../../costs/figures.js";
import {
  coverQuestions,
  headings,
  type CostReturnSheet,
} from "../../../ingest/formats/cost-return-layout.js";
import type { RowValues, SheetValues } from "./place-values.js";

/** Whose return it is and what it covers. Days are counted from 1970-01-01. */
export interface Cover {
  readonly trust: string;
  readonly from: number;
  readonly to: number;
}

const note = "Planned by an estimate, not spent";
/** Longest week of one person on a line: more hours are those of more people. */
const longWeek = 48;
/** What a spreadsheet's calendar counts 1970-01-01 as. */
const serialOfUnixEpoch = 25_569;

/**
 * An estimate's central quantities as the lines of a cost return: planned, and marked as estimated or guessed. What IMGs
 * and NHS England pay is there too, whoever's cost the estimate counts.
 */
export function plannedReturn(
  estimate: TrustEstimate,
  data: EstimateData,
  cover: Cover,
): Readonly<Record<CostReturnSheet, SheetValues>> {
  const { inputs, items } = estimate;
  const weeks = (cover.to - cover.from + 1) / 7;
  const whole = { ...inputs, perspective: "trust-economic", overheads: null } as const;
  const counted = items.map((item) => ({ ...item, paidBy: "Trust" as const }));
  const lines = new Map(
    linesFor(counted, data.components, whole, inputs.imgs, () => "central").map((line) => [line.id, line]),
  );
  const planned = items.flatMap((item) => {
    const line = lines.get(item.id);
    return line && line.times * item.amount.central > 0 ? [{ item, line }] : [];
  });
  const words = wordsOf(data);
  const isStaff = (item: PricedItem) => item.payPoint !== null && item.component !== imgTimeComponent;
  return {
    Cover: { named: coverRows(estimate, cover) },
    Staff: {
      rows: planned
        .filter(({ item }) => isStaff(item))
        .map(({ item, line }) => staffRow(item, line, estimate, weeks, words)),
    },
    "Other costs": {
      rows: planned
        .filter(({ item }) => item.payPoint === null)
        .map(({ item, line }) => otherRow(item, line, estimate, words)),
    },
    "IMG time": {
      rows: planned
        .filter(({ item }) => item.component === imgTimeComponent)
        .map(({ item, line }) => imgTimeRow(item, line, estimate, words)),
    },
    Components: {
      named: Object.fromEntries(
        data.components.map(({ id }) => [
          id,
          {
            [headings.Components.planned]: inputs.components.includes(id) ? "yes" : "no",
            [headings.Components.delivered]: inputs.selfAssessment?.[id] ?? null,
          },
        ]),
      ),
    },
  };
}

function coverRows({ inputs, card }: TrustEstimate, { trust, from, to }: Cover): Record<string, RowValues> {
  const { zone, afc, medical } = inputs.highCost;
  const answers: Readonly<Record<string, string | number | null>> = {
    [coverQuestions.trust]: trust,
    [coverQuestions.from]: from + serialOfUnixEpoch,
    [coverQuestions.to]: to + serialOfUnixEpoch,
    [coverQuestions.priceYear]: card.year,
    [coverQuestions.recruited]: inputs.recruited,
    [coverQuestions.inducted]: inputs.imgs,
    [coverQuestions.completed]: inputs.completed,
    [coverQuestions.highCost]: zone,
    [coverQuestions.supplementAfc]: afc,
    [coverQuestions.supplementMedical]: medical,
    [coverQuestions.corporate]: "yes",
  };
  return Object.fromEntries(
    Object.entries(answers).map(([question, answer]) => [question, { [headings.Cover.answer]: answer }]),
  );
}

function staffRow(
  item: PricedItem,
  line: EstimateLine,
  { inputs }: TrustEstimate,
  weeks: number,
  words: (code: string) => string,
): RowValues {
  const heading = headings.Staff;
  const isEach = item.basis === "each IMG";
  const hours = isEach ? line.quantity / inputs.imgs : line.quantity;
  const people = Math.max(1, Math.ceil(hours / (longWeek * weeks)));
  const own = inputs.overrides[item.id]?.poundsAnHour;
  return {
    ...common(item, inputs.setUp.years, heading, words),
    [heading.role]: item.label,
    [heading.payPoint]: words(item.payPoint!),
    [heading.people]: people,
    [heading.hours]: tidy(hours / people),
    [heading.basis]: isEach ? "each IMG" : "whole period",
    [heading.ownRate]: own ?? null,
    [heading.rateSource]: own === undefined ? null : "local payroll",
    [heading.rateOnCosts]: own === undefined ? null : "yes",
    [heading.rateOverheads]: own === undefined ? null : "no",
  };
}

function otherRow(
  item: PricedItem,
  line: EstimateLine,
  { inputs }: TrustEstimate,
  words: (code: string) => string,
): RowValues {
  const heading = headings["Other costs"];
  const isEach = item.basis === "each IMG";
  const times = isEach ? line.times / inputs.imgs : line.times;
  return {
    ...common(item, inputs.setUp.years, heading, words),
    [heading.item]: item.label,
    [heading.category]: item.category,
    [heading.amount]: tidy(Math.round(times * item.amount.central * 100) / 100),
    [heading.basis]: isEach ? "each IMG" : "whole period",
    [heading.vat]: "in the amount",
  };
}

function imgTimeRow(
  item: PricedItem,
  line: EstimateLine,
  { inputs }: TrustEstimate,
  words: (code: string) => string,
): RowValues {
  const heading = headings["IMG time"];
  return {
    [heading.grade]: item.label,
    [heading.payPoint]: words(item.payPoint!),
    [heading.imgs]: inputs.imgs,
    [heading.hoursEach]: tidy(line.quantity / inputs.imgs),
    [heading.evidence]: evidenceOf(item),
    [heading.extra]: item.extra ? "yes" : "no",
    [heading.paidBy]: item.paidBy,
    Note: note,
  };
}

function common(
  item: PricedItem,
  years: number,
  heading: typeof headings.Staff | (typeof headings)["Other costs"],
  words: (code: string) => string,
): RowValues {
  return {
    [heading.component]: words(item.component),
    [heading.recurrence]: item.basis === "once" ? "one-off" : "recurrent",
    [heading.evidence]: evidenceOf(item),
    [heading.extra]: item.extra ? "yes" : "no",
    [heading.paidBy]: item.paidBy,
    [heading.usefulLife]: item.basis === "once" ? years : null,
    Note: note,
  };
}

/** An assumption of ours is a guess about this Trust; what a public source or the Trust itself says is an estimate. */
function evidenceOf(item: PricedItem): "estimated" | "guessed" {
  return !item.own && item.source === "assumption of pilot-eval" ? "guessed" : "estimated";
}

/** Codes as the drop-downs of the return show them. */
function wordsOf({ components, figures }: EstimateData): (code: string) => string {
  const years = [...new Set(figures.map(({ year }) => year))].sort();
  const words = new Map([
    ...years.flatMap((year) => payPointsOf(figures, year)).map(({ key, label }) => [key, label] as const),
    ...components.map(({ id, label }) => [id, label] as const),
    [programmeComponent, "Running the whole programme"] as const,
  ]);
  return (code) => `${code} ${words.get(code) ?? ""}`.trim();
}

/** A number without the noise of binary fractions, so that a cell shows what a person would type. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

/** What a person typed as the day of a return, counted from 1970-01-01; null when it is no day. */
export function typedDay(text: string): number | null {
  return readDay(text.trim(), "dmy");
}
