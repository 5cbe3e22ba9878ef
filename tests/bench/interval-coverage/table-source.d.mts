import type { SimulatedInterval } from "../../../src/stats/policy/simulated-interval.js";
import type { CoverageRow } from "./cells.mjs";

export interface Results {
  readonly script: string;
  readonly seed: number;
  readonly rows: readonly CoverageRow[];
}
export function quotedRows(results: Results): readonly SimulatedInterval[];
export function tableSource(results: Results): string;
