import type { Result } from "../core/result.js";

/** Results after the gate, found by id. Charts and sections see nothing else. */
export interface Released {
  readonly results: readonly Result[];
  /** The Trust groups shown in this release, in order: each alone, or joined where one was too small. */
  readonly groups: readonly (readonly string[])[];
}
