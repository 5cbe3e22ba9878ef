import type { Estimate, Result } from "../core/result.js";
import { adjustPValues } from "../stats/multiplicity/adjust-p-values.js";
import type { Adjustment } from "../stats/multiplicity/adjust-p-values.js";
import type { Declared } from "../study/schema.js";

const methods: Readonly<Record<Exclude<Declared["multiplicity"], "none">, Adjustment>> = {
  holm: "Holm",
  hochberg: "Hochberg",
  "benjamini-hochberg": "Benjamini-Hochberg",
};

/**
 * The results with p-values adjusted within one family of outcomes that were declared together. One test alone, or a
 * study that declares no adjustment, is left as it is; results without a test count for nothing.
 */
export function adjustTests(
  results: readonly Result[],
  declared: Declared["multiplicity"],
): readonly Result[] {
  const tested = results.filter((one): one is Estimate => one.kind === "estimate" && one.test !== undefined);
  if (declared === "none" || tested.length < 2) return results;
  const method = methods[declared];
  const { adjusted } = adjustPValues(
    tested.map((one) => one.test!.pValue),
    method,
  );
  return results.map((result) => {
    const place = tested.findIndex((one) => one === result);
    if (place === -1) return result;
    const one = tested[place]!;
    const pValue = adjusted[place]!;
    return { ...one, test: { ...one.test!, adjusted: { pValue, method, outcomes: tested.length } } };
  });
}
