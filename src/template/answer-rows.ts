import { coverQuestions, headings, TEMPLATE_VERSION } from "../ingest/formats/cost-return-layout.js";
import { listEntries } from "./lists.js";
import type { CellInput } from "./live/sheet-cells.js";
import type { FilledReturn, TemplateOptions } from "./template-options.js";

/** The answers of one line by the headings of their columns; what is not there is blank. */
export type AnswerRow = Readonly<Record<string, CellInput>>;

/** Answers of a filled return as its lines hold them. */
export function answerRows(
  fill: Pick<FilledReturn, "staff" | "other" | "supernumerary">,
  options: Pick<TemplateOptions, "components" | "payPoints">,
): Readonly<Record<"Staff" | "Other costs" | "IMG time", readonly AnswerRow[]>> {
  const say = codeWithWords(options);
  return {
    Staff: fill.staff.map((line) => staffRow(line, say)),
    "Other costs": fill.other.map((line) => otherRow(line, say)),
    "IMG time": fill.supernumerary.map((line) => imgTimeRow(line, say)),
  };
}

type Say = (code: string) => string;

function staffRow(line: FilledReturn["staff"][number], say: Say): AnswerRow {
  const heading = headings.Staff;
  const { ownRate } = line;
  return {
    [heading.component]: say(line.component),
    [heading.role]: line.role,
    [heading.payPoint]: say(line.payPoint),
    [heading.people]: line.people,
    [heading.hours]: line.hours,
    [heading.basis]: line.basis,
    [heading.recurrence]: line.recurrence,
    [heading.evidence]: line.evidence,
    [heading.extra]: yesNo(line.extra),
    [heading.paidBy]: line.paidBy,
    [heading.activity]: line.activity,
    [heading.usefulLife]: line.usefulLife,
    [heading.capacity]: line.capacity,
    [heading.backfill]: line.backfill ? "yes" : null,
    [heading.paidTime]: line.paidTime ? null : "no",
    [heading.share]: percentOf(line.share),
    [heading.ownRate]: ownRate && ownRate.pencePerHour / 100,
    [heading.rateSource]: ownRate && ownRate.source,
    [heading.rateOnCosts]: ownRate && yesNo(ownRate.includesOnCosts),
    [heading.rateOverheads]: ownRate && yesNo(ownRate.includesOverheads),
    [heading.stated]: pounds(line.statedPence),
    [heading.reference]: line.reference,
  };
}

function otherRow(line: FilledReturn["other"][number], say: Say): AnswerRow {
  const heading = headings["Other costs"];
  return {
    [heading.component]: say(line.component),
    [heading.item]: line.item,
    [heading.category]: line.category,
    [heading.amount]: pounds(line.amountPence),
    [heading.basis]: line.basis,
    [heading.recurrence]: line.recurrence,
    [heading.evidence]: line.evidence,
    [heading.extra]: yesNo(line.extra),
    [heading.paidBy]: line.paidBy,
    [heading.vat]: line.vat,
    [heading.quantity]: line.quantity,
    [heading.unitPrice]: pounds(line.unitPricePence),
    [heading.usefulLife]: line.usefulLife,
    [heading.capacity]: line.capacity,
    [heading.share]: percentOf(line.share),
    [heading.reference]: line.reference,
  };
}

function imgTimeRow(line: FilledReturn["supernumerary"][number], say: Say): AnswerRow {
  const heading = headings["IMG time"];
  return {
    [heading.grade]: line.grade,
    [heading.payPoint]: say(line.payPoint),
    [heading.imgs]: line.imgs,
    [heading.hoursEach]: line.hoursEach,
    [heading.evidence]: line.evidence,
    [heading.extra]: yesNo(line.extra),
    [heading.paidBy]: line.paidBy,
    [heading.clinical]: line.clinicalShare === 0 ? null : percent(line.clinicalShare),
    [heading.reference]: line.reference,
  };
}

/** Answers on the Cover, by question. */
export function coverAnswers({ trust, priceYear, period, fill }: TemplateOptions): AnswerRow {
  const days = fill ?? period;
  return {
    [coverQuestions.trust]: trust ?? null,
    [coverQuestions.from]: days ? dayOf(days.from) : null,
    [coverQuestions.to]: days ? dayOf(days.to) : null,
    [coverQuestions.priceYear]: priceYear ?? null,
    [coverQuestions.version]: TEMPLATE_VERSION,
    ...(fill
      ? {
          [coverQuestions.recruited]: fill.imgs.recruited,
          [coverQuestions.inducted]: fill.imgs.inducted,
          [coverQuestions.completed]: fill.imgs.completed,
          [coverQuestions.highCost]: fill.highCost?.area ?? "none",
          [coverQuestions.supplementAfc]: pounds(fill.highCost?.afcPence ?? null),
          [coverQuestions.supplementMedical]: pounds(fill.highCost?.medicalPence ?? null),
          [coverQuestions.corporate]: yesNo(fill.corporateLeftOut),
        }
      : {}),
  };
}

/** Codes as the drop-downs show them: the code, a space and its words. The reader takes what stands before the space. */
function codeWithWords(options: Pick<TemplateOptions, "components" | "payPoints">): Say {
  const { component, payPoint } = listEntries(options);
  const entries = [...component.values, ...payPoint.values];
  const words = new Map(entries.map((entry) => [entry.split(" ")[0]!, entry]));
  return (code) => words.get(code) ?? code;
}

function yesNo(answer: boolean): "yes" | "no" {
  return answer ? "yes" : "no";
}

function pounds(pence: number | null): number | null {
  return pence === null ? null : pence / 100;
}

function percent(part: number): number {
  return Number((part * 100).toPrecision(12));
}

/** A share as percent; blank for the whole. */
function percentOf(part: number): number | null {
  return part === 1 ? null : percent(part);
}

function dayOf(text: string): Date {
  return new Date(`${text}T00:00:00Z`);
}
