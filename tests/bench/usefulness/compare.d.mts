import type { Result } from "../../../src/core/result.js";
import type { Evaluation, Measured } from "../../../src/run/evaluate.js";

export function heldBackBeside(
  given: Pick<Measured, "study" | "computed">,
  gated: Pick<Evaluation, "released" | "decisions">,
): {
  readonly shares: readonly Result[];
  readonly primary: ReadonlySet<string>;
  readonly ours: ReadonlySet<string>;
  readonly textbook: ReadonlySet<string>;
  readonly oursOfAnyKind: number;
};
