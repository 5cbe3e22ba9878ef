/** Statistics that no outside implementation could be compared with, for one reason, and what their tests hold instead. */
export interface WithoutReference {
  /** Names exported by `stats/index.ts`. */
  readonly functions: readonly string[];
  readonly why: string;
  readonly instead: string;
}

/** Named by `pilot-eval verify`, so that nothing without a reference goes unsaid. */
export const withoutReference: readonly WithoutReference[] = [
  {
    functions: ["bootstrap", "bootstrapMean", "bootstrapFromCounts", "bootstrapAlpha"],
    why: "no other program draws the same resamples from the same seed",
    instead:
      "their limits are those of percentileInterval, bcaInterval and bootstrapTInterval, which have references; the draws are held to their law, to full enumeration and to each other",
  },
  {
    functions: ["drawValues", "drawShares"],
    why: "no other program draws the same values from the same seed",
    instead:
      "the generator gives the words of an independent one, its jump is worked out a second way, and the draws have the quantiles and moments that SciPy gives their laws",
  },
  {
    functions: ["chooseInterval"],
    why: "which interval suits which data is this library's own policy",
    instead:
      "the coverage it quotes is simulated by tests/bench/coverage.mjs from a fixed seed; tests simulate a part of it again and find the same figures",
  },
];
