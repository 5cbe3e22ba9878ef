import { argumentError } from "../argument-error.js";
import { checkAnswers, scaleScores } from "../likert/scale-scores.js";
import type { ScaleItem } from "../likert/scale-scores.js";
import { sumOf } from "../numeric/sum.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";

/** Who gets a score when items are missing, and from what; a study may set a share of its own. */
export type ItemRule =
  | "every item answered"
  | "at least half answered"
  | "any item answered"
  | "missing items take the item's mean"
  | { readonly atLeastShare: number };

/** A score for every person, and how each came about. */
export interface ItemScores {
  readonly kind: "itemScores";
  /** 0 to 100, in the order of the people; null where the rule gives none. */
  readonly scores: readonly (number | null)[];
  /** People scored from all items. */
  readonly complete: number;
  /** People scored from the items they answered, some of which are missing. */
  readonly prorated: number;
  /** People scored with the mean of others in place of missing items. */
  readonly imputed: number;
  /** People without a score. */
  readonly unscored: number;
  readonly rule: ItemRule;
}

type Answers = readonly (readonly (number | null)[])[];

/**
 * Scores people on a scale of several items, 0 to 100, under a named rule for missing items.
 *
 * The rules that set a share take the mean of what was answered, which supposes that the missing items are like the
 * others. The item's mean is that of the people who answered it: it draws scores together and makes intervals too
 * narrow, so it is there for comparison. A person who answered nothing has no score under any rule.
 *
 * @param answers one row a person, one code an item; null is missing
 * @param items in the order of the columns, at least one
 * @param rule a named rule, or a share of the items that must be answered, more than 0, up to 1
 * @returns the scores and counts of how they came about; unavailable when an item's mean is needed and nobody answered
 * that item
 * @throws RangeError when a code is outside its item's range, a row has another length, there are no items, or the
 * share is outside its range
 * @see Fayers & Machin (2016) Quality of Life, 3rd ed., chapter 15 (half rule, item mean); Fairclough & Cella (1996)
 * Qual Life Res 5:73-82
 * @example
 * scoreItems([[5, 4], [3, null], [null, null]], [{ lowest: 1, highest: 5 }, { lowest: 1, highest: 5 }], "missing items take the item's mean") // => { kind: "itemScores", scores: [87.5, 62.5, null], complete: 1, prorated: 0, imputed: 1, unscored: 1 }
 */
export function scoreItems(
  answers: Answers,
  items: readonly ScaleItem[],
  rule: ItemRule,
): ItemScores | Unavailable {
  checkAnswers(answers, items, "scoreItems");
  const { scores, complete, prorated, unscored } = scaleScores(answers, items, shareOf(rule));
  if (rule !== "missing items take the item's mean")
    return { kind: "itemScores", scores, complete, prorated, imputed: 0, unscored, rule };
  const means = items.map((_, item) => meanOfAnswered(answers, item));
  const unanswered = means.indexOf(null);
  if (unanswered >= 0 && unscored < answers.length)
    return unavailable(`nobody answered item ${unanswered + 1}, so it has no mean`);
  const filled = answers.map((row, person) =>
    scores[person] === null ? row : row.map((code, item) => code ?? (means[item] as number)),
  );
  return {
    kind: "itemScores",
    scores: scaleScores(filled, items, 1).scores,
    complete,
    prorated: 0,
    imputed: prorated,
    unscored,
    rule,
  };
}

function shareOf(rule: ItemRule): number {
  if (typeof rule === "object") {
    const { atLeastShare } = rule;
    if (atLeastShare > 0 && atLeastShare <= 1) return atLeastShare;
    throw argumentError("scoreItems: rule.atLeastShare", "more than 0, at most 1", atLeastShare);
  }
  if (rule === "every item answered") return 1;
  return rule === "at least half answered" ? 0.5 : 0;
}

function meanOfAnswered(answers: Answers, item: number): number | null {
  const answered = answers.flatMap((row) => row[item] ?? []);
  return answered.length === 0 ? null : sumOf(answered) / answered.length;
}
