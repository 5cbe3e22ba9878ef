import type { ReportInput } from "../report-input.js";
import { bullets, paragraph, say } from "../say.js";
import type { Block } from "../document.js";
import { forEarlierRelease } from "../../disclosure/primary.js";
import { countOf, inSentence, listWords } from "../../charts/wording.js";
import { isCosted } from "../study-scope.js";
import type { ReportSection } from "./section.js";

/** The disclosure rules, and how many numbers were held back. */
export const heldBack: ReportSection = {
  id: "held-back",
  heading: "Appendix D. What is not shown, and why",
  blocks: (input) => [
    ...paragraph(
      say`These rules decide what may be shown. Profile: ${input.disclosure.profile} (${input.disclosure.source}).`,
    ),
    ...bullets(
      input.disclosure.rules
        .filter((rule) => isCosted(input.study) || !/\bcosts?\b/.test(rule))
        .map((rule) => say`${rule}`),
    ),
    ...promised(input),
    ...joined(input),
    ...answers(input),
    ...count(input),
  ],
};

/** What respondents were told, where the study declares it: a run whose policy shows smaller groups is refused before this. */
function promised({ study, disclosure }: ReportInput): readonly Block[] {
  const { promise } = study.disclosure;
  if (promise === undefined || disclosure.release === "refused") return [];
  return paragraph(
    say`Respondents were promised: "groups under ${String(promise)} never shown".`,
    say`This report keeps to it: no result about people rests on fewer.`,
    say`How many people left a question out, and how many gave one answer, have rules of their own.`,
  );
}

function joined({ disclosure }: ReportInput): readonly Block[] {
  const together = [...disclosure.joined, ...disclosure.joinedLevels];
  return paragraph(
    together.length === 0
      ? []
      : say`Shown together in every table and chart, to protect people: ${together.join("; ")}.`,
    ...disclosure.unsplit.map(
      (label) => say`Nothing is shown by ${inSentence(label)}: all its groups but one have too few people.`,
    ),
  );
}

/** How finely the answers to questions are shown, over all Trusts, by Trust and by each subgroup. */
function answers({ disclosure }: ReportInput): readonly Block[] {
  const shown = disclosure.answers;
  if (shown.length === 0) return [];
  const kinds = [...new Set(shown.map(({ by }) => by))];
  return paragraph(
    say`Answers to rated questions are shown as finely as these rules allow. A question asked in two surveys counts twice.`,
    ...kinds.map((by) => {
      const parts = grains.flatMap((grain) => {
        const own = shown.find((one) => one.by === by && one.grain === grain);
        return own ? [`${grainWords[grain]} for ${countOf(own.questions, "question")}`] : [];
      });
      const where = by === "all Trusts" ? "Over all Trusts" : `By ${by === "Trust" ? by : inSentence(by)}`;
      return say`${where}: ${listWords(parts)}.`;
    }),
  );
}

const grains = ["every answer", "groups", "top two"] as const;
const grainWords = {
  "every answer": "each answer",
  groups: "answers joined into groups",
  "top two": "only the two most favourable answers",
} as const;

/**
 * How many numbers are shown and held back: what anyone can count in the release. How often each rule was used is not told.
 * A count by rule would say of a single number that all gave one answer, or that few did.
 */
function count({ disclosure, released }: ReportInput): readonly Block[] {
  const { heldBack: numbers } = disclosure;
  if (disclosure.release === "refused")
    return paragraph(say`Nothing was held back. This report must stay with those who evaluate.`);
  if (numbers === 0) return paragraph(say`No number was held back.`);
  const shown = released.results.filter(({ kind }) => kind === "estimate").length;
  const isForEarlier = released.results.some(
    (one) => one.kind === "suppressed" && one.reason === forEarlierRelease,
  );
  return paragraph(
    say`${countOf(shown, "number")} ${shown === 1 ? "is" : "are"} shown and ${countOf(numbers, "number")} held back. Where a table would have shown one, it has [c].`,
    say`A chart leaves it out, and says so in words.`,
    isForEarlier
      ? say`Some are held back for the sake of an earlier release, changed or not. Beside it, those that changed could tell of a few people or Trusts.`
      : [],
    say`Why each ${isForEarlier ? "of the others was" : "was"} is not told here: the reason would give half of the number away.`,
  );
}
