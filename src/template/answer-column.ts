import type { ListName } from "./lists.js";

/** What an answer is: words, one of a list, or a number of some sort. */
export type AnswerKind =
  | "text"
  | "whole"
  | "hours"
  | "amount"
  | "pounds"
  | "percent"
  | "percentFromNought"
  | "years"
  | "fullTime"
  | { readonly list: ListName };

/** One column that a Trust fills in, with what the Guidance says of it. */
export interface AnswerColumn {
  readonly heading: string;
  readonly kind: AnswerKind;
  /** Whether each line must have it, or only lines to which it applies. */
  readonly need: "must" | "may";
  /** In characters. */
  readonly width: number;
  /** What to put there, in plain words. */
  readonly words: string;
  readonly example: string;
  /** What a blank cell means; only where it may be blank. */
  readonly blank?: string;
  /** Heading of a column that may be filled in instead. */
  readonly or?: string;
}

/** A sheet whose lines a Trust fills in. */
export interface AnswerSheet {
  readonly name: "Staff" | "Other costs" | "IMG time";
  readonly title: string;
  readonly hint: string;
  readonly columns: readonly AnswerColumn[];
  /** Lines of the empty template. */
  readonly lines: number;
}
