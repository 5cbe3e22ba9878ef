import type { ScaleItem } from "../../stats/likert/scale-scores.js";
import { scoreItems } from "../../stats/missingness/item-rules.js";
import type { ItemRule } from "../../stats/missingness/item-rules.js";
import { meanBounds, nonResponseBounds } from "../../stats/missingness/non-response-bounds.js";
import type {
  MeanWithNonResponse,
  ProportionWithNonResponse,
} from "../../stats/missingness/non-response-bounds.js";
import { kishEffectiveN } from "../../stats/weighting/kish.js";
import { rake } from "../../stats/weighting/rake.js";
import type { Margin, RakeOptions } from "../../stats/weighting/rake.js";
import { weightedMean, weightedProportion } from "../../stats/weighting/weighted-mean.js";
import { methodCheck } from "../check.js";
import type { MethodCheck } from "../check.js";

interface Raking {
  readonly margins: readonly Margin[];
  readonly options: RakeOptions;
}
interface Weights {
  readonly weights: readonly number[];
}
interface Leveled extends Weights {
  readonly level: number;
}
interface Items {
  readonly answers: readonly (readonly (number | null)[])[];
  readonly items: readonly ScaleItem[];
  readonly rule: ItemRule;
}

/** Weights that make up for who answered, bounds that make up for nothing, and rules for missing items. */
export const weightingChecks: readonly MethodCheck[] = [
  methodCheck<Raking>({
    id: "raking",
    label: "Raking to margins",
    functions: ["rake"],
    solution: "iterative",
    run: ({ margins, options }) => rake(margins, options),
  }),
  methodCheck<Raking>({
    id: "raking-trimmed",
    label: "Raking with trimmed weights",
    functions: ["rake"],
    solution: "iterative",
    run: ({ margins, options }) => rake(margins, options),
  }),
  methodCheck<Weights>({
    id: "kish-effective-n",
    label: "Effective number of people (Kish)",
    functions: ["kishEffectiveN"],
    solution: "closed form",
    run: ({ weights }) => kishEffectiveN(weights),
  }),
  methodCheck<Leveled & { readonly values: readonly number[] }>({
    id: "weighted-mean",
    label: "Weighted mean with linearised t interval",
    functions: ["weightedMean"],
    solution: "closed form",
    run: ({ values, weights, level }) => weightedMean(values, weights, level),
  }),
  methodCheck<Leveled & { readonly answers: readonly boolean[] }>({
    id: "weighted-proportion",
    label: "Weighted proportion with Wilson interval",
    functions: ["weightedProportion"],
    solution: "closed form",
    nearZero: 1e-12,
    run: ({ answers, weights, level }) => weightedProportion(answers, weights, level),
  }),
  methodCheck<ProportionWithNonResponse>({
    id: "non-response-bounds",
    label: "Best and worst case of a proportion",
    functions: ["nonResponseBounds"],
    solution: "closed form",
    run: (count) => nonResponseBounds(count),
  }),
  methodCheck<MeanWithNonResponse>({
    id: "mean-bounds",
    label: "Best and worst case of a mean score",
    functions: ["meanBounds"],
    solution: "closed form",
    run: (given) => meanBounds(given),
  }),
  methodCheck<Items>({
    id: "item-rules",
    label: "Scores under rules for missing items",
    functions: ["scoreItems"],
    solution: "closed form",
    run: ({ answers, items, rule }) => scoreItems(answers, items, rule),
  }),
];
