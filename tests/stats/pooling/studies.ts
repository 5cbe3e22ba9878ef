import fc from "fast-check";

/** Two to nine invented studies, for properties that any pooling must have. */
export interface Studies {
  readonly estimates: readonly number[];
  readonly variances: readonly number[];
}

const study = fc.record({
  estimate: fc.integer({ min: -300, max: 300 }).map((value) => value / 100),
  variance: fc.integer({ min: 1, max: 200 }).map((value) => value / 100),
});

export const studies: fc.Arbitrary<Studies> = fc.array(study, { minLength: 2, maxLength: 9 }).map((each) => ({
  estimates: each.map(({ estimate }) => estimate),
  variances: each.map(({ variance }) => variance),
}));

export const few = { numRuns: 100 };
