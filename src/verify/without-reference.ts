/** A statistic that no outside implementation could be compared with, and what its tests hold instead. */
export interface WithoutReference {
  /** Name exported by `stats/index.ts`. */
  readonly function: string;
  readonly why: string;
  readonly instead: string;
}

/** Named by `pilot-eval verify`, so that nothing without a reference goes unsaid. */
export const withoutReference: readonly WithoutReference[] = [];
