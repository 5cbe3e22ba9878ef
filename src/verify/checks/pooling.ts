import { heterogeneity } from "../../stats/pooling/heterogeneity.js";
import { poolLeavingOneOut } from "../../stats/pooling/leave-one-out.js";
import { tauSquaredInterval } from "../../stats/pooling/q-profile.js";
import { poolRandomEffects } from "../../stats/pooling/random-effects.js";
import type { EstimatesToPool } from "../../stats/pooling/random-effects.js";
import { methodCheck } from "../check.js";
import type { MethodCheck } from "../check.js";

/** Random-effects pooling, by estimator of the variance between studies, and how much studies differ. */
export const poolingChecks: readonly MethodCheck[] = [
  methodCheck<EstimatesToPool>({
    id: "pool-reml",
    label: "Random effects, REML",
    functions: ["poolRandomEffects"],
    solution: "iterative",
    run: poolRandomEffects,
  }),
  methodCheck<EstimatesToPool>({
    id: "pool-paule-mandel",
    label: "Random effects, Paule-Mandel",
    functions: ["poolRandomEffects"],
    solution: "iterative",
    run: poolRandomEffects,
  }),
  methodCheck<EstimatesToPool>({
    id: "pool-dersimonian-laird",
    label: "Random effects, DerSimonian-Laird",
    functions: ["poolRandomEffects"],
    solution: "closed form",
    run: poolRandomEffects,
  }),
  methodCheck<EstimatesToPool>({
    id: "pool-prediction-hts",
    label: "Prediction interval, Higgins-Thompson-Spiegelhalter",
    functions: ["poolRandomEffects"],
    solution: "closed form",
    run: poolRandomEffects,
  }),
  methodCheck<EstimatesToPool>({
    id: "heterogeneity",
    label: "Cochran Q, Higgins I-squared",
    functions: ["heterogeneity"],
    solution: "closed form",
    run: heterogeneity,
  }),
  methodCheck<EstimatesToPool>({
    id: "q-profile",
    label: "Q-profile interval of tau-squared",
    functions: ["tauSquaredInterval"],
    solution: "iterative",
    run: tauSquaredInterval,
  }),
  methodCheck<EstimatesToPool>({
    id: "pool-leave-one-out",
    label: "Random effects, each estimate left out once",
    functions: ["poolLeavingOneOut"],
    solution: "iterative",
    run: poolLeavingOneOut,
  }),
];
