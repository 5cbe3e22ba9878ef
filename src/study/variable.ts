import type { MissingReason } from "../core/missing.js";
import type { Sensitivity } from "../core/result.js";

/** What a variable is for; decides which metrics read it. */
export const roles = [
  "trust", // the Trust where the person works, asked in a central survey
  "wave", // the wave at which the person answered, in an export that holds several
  "link", // the self-chosen code that ties a person's waves together
  "start", // the day the person started
  "item", // belongs to a scale
  "received", // was an induction component received
  "useful", // how useful it was, asked of those who received it
  "setup", // practical set-up achieved or not
  "milestone", // days until something was done
  "outcome", // a rated item reported alone, such as would recommend
  "choice", // tick all that apply
  "number", // a number used by a standard, such as days of shadowing
  "group", // a subgroup
  "text", // free text; never released, but for quotations that study.yaml approves
] as const;
export type Role = (typeof roles)[number];

export const variableTypes = ["single", "multiple", "number", "date", "code", "text"] as const;
export type VariableType = (typeof variableTypes)[number];

/** One possible answer: its number and its words. `middle` and `low`/`high` follow from the order. */
export interface Category {
  readonly code: number;
  readonly label: string;
  /** Words typed under "Other" count as this answer: written `Other*` in codebook.csv. */
  readonly open?: true;
}

/** One row of codebook.csv. */
export interface Variable {
  readonly name: string;
  /** The question as asked. */
  readonly question: string;
  /** A short label for tables and charts. */
  readonly label: string;
  /** Other headings under which exports show it: a question code, a reworded question. */
  readonly headings: readonly string[];
  readonly role: Role;
  readonly type: VariableType;
  /** Ids of the waves that ask it. */
  readonly waves: readonly string[];
  /** Scale it belongs to, for role item. */
  readonly scale: string | null;
  /** True when agreeing means the opposite of the scale. */
  readonly reverse: boolean;
  /** Induction component it is about, for received and useful. */
  readonly component: string | null;
  /** In order, lowest first. Empty for numbers, dates, codes and text. */
  readonly categories: readonly Category[];
  /** Least and most that a number may be, both included. */
  readonly minimum: number | null;
  readonly maximum: number | null;
  /** Words that mean a missing answer, by reason. */
  readonly missing: Readonly<Partial<Record<MissingReason, readonly string[]>>>;
  /** For milestones: words that mean "not yet". */
  readonly notYet: readonly string[];
  readonly sensitivity: Sensitivity;
  readonly required: boolean;
}
