import { countOf, inSentence, writeSpan } from "../../charts/wording.js";
import { wholeStudy } from "../../charts/shown-slices.js";
import { forEarlierRelease } from "../../disclosure/primary.js";
import { variablesOf } from "../../study/study.js";
import { designWords } from "../design-words.js";
import type { Block, Inline } from "../document.js";
import { printLevel, tell, valueOf } from "../narrative.js";
import type { ReportInput } from "../report-input.js";
import { joinSentences, link, paragraph, say } from "../say.js";
import { tellCost } from "./costs.js";
import { tellReceived } from "./coverage.js";
import { tellRating, tellRetention } from "./effectiveness.js";
import { tellResponse } from "./response.js";
import { tellChanges, tellScores } from "./scale-results.js";
import { tellMilestone } from "./settling-in.js";
import { isCosted, sayFewTrusts } from "../study-scope.js";
import type { ReportSection } from "./section.js";

/** The answer on one page: who took part, one card a question, and what the figures cannot say. */
export const summary: ReportSection = {
  id: "summary",
  heading: "Summary",
  blocks: (input) => [
    ...paragraph(tellTrusts(input), ...tellResponse(input)),
    ...paragraph(tellBrackets(input)),
    card("Settling in", settlingIn(input), "settling-in"),
    card("Effectiveness and needs", effectiveness(input), "effectiveness"),
    ...(isCosted(input.study) ? [card("Cost", tellCost(input), "costs")] : []),
    { kind: "callout", tone: "caution", heading: "What these figures cannot say", text: cautions(input) },
  ],
};

function tellTrusts(input: ReportInput): readonly Inline[] {
  const { study } = input;
  const trusts = study.trusts.length === 1 ? "one Trust" : countOf(study.trusts.length, "Trust");
  return tell(
    input,
    `flow/inducted/${wholeStudy(study).slug}`,
    "The number of IMGs inducted",
    (result) =>
      say`In ${trusts}, ${(result.precision ?? 1) > 1 ? "about " : ""}${valueOf(result)} International Medical Graduates (IMGs) were inducted from ${writeSpan(study.period)}.`,
  );
}

function tellBrackets({ study }: ReportInput): readonly Inline[] {
  const level = printLevel({ level: study.confidence_level });
  return say`Brackets give the ${level} confidence interval (CI), the range that the data leave open, and the number of people (n). See ${link("how to read this report", "#how-to-read")}.`;
}

function card(heading: string, sentences: readonly (readonly Inline[])[], section: string): Block {
  const text = joinSentences(...sentences);
  return {
    kind: "callout",
    tone: "finding",
    heading,
    text:
      text.length === 0
        ? say`This was not measured.`
        : say`${text} ${link(`More on ${inSentence(heading)}`, `#${section}`)}.`,
  };
}

function settlingIn(input: ReportInput): readonly (readonly Inline[])[] {
  const { study } = input;
  const scales = study.scales.filter((scale) => scale.aim === "settling-in");
  const [milestone] = variablesOf(study, "milestone");
  return [
    ...scales.flatMap((scale) => [...tellScores(input, scale), ...tellChanges(input, scale)]),
    milestone ? tellMilestone(input, milestone) : [],
  ];
}

function effectiveness(input: ReportInput): readonly (readonly Inline[])[] {
  const { study } = input;
  const scales = study.scales.filter((scale) => scale.aim === "effectiveness");
  const [rating] = variablesOf(study, "outcome");
  return [
    ...scales.flatMap((scale) => tellChanges(input, scale)),
    rating ? tellRating(input, rating) : [],
    tellReceived(input, "lowest"),
    tellRetention(input),
  ];
}

/** What the design cannot tell, and what is not shown. */
function cautions({ study, disclosure, released }: ReportInput): readonly Inline[] {
  const held = released.results.flatMap((one) => (one.kind === "suppressed" ? [one] : []));
  const isForEarlier = held.some(({ reason }) => reason === forEarlierRelease);
  const consented = new Set(study.disclosure.trust_costs.map(({ trust }) => trust));
  const isForConsent =
    held.some(({ subject }) => subject.measure === "cost") &&
    study.trusts.some(({ code }) => !consented.has(code));
  const why = [
    "to protect people",
    ...(isForEarlier ? ["for the sake of an earlier release"] : []),
    ...(isForConsent ? ["for want of a Trust's consent"] : []),
  ];
  return joinSentences(
    say`${designWords(study).caution}`,
    say`${sayFewTrusts(study)}`,
    isCosted(study) ? [] : say`No cost is given: the study has no cost returns.`,
    disclosure.heldBack > 0
      ? say`Held back ${why.join(", or ")}: ${countOf(disclosure.heldBack, "number")}.`
      : [],
    disclosure.joined.length + disclosure.joinedLevels.length > 0
      ? say`Shown together: ${[...disclosure.joined, ...disclosure.joinedLevels].join("; ")}.`
      : [],
  );
}
