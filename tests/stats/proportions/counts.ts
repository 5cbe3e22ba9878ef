import fc from "fast-check";

/** How many of how many, at least one person. */
export const count = fc
  .integer({ min: 1, max: 60 })
  .chain((n) => fc.record({ successes: fc.integer({ min: 0, max: n }), n: fc.constant(n) }));

export const few = { numRuns: 100 };
