import type { MissingReason } from "../../core/missing.js";
import { writeDay } from "../../core/day.js";
import type { Answer } from "../../study/answer.js";
import type { Question } from "../question.js";
import { typesetText } from "../typeset-text.js";

/** How one export prints what people answered. */
export interface CellStyle {
  /** Words of the codebook, or its numbers. */
  readonly answers: "labels" | "codes";
  readonly day: (day: number) => string;
  /** Ticked answers in one cell. */
  readonly ticked: (parts: readonly string[]) => string;
  /** Curly quotes and dashes where people typed straight ones. */
  readonly typeset: boolean;
  /** Scales printed the other way round. */
  readonly reversed: readonly string[];
}

/** One answer as a cell of an export; blank for a question that was not reached, skipped or not to be asked. */
export function cellText(question: Question, answer: Answer | undefined, style: CellStyle): string {
  const text = printAnswer(question, answer, style);
  return style.typeset ? typesetText(text) : text;
}

function printAnswer(question: Question, answer: Answer | undefined, style: CellStyle): string {
  if (answer === undefined) return "";
  switch (answer.kind) {
    case "number":
      return question.type === "single" ? printCode(question, answer.value, style) : String(answer.value);
    case "chosen":
      return style.ticked(answer.codes.map((code) => printCode(question, code, style)));
    case "day":
      return style.day(answer.value);
    case "text":
      return answer.value;
    case "not-yet":
      return question.notYet[0]!;
    case "missing":
      return printMissing(question, answer.reason, style);
    case "invalid":
      return "";
  }
}

function printCode(question: Question, code: number, style: CellStyle): string {
  if (style.answers === "labels") return question.categories.find((one) => one.code === code)!.label;
  const turned = question.scale !== null && style.reversed.includes(question.scale);
  return String(turned ? question.categories[0]!.code + question.categories.at(-1)!.code - code : code);
}

function printMissing(question: Question, reason: MissingReason, style: CellStyle): string {
  const words = question.missing[reason] ?? [];
  const figure = words.find((word) => /^\d+$/.test(word));
  return (style.answers === "codes" ? (figure ?? words[0]) : words[0]) ?? "";
}

/**
 * Day, month and year in figures: `06/05/2026`.
 *
 * @example ukDay(20579) // => "06/05/2026"
 */
export function ukDay(day: number): string {
  const [year, month, date] = writeDay(day).split("-");
  return `${date}/${month}/${year}`;
}

/**
 * Month, day and year without leading noughts, the year in two figures: `5/6/26`.
 *
 * @example usDay(20579) // => "5/6/26"
 */
export function usDay(day: number): string {
  const [year, month, date] = writeDay(day).split("-");
  return `${Number(month)}/${Number(date)}/${year!.slice(2)}`;
}

/**
 * A time as day and clock, the day printed by `printDay`.
 *
 * @param seconds since 1970-01-01 on the form's own clock
 * @param hours in two figures, or without a leading nought as Excel shows them
 * @example stamp(86400 * 20579 + 33242, ukDay) // => "06/05/2026 09:14:02"
 */
export function stamp(seconds: number, printDay: (day: number) => string, hours: "09" | "9" = "09"): string {
  const day = Math.floor(seconds / 86400);
  const two = (part: number) => String(part).padStart(2, "0");
  const hour = Math.floor((seconds % 86400) / 3600);
  const rest = [Math.floor((seconds % 3600) / 60), seconds % 60].map(two);
  return `${printDay(day)} ${[hours === "09" ? two(hour) : hour, ...rest].join(":")}`;
}
