export interface CoverageRow {
  readonly kind: string;
  readonly method: string;
  readonly distribution: string;
  readonly n: number;
  readonly clusters: number;
  readonly low: number;
  readonly mean: number;
  readonly high: number;
  readonly standardError: number;
  readonly none: number;
  readonly simulations: number;
}
export interface Cell {
  readonly id: string;
  readonly cost: "exact" | "plain" | "bootstrap" | "pooled";
}
export interface Tools {
  readonly stats: object;
  readonly stream: (seed: number, family: string) => () => number;
  readonly seed: number;
}
export const cells: readonly Cell[];
export function simulate(cell: Cell, tools: Tools, simulations?: number): readonly CoverageRow[];
