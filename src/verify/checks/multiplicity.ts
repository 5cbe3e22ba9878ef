import { adjustPValues } from "../../stats/multiplicity/adjust-p-values.js";
import type { Adjustment } from "../../stats/multiplicity/adjust-p-values.js";
import { methodCheck } from "../check.js";
import type { MethodCheck } from "../check.js";

const adjustments: readonly Adjustment[] = ["Holm", "Hochberg", "Benjamini-Hochberg"];

/** P-values of one family of tests, adjusted. */
export const multiplicityChecks: readonly MethodCheck[] = adjustments.map((method) =>
  methodCheck<{ readonly pValues: readonly (number | null)[] }>({
    id: `adjust-${method.toLowerCase()}`,
    label: `Adjusted p-values, ${method}`,
    functions: ["adjustPValues"],
    solution: "closed form",
    run: ({ pValues }) => adjustPValues(pValues, method),
  }),
);
