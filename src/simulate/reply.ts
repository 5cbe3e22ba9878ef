import type { Answer } from "../study/answer.js";

/** One row of an export before a platform writes it: who, when, and what they answered. */
export interface Reply {
  /** Seconds since 1970-01-01 when the form was opened and when it was handed in, on the clock of the Trust. */
  readonly began: number;
  readonly ended: number;
  readonly status: "finished" | "unfinished" | "preview";
  /** Answers by variable name; a question that was not reached has none. */
  readonly answers: ReadonlyMap<string, Answer>;
}

export type WaveId = "arrival" | "month3";
