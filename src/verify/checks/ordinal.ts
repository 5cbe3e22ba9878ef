import { oddsRatiosByCut } from "../../stats/ordinal/odds-ratios-by-cut.js";
import type { OrdinalAnswers } from "../../stats/ordinal/ordinal-rows.js";
import { proportionalOdds } from "../../stats/ordinal/proportional-odds.js";
import { methodCheck } from "../check.js";
import type { MethodCheck } from "../check.js";

type Answers = OrdinalAnswers & { readonly level: number };

/** Ordinal logistic regression. */
export const ordinalChecks: readonly MethodCheck[] = [
  methodCheck<Answers>({
    id: "proportional-odds",
    label: "Proportional odds regression, profile intervals",
    functions: ["proportionalOdds"],
    solution: "iterative",
    nearZero: 1e-8,
    run: ({ level, ...answers }) => proportionalOdds(answers, level),
  }),
  methodCheck<Answers>({
    id: "proportional-odds-separation",
    label: "Proportional odds regression under separation",
    functions: ["proportionalOdds"],
    solution: "iterative",
    nearZero: 1e-8,
    run: ({ level, ...answers }) => proportionalOdds(answers, level),
  }),
  methodCheck<Answers>({
    id: "odds-ratios-by-cut",
    label: "Odds ratios at each cut of a scale, profile intervals",
    functions: ["oddsRatiosByCut"],
    solution: "iterative",
    nearZero: 1e-8,
    run: ({ level, ...answers }) => oddsRatiosByCut(answers, level),
  }),
];
