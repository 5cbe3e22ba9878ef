import { cronbachAlpha } from "../../stats/reliability/alpha.js";
import { itemAnalysis } from "../../stats/reliability/item-analysis.js";
import { omegaTotal } from "../../stats/reliability/omega.js";
import { methodCheck } from "../check.js";
import type { MethodCheck } from "../check.js";

interface Items {
  readonly items: readonly (readonly number[])[];
}

/** How well the items of a scale hang together. */
export const reliabilityChecks: readonly MethodCheck[] = [
  methodCheck<Items & { readonly level: number }>({
    id: "cronbach-alpha",
    label: "Cronbach's alpha, Feldt interval",
    functions: ["cronbachAlpha"],
    solution: "closed form",
    nearZero: 1e-12,
    run: ({ items, level }) => cronbachAlpha(items, level),
  }),
  methodCheck<Items>({
    id: "item-analysis",
    label: "Item statistics, standardised alpha and alpha if an item is deleted",
    functions: ["itemAnalysis"],
    solution: "closed form",
    nearZero: 1e-12,
    run: ({ items }) => itemAnalysis(items),
  }),
  methodCheck<Items>({
    id: "omega-total",
    label: "Omega total from one factor by maximum likelihood",
    functions: ["omegaTotal"],
    solution: "iterative",
    nearZero: 1e-12,
    run: ({ items }) => omegaTotal(items),
  }),
];
