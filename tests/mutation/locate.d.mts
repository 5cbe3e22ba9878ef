import type { Issue } from "../../src/core/issue.js";
import type { checkStudy } from "../../src/run/check.js";
import type { Shipped } from "../../src/run/shipped.js";

export interface Count {
  readonly place: string;
  readonly faults: number;
  readonly located: number;
  readonly lost: string | null;
}

export function locateFaults(
  kit: {
    readonly checkStudy: typeof checkStudy;
    readonly shipped: Shipped;
    readonly textOf: (bytes: Uint8Array) => string;
  },
  seeds: readonly number[],
): Promise<{ readonly counts: ReadonlyMap<string, Count>; readonly clean: readonly Issue[] }>;
