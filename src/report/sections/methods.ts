import { inSentence, listWords, writeSpan } from "../../charts/wording.js";
import { formatNumber } from "../../core/format.js";
import { itemsOf, nameTrusts, trustCodes } from "../../study/study.js";
import type { PublicStudy } from "../../study/public-study.js";
import { designWords } from "../design-words.js";
import type { Block, Inline, TableBlock, TableCell } from "../document.js";
import { methodsUsed } from "../methods-used.js";
import { printLevel } from "../narrative.js";
import type { ReportInput } from "../report-input.js";
import { link, paragraph, say, strong, under } from "../say.js";
import { isLinked } from "../study-scope.js";
import { left, right, textCell } from "../tables/cells.js";
import { costingMethods } from "./costing-methods.js";
import { intervalTable } from "./interval-table.js";
import type { ReportSection } from "./section.js";

/** What was done, written from the declared study. */
export const methods: ReportSection = {
  id: "methods",
  heading: "Methods",
  blocks: (input) => [
    ...under("methods-design", "Design, Trusts and doctors", designBlocks(input.study)),
    ...under("methods-questionnaire", "Surveys", surveyBlocks(input.study)),
    ...under("methods-costing", "Costing", costingMethods(input)),
    ...under("methods-analysis", "Analysis", analysisBlocks(input)),
    ...under("methods-disclosure", "Protecting people", disclosureBlocks(input)),
    ...under("methods-ethics", "Ethics and funding", [
      ...paragraph(say`${strong("Ethics")}: ${input.study.report.ethics}`),
      ...paragraph(say`${strong("Funding")}: ${input.study.report.funding}`),
    ]),
  ],
};

function designBlocks(study: PublicStudy): readonly Block[] {
  const { name, description } = designWords(study);
  const codes = trustCodes(study);
  const sites =
    codes.length === 1
      ? say`One Trust took part, shown as ${nameTrusts(study, codes)}.`
      : say`The study has ${formatNumber(codes.length)} Trusts. They are shown by code letter, in a fixed order, and are not ranked.`;
  return [
    ...paragraph(say`${strong(name)}. ${description}`),
    ...paragraph(
      sites,
      say`The evaluation covers ${writeSpan(study.period)}.`,
      say`An International Medical Graduate (IMG) is defined here as "${withoutStop(study.study.img_definition)}".`,
    ),
  ];
}

function surveyBlocks(study: PublicStudy): readonly Block[] {
  const waves = study.waves.map((wave) => `${inSentence(wave.label)} (${writeSpan(wave)})`);
  const extracted = study.sources.find((source) => source.kind === "hr")?.extracted;
  return [
    ...paragraph(
      say`Doctors were asked at ${listWords(waves)}.`,
      joint(study),
      otherQuestions(study),
      say`The wording is in the ${link("appendix on questions asked", "#item-wording")}.`,
    ),
    ...scalesTable(study),
    ...paragraph(
      isLinked(study)
        ? say`Surveys of one doctor are linked by the doctor's own code, within a Trust, when both codes agree. Near matches are listed for a person to confirm and are not joined.`
        : [],
      duplicateRules[study.duplicates],
      say`Blank, don't know, not applicable and prefer not to say are kept apart, counted, and left out of percentages.`,
    ),
    ...(extracted === undefined
      ? []
      : paragraph(
          say`Time in post and appraisal come from HR records extracted on ${writeSpan({ from: extracted, to: extracted })}. They are used in total only and never joined to survey answers.`,
        )),
  ];
}

const duplicateRules: Readonly<Record<PublicStudy["duplicates"], readonly Inline[]>> = {
  "latest-complete": say`When a doctor answered a survey more than once, the latest complete answer was kept.`,
  first: say`When a doctor answered a survey more than once, the first answer was kept.`,
  refuse: say`A survey answered twice by one doctor was sent back to be settled.`,
};

/** Where one survey went to all Trusts: by what its answers are told apart. */
function joint(study: PublicStudy): readonly Inline[] {
  const some = study.sources.filter((source) => source.kind === "survey");
  const central = some.filter((source) => source.trust_question !== undefined);
  if (central.length === 0) return [];
  return central.length === some.length
    ? say`One survey went to all Trusts, and doctors said in it where they work. Answers that name no Trust are left out and counted.`
    : say`Some surveys went to all Trusts at once, and doctors said in them where they work. Answers that name no Trust are left out and counted.`;
}

const rolesAsked = [
  ["received", "parts received"],
  ["useful", "their usefulness"],
  ["setup", "practical set-up"],
  ["milestone", "days to milestones"],
  ["outcome", "overall ratings"],
  ["choice", "tick-all-that-apply questions"],
] as const;

function otherQuestions(study: PublicStudy): readonly Inline[] {
  const asked = rolesAsked
    .filter(([role]) => study.variables.some((variable) => variable.role === role))
    .map(([, words]) => words);
  if (asked.length === 0) return [];
  return study.scales.length > 0
    ? say`Besides the scales below: ${listWords(asked)}.`
    : say`Asked about: ${listWords(asked)}.`;
}

function scalesTable(study: PublicStudy): readonly TableBlock[] {
  if (study.scales.length === 0) return [];
  return [
    {
      kind: "table",
      id: "scales-used",
      caption: "Scales and how they are scored",
      description:
        "A score is the mean of the answered questions, moved to 0 to 100. Higher is more favourable; questions worded the other way are turned first.",
      columns: [
        left("Scale"),
        right("Questions"),
        right("Turned"),
        left("Asked at"),
        left("Scored when answered"),
      ],
      rows: study.scales.map((scale) => {
        const items = itemsOf(study, scale.id);
        const waves = study.waves.filter((wave) => items.some((item) => item.waves.includes(wave.id)));
        return [
          textCell(scale.label),
          countCell(items.length),
          countCell(items.filter((item) => item.reverse).length),
          textCell(listWords(waves.map((wave) => inSentence(wave.label))) || "not asked"),
          textCell(`at least ${formatNumber(scale.minimum_answered * 100)}% of questions`),
        ];
      }),
      notes: [],
    },
  ];
}

function countCell(count: number): TableCell {
  return { kind: "number", value: count, text: formatNumber(count), format: "0" };
}

function analysisBlocks(input: ReportInput): readonly Block[] {
  const { study, methods: all, released } = input;
  const methods = methodsUsed(all, released, study);
  const level = printLevel({ level: study.confidence_level });
  return [
    ...paragraph(
      say`Each number has its ${level} confidence interval, where the method gives one, and the number of people (n).`,
      say`No group is tested against another, or against published figures. Intervals are not adjusted for the number of measures.`,
      say`How the statistics were checked is in the ${link("appendix on checks", "#verification")}.`,
      say`Referrals for fitness to practise are not an outcome: in so few doctors almost none would be expected.`,
    ),
    ...(methods.length === 0
      ? []
      : [
          {
            kind: "table" as const,
            id: "analysis-methods",
            caption: "Measures and how they are worked out",
            description: "One line a measure; the publications that describe the methods stand below.",
            columns: ["Measure", "What it is"].map(left),
            rows: methods.map(({ label, about }) => [label, about].map(textCell)),
            notes: referenceNotes(methods),
          },
        ]),
    ...intervalTable(input),
  ];
}

/** Each publication once, after the measures that rest on it. */
function referenceNotes(methods: ReportInput["methods"]): readonly string[] {
  const references = [...new Set(methods.map((method) => method.reference))];
  return references.map((reference) => {
    const labels = methods.filter((method) => method.reference === reference).map((method) => method.label);
    return `${labels.join("; ")}: ${reference}.`;
  });
}

function disclosureBlocks({ disclosure }: ReportInput): readonly Block[] {
  return paragraph(
    say`Before anything is printed or drawn, one check decides what may be shown, under the profile "${disclosure.profile}".`,
    disclosure.joined.length + disclosure.joinedLevels.length > 0
      ? say`To protect people, these are shown together: ${[...disclosure.joined, ...disclosure.joinedLevels].join("; ")}.`
      : [],
    say`The rules and what was held back are in the ${link("appendix on what is not shown", "#held-back")}.`,
  );
}

function withoutStop(text: string): string {
  return text.replace(/\.$/, "");
}
