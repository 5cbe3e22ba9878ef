import { countMissing } from "../core/missing.js";
import type { MissingCounts, MissingReason } from "../core/missing.js";
import type { Dataset, Response } from "../dataset/dataset.js";
import { whyMissing } from "../study/answer.js";
import type { Share } from "./proportion.js";
import type { Slice } from "./slice.js";

/** What one response gives to a number: a value, or the reason why not. */
export type Given<T> =
  | { readonly kind: "value"; readonly value: T }
  | { readonly kind: "missing"; readonly reason: MissingReason };

/** Values by Trust, and what was left out by reason. */
export interface Gathered<T> {
  readonly byTrust: readonly { readonly trust: string; readonly values: readonly T[] }[];
  readonly missing: MissingCounts;
}

/** Collect what the people of a slice give, Trust by Trust in study order; missing answers are counted by reason. */
export function gather<S extends { readonly trust: string }, T>(
  slice: Slice,
  people: readonly S[],
  give: (person: S) => Given<T>,
): Gathered<T> {
  const values = new Map<string, T[]>(slice.trusts.map((trust) => [trust, []]));
  const reasons: MissingReason[] = [];
  for (const person of people) {
    const given = give(person);
    if (given.kind === "value") values.get(person.trust)?.push(given.value);
    else reasons.push(given.reason);
  }
  return {
    byTrust: [...values].map(([trust, some]) => ({ trust, values: some })),
    missing: countMissing(reasons),
  };
}

/** Responses of a slice at one wave. */
export function respondents(dataset: Dataset, slice: Slice, wave: string): readonly Response[] {
  const people = slice.trusts.flatMap((trust) => dataset.responsesOf(trust, wave));
  return slice.group ? people.filter(slice.includes) : people;
}

/** How many of the gathered values meet a condition, Trust by Trust. */
export function sharesOf<T>(gathered: Gathered<T>, meets: (value: T) => boolean): readonly Share[] {
  return gathered.byTrust.map(({ trust, values }) => ({
    trust,
    successes: values.filter(meets).length,
    n: values.length,
  }));
}

/** The code of a variable with categories, as answered. */
export function giveCode(dataset: Dataset, variable: string): (response: Response) => Given<number> {
  return (response) => {
    const answer = dataset.answer(response, variable);
    if (answer.kind === "number") return { kind: "value", value: answer.value };
    return { kind: "missing", reason: whyMissing(answer) ?? "blank" };
  };
}
