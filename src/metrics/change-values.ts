import type { Response, Score } from "../dataset/dataset.js";
import { gather, respondents } from "./gather.js";
import type { Gathered, Given } from "./gather.js";
import type { MetricInput } from "./metric.js";
import type { Slice } from "./slice.js";

/** A person's score at one wave, by one rule for missing items. */
export type ScoreOf = (response: Response) => Score;

/**
 * The changes of the people of a slice who were seen at both waves and have a score at both, Trust by Trust. Everyone
 * who answered the later wave and gives no change is counted by reason.
 */
export function changeValues(
  { dataset }: MetricInput,
  slice: Slice,
  from: string,
  to: string,
  scoreOf: ScoreOf,
): Gathered<number> {
  const partner = new Map(dataset.pairs(from, to).map((pair) => [pair.after.index, pair.before]));
  return gather(slice, respondents(dataset, slice, to), (after): Given<number> => {
    const before = partner.get(after.index);
    if (!before) return { kind: "missing", reason: "unlinked" };
    const first = scoreOf(before);
    const second = scoreOf(after);
    if (first.kind === "missing") return first;
    if (second.kind === "missing") return second;
    return { kind: "value", value: second.value - first.value };
  });
}
