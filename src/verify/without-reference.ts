/** A statistic that no outside implementation could be compared with, and what its tests hold instead. */
export interface WithoutReference {
  /** Name exported by `stats/index.ts`. */
  readonly function: string;
  readonly why: string;
  readonly instead: string;
}

/** Named by `pilot-eval verify`, so that nothing without a reference goes unsaid. */
export const withoutReference: readonly WithoutReference[] = [
  ...["bootstrap", "bootstrapMean", "bootstrapFromCounts", "bootstrapAlpha"].map((name) => ({
    function: name,
    why: "no other program draws the same resamples from the same seed",
    instead:
      "their limits are those of percentileInterval, bcaInterval and bootstrapTInterval, which have references; the draws are held to their law, to full enumeration and to each other",
  })),
  ...["resampleRows", "resampleMeans", "resamplePivots", "resampleCountMeans", "resampleCountPivots"].map(
    (name) => ({
      function: name,
      why: "no other program draws the same resamples from the same seed",
      instead: "published numbers of the generator; goodness of fit; mean and variance of the replicates",
    }),
  ),
  ...["blockCount", "drawBlock", "drawBlocks"].map((name) => ({
    function: name,
    why: "how seeded draws are split into blocks is this library's own",
    instead: "the same bits in any order and over any number of workers",
  })),
  {
    function: "chooseInterval",
    why: "which interval suits which data is this library's own policy",
    instead:
      "the coverage it quotes is simulated by tests/bench/coverage.mjs from a fixed seed; tests simulate a part of it again and find the same figures",
  },
];
