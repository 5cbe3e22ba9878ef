import { capitalise, countOf, inSentence, listWords } from "../../charts/wording.js";
import { designWords } from "../design-words.js";
import type { Block, Inline } from "../document.js";
import type { ReportInput } from "../report-input.js";
import { bullets, joinSentences, link, say, under } from "../say.js";
import { isCosted, isLinked, sayFewTrusts } from "../study-scope.js";
import { isWritten } from "../written.js";
import { tellLinks } from "./response.js";
import type { ReportSection } from "./section.js";

/** What people made of it, then strengths and limitations from the declared design. */
export const discussion: ReportSection = {
  id: "discussion",
  heading: "Discussion",
  blocks: (input) => [
    ...(isWritten(input.study, "discussion") ? [] : [toBeWritten]),
    ...under("discussion-strengths", "Strengths", bullets(strengths(input))),
    ...under("discussion-limitations", "Limitations", bullets(limitations(input))),
  ],
};

const toBeWritten: Block = {
  kind: "callout",
  tone: "caution",
  heading: "For the authors to write",
  text: say`What the findings mean is for people to say. Put it in narrative/discussion.md and it will stand here.`,
};

function strengths({ study }: ReportInput): readonly (readonly Inline[])[] {
  const costed = isCosted(study);
  const returns = costed ? ", and every cost return by one template" : "";
  const declared = [
    ...(study.comparisons.some((comparison) => comparison.primary) ? ["the primary outcome"] : []),
    ...(study.standards.length > 0 ? ["the standards"] : []),
    ...(costed ? ["the costing rules"] : []),
  ];
  return [
    study.trusts.length > 1 ? say`Every Trust's answers were read by one codebook${returns}.` : [],
    isLinked(study) ? say`Change is taken within the same doctors, not between different ones.` : [],
    declared.length > 1 ? say`${capitalise(listWords(declared))} are declared in one file.` : [],
    say`Where a number rests on a sample of people, its interval and its n are given. Answers left out are counted by reason.`,
  ];
}

function limitations(input: ReportInput): readonly (readonly Inline[])[] {
  const { study } = input;
  const trusts = study.trusts.length;
  const recalled = study.variables.some((variable) => variable.role === "milestone");
  const costed = isCosted(study);
  const asked = study.variables.some((variable) => variable.role === "item" || variable.role === "outcome");
  return [
    ...designWords(study).threats.map((threat) => say`${threat}`),
    say`Not everyone answered, and those who did may differ from those who did not (see ${link("response", "#response")}).`,
    isLinked(study) ? joinSentences(say`Change rests on linked doctors only.`, ...tellLinks(input)) : [],
    asked
      ? say`What doctors felt and received is as they said and was not observed. Performance at work and results for patients were not measured.`
      : [],
    recalled
      ? say`Days and parts received were recalled at ${lastWave(input)}, and recall may be in error.`
      : [],
    trusts > 1
      ? say`A study of ${countOf(trusts, "Trust")}, not drawn at random, may not speak for other Trusts.`
      : say`A study of one Trust may not speak for other Trusts.`,
    joinSentences(
      say`Numbers are small. Intervals show what that leaves open.`,
      say`${sayFewTrusts(study)}`,
      input.disclosure.heldBack > 0 ? say`Some numbers are not shown, to protect people.` : [],
    ),
    say`Many measures are shown. Some intervals will miss by chance.`,
    costed
      ? say`Costs are what Trusts recorded or estimated (see ${link("cost of the induction", "#costs")}). Unit costs are national and may differ from what was paid.`
      : [],
  ];
}

function lastWave({ study }: ReportInput): string {
  return inSentence(study.waves.at(-1)?.label ?? "the survey");
}
