import type { Category } from "../../study/variable.js";
import { plainWords } from "../../study/wording.js";

/** Answers that belong together, lowest first, with the number of the lowest. */
interface AnswerList {
  readonly labels: readonly string[];
  readonly from: number;
  /** Whether they rate something, so that a mean or a share of the upper ones means something. */
  readonly rates: boolean;
}

const rating = (...labels: readonly string[]): AnswerList => ({ labels, from: 1, rates: true });
const degrees = (word: string, ...above: readonly string[]): AnswerList =>
  rating(`Not at all ${word}`, ...above.map((degree) => `${degree} ${word}`));

/** Lists that questionnaires use again and again; the shorter of two that fit goes first. */
const known: readonly AnswerList[] = [
  { labels: ["No", "Yes"], from: 0, rates: false },
  { labels: ["No", "Partly", "Yes"], from: 0, rates: false },
  { labels: ["False", "True"], from: 0, rates: false },
  rating("Strongly disagree", "Disagree", "Agree", "Strongly agree"),
  ...["Neither agree nor disagree", "Neither", "Neutral", "Neither disagree nor agree", "Undecided"].map(
    (middle) => rating("Strongly disagree", "Disagree", middle, "Agree", "Strongly agree"),
  ),
  rating(
    "Strongly disagree",
    "Disagree",
    "Somewhat disagree",
    "Neither agree nor disagree",
    "Somewhat agree",
    "Agree",
    "Strongly agree",
  ),
  rating("Never", "Rarely", "Sometimes", "Often", "Always"),
  rating("Never", "Rarely", "Sometimes", "Very often", "Always"),
  rating("None of the time", "Rarely", "Some of the time", "Often", "All of the time"),
  rating("Never", "Less than monthly", "Monthly", "Weekly", "Daily"),
  rating("Definitely not", "Probably not", "Not sure", "Probably", "Definitely"),
  rating("Very unlikely", "Unlikely", "Neither likely nor unlikely", "Likely", "Very likely"),
  rating("Extremely unlikely", "Unlikely", "Neither likely nor unlikely", "Likely", "Extremely likely"),
  rating(
    "Very dissatisfied",
    "Dissatisfied",
    "Neither satisfied nor dissatisfied",
    "Satisfied",
    "Very satisfied",
  ),
  rating("Very poor", "Poor", "Fair", "Good", "Very good"),
  rating("Poor", "Fair", "Good", "Very good", "Excellent"),
  rating("Not at all", "A little", "Moderately", "Quite a bit", "Extremely"),
  rating("Not at all", "Slightly", "Moderately", "Very", "Extremely"),
  ...["confident", "useful", "important", "satisfied", "helpful", "likely", "prepared", "supported"].map(
    (word) => degrees(word, "Slightly", "Moderately", "Very", "Extremely"),
  ),
  ...["settled", "prepared", "satisfied", "confident"].map((word) =>
    degrees(word, "Slightly", "Moderately", "Mostly", "Completely"),
  ),
];

/**
 * The shortest known list that holds all of these answers, in its own order; null when none does.
 *
 * @param answers those given, each once
 * @example findAnswerList(["Yes", "no"])?.categories // => [{ code: 0, label: "No" }, { code: 1, label: "Yes" }]
 */
export function findAnswerList(
  answers: readonly string[],
): { readonly categories: readonly Category[]; readonly rates: boolean } | null {
  const wanted = answers.map(plainWords);
  const fitting = known.filter(({ labels }) => {
    const words = labels.map(plainWords);
    return wanted.length > 0 && wanted.every((answer) => words.includes(answer));
  });
  const shortest = fitting.reduce<AnswerList | null>(
    (best, list) => (best === null || list.labels.length < best.labels.length ? list : best),
    null,
  );
  if (!shortest) return null;
  const { labels, from, rates } = shortest;
  return { categories: labels.map((label, index) => ({ code: from + index, label })), rates };
}
