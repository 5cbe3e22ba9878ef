import type { Study } from "../study/study.js";
import type { Released } from "../disclosure/released.js";
import type { MethodNote } from "./report-input.js";

/** Measures of a method's results, where they are not called as the method is. */
const measuresOf: Readonly<Record<string, readonly string[]>> = {
  response: ["flow", "response", "completion", "link-rate"],
  coverage: ["coverage", "delivery"],
  scales: ["scale", "change"],
  items: ["item", "outcome"],
  retention: ["retention", "appraisal"],
};

/** The methods that gave this release a number, each told without the parts of which it gave none. */
export function methodsUsed(
  methods: readonly MethodNote[],
  released: Released,
  study: Study,
): readonly MethodNote[] {
  const given = new Set(
    released.results.flatMap((result) => (result.kind === "estimate" ? [result.subject.measure] : [])),
  );
  return methods
    .filter(({ id }) => (measuresOf[id] ?? [id, id.replace(/s$/, "")]).some((measure) => given.has(measure)))
    .map((method) => ({ ...method, about: aboutUsed(method.about, given, study) }));
}

/** Words that mark a part of a method, and the measures without which that part is left out. */
const parts: readonly { readonly words: RegExp; readonly measures: readonly string[] }[] = [
  { words: /\blinked\b/, measures: ["link-rate", "change"] },
  { words: /\bplanned and delivered\b/, measures: ["delivery"] },
];

/** Parts of a sentence are set apart by semicolons. */
function aboutUsed(about: string, given: ReadonlySet<string>, study: Study): string {
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
