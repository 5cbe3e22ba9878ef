import type { PublicStudy } from "../study/public-study.js";
import type { Released } from "../disclosure/released.js";
import type { MethodNote } from "./report-input.js";

/** Measures of a method's results, where they are not called as the method is. */
const measuresOf: Readonly<Record<string, readonly string[]>> = {
  response: ["flow", "response", "completion", "link-rate"],
  coverage: ["coverage", "delivery"],
  scales: ["scale", "change"],
  items: ["item", "outcome"],
  retention: ["retention", "appraisal"],
  milestones: ["milestone", "at-risk"],
  "non-response": ["bounds"],
};

/**
 * The methods that gave this release a number, each told without the parts of which it gave none, and with the
 * publications that its numbers themselves name: one Trust is not averaged as six are.
 */
export function methodsUsed(
  methods: readonly MethodNote[],
  released: Released,
  study: PublicStudy,
): readonly MethodNote[] {
  const shown = released.results.filter((result) => result.kind === "estimate");
  const given = new Set(shown.map((result) => result.subject.measure));
  return methods.flatMap((method) => {
    const measures = measuresOf[method.id] ?? [method.id, method.id.replace(/s$/, "")];
    const own = shown.filter((result) => measures.includes(result.subject.measure));
    if (own.length === 0) return [];
    const named = [...new Set(own.map((result) => result.reference))].sort();
    const isPublished = named.some((reference) => /^https?:/.test(reference));
    const reference = isPublished ? method.reference : named.join("; ");
    return [{ ...method, about: aboutUsed(method.about, given, study), reference }];
  });
}

/** Words that mark a part of a method, and the measures without which that part is left out. */
const parts: readonly { readonly words: RegExp; readonly measures: readonly string[] }[] = [
  { words: /\blinked\b/, measures: ["link-rate", "change"] },
  { words: /\bplanned and delivered\b/, measures: ["delivery"] },
];

/** Parts of a sentence are set apart by semicolons. */
function aboutUsed(about: string, given: ReadonlySet<string>, study: PublicStudy): string {
  const sentences = about
    .replace(/\.$/, "")
    .split(". ")
    .filter((sentence) => study.trusts.length > 1 || !sentence.startsWith("Over all Trusts"));
  return sentences
    .map((sentence) => {
      const kept = sentence
        .split("; ")
        .filter((part) =>
          parts.every(({ words, measures }) => !words.test(part) || measures.some((one) => given.has(one))),
        );
      return `${kept.join("; ")}.`;
    })
    .join(" ");
}
