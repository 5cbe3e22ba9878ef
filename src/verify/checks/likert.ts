import { topBoxShare } from "../../stats/likert/boxes.js";
import type { BoxOptions } from "../../stats/likert/boxes.js";
import { answerShares, countAnswers } from "../../stats/likert/counts.js";
import { netScore } from "../../stats/likert/net-score.js";
import { scaleScores } from "../../stats/likert/scale-scores.js";
import { quantileOfCounts, summariseCounts } from "../../stats/likert/summary.js";
import type { CodeOptions } from "../../stats/likert/summary.js";
import { methodCheck } from "../check.js";
import type { MethodCheck } from "../check.js";

interface Counts {
  readonly counts: readonly number[];
}
interface Answers {
  readonly answers: readonly number[];
  readonly lowest: number;
  readonly highest: number;
}
interface Scale {
  readonly answers: readonly (readonly (number | null)[])[];
  readonly lowest: readonly number[];
  readonly highest: readonly number[];
  readonly isReversed: readonly boolean[];
  readonly minimumAnswered: number;
}

/** Answers to rated questions from their counts, and scores of a scale. */
export const likertChecks: readonly MethodCheck[] = [
  methodCheck<Answers>({
    id: "answer-shares",
    label: "Counts and shares of the answers to an item",
    functions: ["answerShares", "countAnswers"],
    solution: "closed form",
    run: ({ answers, lowest, highest }) => answerShares(countAnswers(answers, lowest, highest)),
  }),
  methodCheck<Counts & CodeOptions>({
    id: "item-summary",
    label: "Median, quartiles, mean and standard deviation from counts",
    functions: ["summariseCounts"],
    solution: "closed form",
    run: ({ counts, ...options }) => summariseCounts(counts, options),
  }),
  methodCheck<Counts & CodeOptions & { readonly p: number }>({
    id: "quantile-of-counts",
    label: "Quantile from counts, types 6 and 7",
    functions: ["quantileOfCounts"],
    solution: "closed form",
    run: ({ counts, p, ...options }) => quantileOfCounts(counts, p, options),
  }),
  methodCheck<Counts & BoxOptions>({
    id: "top-box-share",
    label: "Share of the highest categories, Wilson interval",
    functions: ["topBoxShare"],
    solution: "closed form",
    nearZero: 1e-12,
    run: ({ counts, ...options }) => topBoxShare(counts, options),
  }),
  methodCheck<Counts & BoxOptions>({
    id: "net-score",
    label: "Net score, Tango score interval",
    functions: ["netScore"],
    solution: "iterative",
    nearZero: 1e-12,
    run: ({ counts, ...options }) => netScore(counts, options),
  }),
  methodCheck<Scale>({
    id: "scale-scores",
    label: "Scale scores with a minimum of items answered",
    functions: ["scaleScores"],
    solution: "closed form",
    run: ({ answers, lowest, highest, isReversed, minimumAnswered }) =>
      scaleScores(
        answers,
        lowest.map((low, item) => ({
          lowest: low,
          highest: highest[item] as number,
          isReversed: isReversed[item] as boolean,
        })),
        minimumAnswered,
      ),
  }),
];
