import { chiSquaredTest } from "../../stats/tables/chi-squared-test.js";
import { cochranArmitageExactTest } from "../../stats/tables/cochran-armitage-exact.js";
import { cochranArmitageTest } from "../../stats/tables/cochran-armitage.js";
import type { CountTable } from "../../stats/tables/filled-table.js";
import { fisherExactTest } from "../../stats/tables/fisher-exact.js";
import type { FisherExactOptions, TwoByTwo } from "../../stats/tables/fisher-exact.js";
import type { Count } from "../../stats/proportions/count.js";
import { fisherFreemanHaltonTest } from "../../stats/tables/fisher-freeman-halton.js";
import { methodCheck } from "../check.js";
import type { MethodCheck } from "../check.js";

interface Table {
  readonly table: CountTable;
}
interface Trend {
  readonly groups: readonly Count[];
  readonly scores: readonly number[];
}

/** Tables of counts: is there any association, and is there a trend. */
export const tablesChecks: readonly MethodCheck[] = [
  methodCheck<{ readonly table: TwoByTwo } & FisherExactOptions>({
    id: "fisher-exact",
    label: "Fisher's exact test, 2 x 2, with the conditional odds ratio",
    functions: ["fisherExactTest"],
    solution: "exact",
    run: ({ table, ...options }) => fisherExactTest(table, options),
  }),
  methodCheck<Table>({
    id: "fisher-freeman-halton",
    label: "Fisher-Freeman-Halton exact test, r x c",
    functions: ["fisherFreemanHaltonTest"],
    solution: "exact",
    run: ({ table }) => fisherFreemanHaltonTest(table),
  }),
  methodCheck<Table & { readonly exact: number }>({
    id: "fisher-freeman-halton-monte-carlo",
    label: "Fisher-Freeman-Halton test, Monte Carlo within 4 standard errors of exact",
    functions: ["fisherFreemanHaltonTest"],
    solution: "exact",
    run: ({ table, exact }) => {
      const result = fisherFreemanHaltonTest(table, { monteCarlo: true });
      if (result.kind === "unavailable") return result;
      const errors = Math.abs(result.pValue - exact) / result.monteCarlo!.standardError;
      return { n: result.n, within: errors <= 4 ? "4 standard errors" : `${errors} standard errors` };
    },
  }),
  methodCheck<Table>({
    id: "chi-squared-test",
    label: "Pearson's chi-squared test, with Cramér's V",
    functions: ["chiSquaredTest"],
    solution: "closed form",
    nearZero: 1e-14,
    run: ({ table }) => chiSquaredTest(table),
  }),
  methodCheck<Table>({
    id: "chi-squared-test-yates",
    label: "Pearson's chi-squared test, Yates' correction",
    functions: ["chiSquaredTest"],
    solution: "closed form",
    nearZero: 1e-14,
    run: ({ table }) => chiSquaredTest(table, { yates: true }),
  }),
  methodCheck<Trend>({
    id: "cochran-armitage",
    label: "Cochran-Armitage test for trend",
    functions: ["cochranArmitageTest"],
    solution: "closed form",
    nearZero: 1e-14,
    run: ({ groups, scores }) => cochranArmitageTest(groups, scores),
  }),
  methodCheck<Trend>({
    id: "cochran-armitage-exact",
    label: "Cochran-Armitage test for trend, exact",
    functions: ["cochranArmitageExactTest"],
    solution: "exact",
    run: ({ groups, scores }) => cochranArmitageExactTest(groups, scores),
  }),
];
