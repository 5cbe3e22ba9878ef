import type { ReportInput } from "../report-input.js";
import { bullets, paragraph, say } from "../say.js";
import type { Block } from "../document.js";
import { countOf, listWords } from "../../charts/wording.js";
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
    ...joined(input),
    ...count(input),
  ],
};

function joined({ disclosure }: ReportInput): readonly Block[] {
  if (disclosure.joined.length === 0) return [];
  return paragraph(
    say`Shown together in every table and chart, because one alone had too few people: ${listWords(disclosure.joined)}.`,
  );
}

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
  return paragraph(
    say`${countOf(shown, "number")} ${shown === 1 ? "is" : "are"} shown and ${countOf(numbers, "number")} held back. Where a table would have shown one, it has [c].`,
    say`A chart leaves it out, and says so in words.`,
    say`Why each was is not told here: the reason would give half of the number away.`,
  );
}
