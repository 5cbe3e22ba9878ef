import type { Result } from "../../../src/core/result.js";
import type { Policy } from "../../../src/disclosure/policy.js";
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

export function givenAwayByTextbook(
  given: Pick<Measured, "study" | "computed" | "partition"> & { readonly policy: Policy },
  gated: Pick<Evaluation, "released">,
  beside: ReturnType<typeof heldBackBeside>,
): number;
