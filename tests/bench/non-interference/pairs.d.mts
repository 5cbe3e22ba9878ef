import type { Checked, checkStudy } from "../../../src/run/check.js";
import type { Evaluation, measure, release } from "../../../src/run/evaluate.js";
import type { run } from "../../../src/run/run.js";
import type { Shipped } from "../../../src/run/shipped.js";

/** What came of the changes of one kind. */
interface PairsOfKind {
  readonly kind: string;
  readonly tried: number;
  readonly pairs: number;
  readonly whole: number;
  readonly different: readonly string[];
}

export const kinds: readonly string[];
export function comparePairs(
  engine: {
    readonly checkStudy: typeof checkStudy;
    readonly measure: typeof measure;
    readonly release: typeof release;
    readonly run: typeof run;
    readonly resultsOf: (checked: Checked, evaluation: Evaluation) => Uint8Array;
    readonly shipped: Shipped;
    readonly version: string;
  },
  asked: { readonly count: number; readonly seed: number; readonly most: number; readonly whole: number },
  tell?: (one: PairsOfKind, total: number) => void,
): Promise<readonly PairsOfKind[]>;
