import type { readGrids } from "../../src/ingest/read-grid.js";
import type { checkStudy } from "../../src/run/check.js";
import type { Shipped } from "../../src/run/shipped.js";

export interface Samples {
  readonly exports: readonly Uint8Array[];
  readonly savs: readonly Uint8Array[];
  readonly costParts: Readonly<Record<string, string>>;
}

export function readSamples(): Samples;

export function judge(
  seed: number,
  samples: Samples,
  kit: {
    readonly checkStudy: typeof checkStudy;
    readonly readGrids: typeof readGrids;
    readonly shipped: Shipped;
  },
): Promise<{ readonly kind: string; readonly wrong: string | null }>;
