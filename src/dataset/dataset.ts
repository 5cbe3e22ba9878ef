import type { MissingReason } from "../core/missing.js";
import type { Answer } from "../study/answer.js";
import type { Study } from "../study/study.js";

/** One person's answers at one wave, kept after duplicates were settled. */
export interface Response {
  /** Position in `dataset.responses`. */
  readonly index: number;
  readonly trust: string;
  readonly wave: string;
  /** File and row it came from. */
  readonly file: string;
  readonly row: number;
  /** Finished the form, as far as the platform tells. */
  readonly complete: boolean;
  /** Day of submission since 1970-01-01, when the export has it. */
  readonly day: number | null;
}

/** One person seen at two waves. */
export interface Pair {
  readonly before: Response;
  readonly after: Response;
}

/** An answer fit for use: never "invalid", which stops a run. */
export type UsableAnswer = Exclude<Answer, { kind: "invalid" }>;

/** A scale score from 0 to 100, or why there is none. */
export type Score =
  | { readonly kind: "score"; readonly value: number; readonly answered: number; readonly asked: number }
  | { readonly kind: "missing"; readonly reason: MissingReason };

/** Days to a milestone: reached on day `time`, or not yet by then. */
export type Duration =
  | { readonly kind: "duration"; readonly time: number; readonly reached: boolean }
  | { readonly kind: "missing"; readonly reason: MissingReason };

/** Responses left out before analysis, counted by reason. */
export interface LeftOut {
  /** Null when nobody knows whose they are. */
  readonly trust: string | null;
  readonly wave: string | null;
  readonly reason: string;
  readonly count: number;
}

/** Everyone's answers, one response a person and wave, linked across waves; its accessors guard the missing-data rule. */
export interface Dataset {
  readonly study: Study;
  readonly responses: readonly Response[];
  readonly leftOut: readonly LeftOut[];
  /** Responses of one Trust at one wave, in the order of the file. */
  responsesOf(trust: string, wave: string): readonly Response[];
  /** The answer as coded; missing with its reason. */
  answer(response: Response, variable: string): UsableAnswer;
  /** The scale score by the scale's own rule for missing items. */
  score(response: Response, scale: string): Score;
  /** Days until a milestone, censored for those not yet there. */
  duration(response: Response, variable: string): Duration;
  /** People linked between two waves, once each. */
  pairs(from: string, to: string): readonly Pair[];
  /** Files of the responses of one wave, or of all for null; for the source of a result. */
  filesOf(wave: string | null): readonly string[];
}
