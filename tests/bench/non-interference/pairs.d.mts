import type { Checked, checkStudy } from "../../../src/run/check.js";
import type { evaluate, Evaluation } from "../../../src/run/evaluate.js";
import type { run } from "../../../src/run/run.js";
import type { Shipped } from "../../../src/run/shipped.js";

export const kinds: readonly string[];
export function comparePairs(
  engine: {
    readonly checkStudy: typeof checkStudy;
    readonly evaluate: typeof evaluate;
    readonly run: typeof run;
    readonly resultsOf: (checked: Checked, evaluation: Evaluation) => Uint8Array;
    readonly shipped: Shipped;
    readonly version: string;
  },
  asked: { readonly count: number; readonly seed: number; readonly most: number; readonly whole: number },
): Promise<
  readonly {
    readonly kind: string;
    readonly tried: number;
    readonly pairs: number;
    readonly internal: number;
    readonly whole: number;
    readonly different: readonly string[];
  }[]
>;
