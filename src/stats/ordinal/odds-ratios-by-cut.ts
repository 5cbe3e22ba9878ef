import type { Unavailable } from "../unavailable.js";
import { ordinalRows } from "./ordinal-rows.js";
import type { OrdinalAnswers } from "./ordinal-rows.js";
import { proportionalOdds } from "./proportional-odds.js";
import type { OrdinalCoefficient } from "./proportional-odds.js";

/** The odds ratio of every covariate at every cut of an ordered scale. */
export interface OddsRatiosByCut {
  readonly kind: "oddsRatiosByCut";
  /** From the lowest cut to the highest. */
  readonly cuts: readonly {
    /** The cut is between this answer and the next one somebody gave. */
    readonly atOrBelow: number;
    /** People who answered above the cut. */
    readonly above: number;
    /** In the order of the covariates; odds ratios of an answer above the cut. */
    readonly coefficients: readonly OrdinalCoefficient[];
    readonly logLikelihood: number;
  }[];
  readonly n: number;
  readonly level: number;
  readonly method: "binary logistic regression at each cut, profile intervals";
}

/**
 * Odds ratios of an answer above each cut of an ordered scale: a check of proportional odds.
 *
 * A proportional odds model takes it that they are the same at every cut. Look whether they drift, and allow for
 * how little is known: at the ends of the scale few people are on one side, the intervals are wide, and a covariate
 * may separate them.
 *
 * @param answers what each person answered, with their covariates; the caller drops and counts the missing
 * @param level confidence level, strictly between 0 and 1
 * @returns one regression a cut; unavailable when fewer than two answers were given, a covariate has one value or
 * is a combination of others, or a fit does not settle
 * @throws RangeError when a value is not finite, lengths differ, a count is not whole or the level is outside its
 * range
 * @see Brant (1990) Biometrics 46:1171-1178; Harrell (2015) Regression Modeling Strategies, 2nd ed., section 13.3.4
 * @example
 * oddsRatiosByCut({ answers: [1, 2, 3, 1, 2, 3, 2, 3], covariates: [{ name: "group", values: [0, 0, 0, 0, 1, 1, 1, 1] }] }).cuts[1].coefficients[0] // => { estimate: 1.0986123, oddsRatio: 3 }
 */
export function oddsRatiosByCut(answers: OrdinalAnswers, level = 0.95): OddsRatiosByCut | Unavailable {
  const data = ordinalRows(answers, "oddsRatiosByCut");
  if ("kind" in data) return data;
  const { covariates, counts = answers.answers.map(() => 1) } = answers;
  const cuts: OddsRatiosByCut["cuts"][number][] = [];
  for (const atOrBelow of data.categories.slice(0, -1)) {
    const isAbove = answers.answers.map((answer) => (answer > atOrBelow ? 1 : 0));
    const model = proportionalOdds({ answers: isAbove, covariates, counts }, level);
    if (model.kind === "unavailable") return model;
    const above = counts.reduce((sum, count, index) => sum + count * isAbove[index]!, 0);
    cuts.push({ atOrBelow, above, coefficients: model.coefficients, logLikelihood: model.logLikelihood });
  }
  return {
    kind: "oddsRatiosByCut",
    cuts,
    n: data.n,
    level,
    method: "binary logistic regression at each cut, profile intervals",
  };
}
