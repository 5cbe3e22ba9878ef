import { argumentError } from "../argument-error.js";

/** How p-values of one family of tests are adjusted. */
export type Adjustment = "Holm" | "Hochberg" | "Benjamini-Hochberg";

/** P-values adjusted for how many tests there were. */
export interface AdjustedPValues {
  /** In the order given, 0 to 1; null where none was given. */
  readonly adjusted: readonly (number | null)[];
  /** How many p-values there were. */
  readonly tests: number;
  /** How many tests gave no p-value: they count for nothing. */
  readonly missing: number;
  /** What stays below the threshold when every test with an adjusted p-value at or under it is called significant. */
  readonly controls: "chance of any false positive" | "expected share of false positives";
  readonly method: Adjustment;
}

const stepUp: Readonly<Record<Adjustment, boolean>> = {
  Holm: false,
  Hochberg: true,
  "Benjamini-Hochberg": true,
};

/**
 * Adjusts the p-values of one family of tests.
 *
 * Holm holds whatever the tests have to do with each other. Hochberg is never weaker than Holm, and
 * Benjamini-Hochberg never weaker than Hochberg, but both lean on tests that are independent or positively dependent. A
 * test without a p-value is null and is not counted; a family must be declared before its results are seen.
 *
 * @param pValues one a test, 0 to 1, or null where the data could not support the test; none at all is allowed
 * @param method Holm or Hochberg (the chance of any false positive), or Benjamini-Hochberg (the expected share of false
 * positives among the positives, a screen)
 * @returns the adjusted p-values in the order given: tied p-values stay tied and none becomes smaller
 * @throws RangeError when a p-value is not from 0 to 1
 * @see Holm (1979) Scand J Stat 6:65-70; Hochberg (1988) Biometrika 75:800-802; Benjamini & Hochberg (1995) J R Stat
 * Soc B 57:289-300; adjusted p-values as in Wright (1992) Biometrics 48:1005-1013
 * @example
 * adjustPValues([0.01, 0.04, null, 0.03], "Holm") // => { adjusted: [0.03, 0.06, null, 0.06], tests: 3, missing: 1 }
 */
export function adjustPValues(pValues: readonly (number | null)[], method: Adjustment): AdjustedPValues {
  const known = pValues.flatMap((pValue, index) => {
    if (pValue === null) return [];
    if (pValue >= 0 && pValue <= 1) return [{ pValue, index }];
    throw argumentError(`adjustPValues: pValues[${index}]`, "0 to 1, or null", pValue);
  });
  const tests = known.length;
  const ascending = known.sort((a, b) => a.pValue - b.pValue);
  const isStepUp = stepUp[method];
  const places = isStepUp ? ascending.map((_, place) => tests - 1 - place) : ascending.keys();

  const adjusted = new Array<number | null>(pValues.length).fill(null);
  let bound = isStepUp ? 1 : 0;
  for (const place of places) {
    const { pValue, index } = ascending[place]!;
    const factor = method === "Benjamini-Hochberg" ? tests / (place + 1) : tests - place;
    bound = isStepUp ? Math.min(bound, factor * pValue) : Math.max(bound, Math.min(1, factor * pValue));
    adjusted[index] = bound;
  }
  const controls =
    method === "Benjamini-Hochberg" ? "expected share of false positives" : "chance of any false positive";
  return { adjusted, tests, missing: pValues.length - tests, controls, method };
}
