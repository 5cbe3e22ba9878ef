import type { Dataset, Response, Score } from "../dataset/dataset.js";
import { itemPosition, whyNoScore } from "../dataset/score.js";
import { scoreItems } from "../stats/missingness/item-rules.js";
import type { ItemRule } from "../stats/missingness/item-rules.js";
import { itemsOf } from "../study/study.js";
import type { Scale } from "../study/study.js";
import type { Variable } from "../study/variable.js";
import type { ScoreOf } from "./change-values.js";

/** A rule for missing items that the headline is run again under. */
export interface NamedRule {
  /** Level in the result id. */
  readonly id: string;
  readonly label: string;
  readonly rule: ItemRule;
}

/** Answers are placed from 0 to 100 first, each by its own item's codes. */
const onScoreRange = { lowest: 0, highest: 100 };

/** Besides the study's own rule: the strictest, the loosest, and one that fills in. */
export const otherRules: readonly NamedRule[] = [
  {
    id: "every-item",
    label: "only people who answered every question they were asked",
    rule: "every item answered",
  },
  { id: "any-item", label: "everyone who answered any question", rule: "any item answered" },
  {
    id: "item-mean",
    label: "missing answers take the mean of the others who were asked",
    rule: "missing items take the item's mean",
  },
];

/**
 * Scores of one scale under a rule for missing items. People are scored together with those of the same wave who were
 * asked the same items: an item that a form left out is not a missing answer.
 */
export function scoresUnder(dataset: Dataset, scale: Scale, rule: ItemRule): ScoreOf {
  const items = itemsOf(dataset.study, scale.id);
  const scores = new Map<number, Score>();
  for (const { asked, people } of formsOf(dataset, items)) {
    const positions = people.map((person) =>
      asked.map((item) => itemPosition(item, dataset.answer(person, item.name))),
    );
    const scored = scoreItems(
      positions,
      asked.map(() => onScoreRange),
      rule,
    );
    people.forEach((person, index) => {
      const value = scored.kind === "unavailable" ? null : scored.scores[index]!;
      const answered = positions[index]!.filter((position) => position !== null).length;
      scores.set(
        person.index,
        value === null
          ? { kind: "missing", reason: whyNoScore(asked.map((item) => dataset.answer(person, item.name))) }
          : { kind: "score", value, answered, asked: asked.length },
      );
    });
  }
  return (response) => scores.get(response.index) ?? { kind: "missing", reason: "not asked" };
}

/** People of one wave who were asked the same items, and those items. */
function formsOf(dataset: Dataset, items: readonly Variable[]) {
  const forms = new Map<string, { asked: readonly Variable[]; people: Response[] }>();
  for (const response of dataset.responses) {
    const asked = items.filter((item) => {
      const answer = dataset.answer(response, item.name);
      return !(answer.kind === "missing" && answer.reason === "not asked");
    });
    if (asked.length === 0) continue;
    const key = [response.wave, ...asked.map((item) => item.name)].join("\n");
    const form = forms.get(key) ?? { asked, people: [] };
    form.people.push(response);
    forms.set(key, form);
  }
  return forms.values();
}
