import { argumentError } from "../argument-error.js";
import { unavailable } from "../unavailable.js";
import type { Unavailable } from "../unavailable.js";

/** Who gets a score when items are missing, and from what; a study may set a share of its own. */
export type ItemRule =
  | "every item answered"
  | "at least half answered"
  | "any item answered"
  | "missing items take the item's mean"
  | { readonly atLeastShare: number };

/** How a person's answers are read. */
export interface ItemScale {
  /** Lowest and highest answer an item can have; items that ask the other way round are turned beforehand. */
  readonly lowest: number;
  readonly highest: number;
  readonly rule: ItemRule;
}

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
  readonly items: number;
  readonly rule: ItemRule;
}

const SHARE_TOLERANCE = 1e-9;

/**
 * Scores people on a scale of several items, 0 to 100, under a named rule for missing items.
 *
 * A score is the mean of a person's answers, stretched so that the lowest answer is 0 and the highest 100. The rules
 * that set a share take the mean of what was answered, which supposes that the missing items are like the others. The
 * item's mean is that of the people who answered it: it draws scores together and makes intervals too narrow, so it
 * is for comparison. A person who answered nothing has no score under any rule.
 *
 * @param people answers by person, one an item in the same order, null where missing
 * @param scale the ends of the answers and the rule; atLeastShare more than 0, up to 1
 * @returns the scores and counts of how they came about; unavailable when an item's mean is needed and nobody answered
 * that item
 * @throws RangeError when people differ in their number of items, there are no items, an answer is outside the ends, or
 * the share is outside its range
 * @see Fayers & Machin (2016) Quality of Life, 3rd ed., chapter 15 (half rule, item mean); Fairclough & Cella (1996) Qual
 * Life Res 5:73-82
 * @example
 * scoreItems([[5, 4, null], [3, null, null], [1, 2, 3]], { lowest: 1, highest: 5, rule: "at least half answered" }) // => { kind: "itemScores", scores: [87.5, null, 25], complete: 1, prorated: 1, imputed: 0, unscored: 1 }
 */
export function scoreItems(
  people: readonly (readonly (number | null)[])[],
  { lowest, highest, rule }: ItemScale,
): ItemScores | Unavailable {
  const share = shareOf(rule);
  const items = checkAnswers(people, lowest, highest);
  const means = rule === "missing items take the item's mean" ? itemMeans(people, items) : null;
  const unanswered = means?.indexOf(null) ?? -1;
  if (unanswered >= 0) return unavailable(`nobody answered item ${unanswered + 1}, so it has no mean`);

  const counts = { complete: 0, prorated: 0, imputed: 0, unscored: 0 };
  const scores = people.map((answers) => {
    const answered = answers.filter((answer) => answer !== null);
    if (answered.length === 0 || answered.length < share * items - SHARE_TOLERANCE) {
      counts.unscored += 1;
      return null;
    }
    if (answered.length === items) counts.complete += 1;
    else counts[means === null ? "prorated" : "imputed"] += 1;
    const read = means === null ? answered : answers.map((answer, item) => answer ?? (means[item] as number));
    return (100 * (meanOf(read) - lowest)) / (highest - lowest);
  });
  return { kind: "itemScores", scores, ...counts, items, rule };
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

/** The mean of each item over those who answered it; null for an item nobody answered, if anyone is to be scored. */
function itemMeans(
  people: readonly (readonly (number | null)[])[],
  items: number,
): readonly (number | null)[] {
  if (people.every((answers) => answers.every((answer) => answer === null))) return [];
  return Array.from({ length: items }, (_, item) => {
    const answered = people.flatMap((answers) => answers[item] ?? []);
    return answered.length === 0 ? null : meanOf(answered);
  });
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function checkAnswers(
  people: readonly (readonly (number | null)[])[],
  lowest: number,
  highest: number,
): number {
  if (!(lowest < highest && Number.isFinite(lowest) && Number.isFinite(highest)))
    throw argumentError(
      "scoreItems: lowest and highest",
      "finite, the lowest first",
      `${lowest}, ${highest}`,
    );
  const items = people[0]?.length ?? 1;
  people.forEach((answers, person) => {
    const where = `scoreItems: people[${person}]`;
    if (answers.length < 1) throw argumentError(where, "at least 1 item", 0);
    if (answers.length !== items)
      throw argumentError(where, `${items} items, as the first has`, answers.length);
    answers.forEach((answer, item) => {
      if (answer === null || (answer >= lowest && answer <= highest)) return;
      throw argumentError(`${where}[${item}]`, `${lowest} to ${highest}, or null`, answer);
    });
  });
  return items;
}
