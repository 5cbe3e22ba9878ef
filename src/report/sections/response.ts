import { inSentence } from "../../charts/wording.js";
import { wholeStudy } from "../../charts/shown-slices.js";
import { supportOf, tell, valueOf } from "../narrative.js";
import type { ReportInput } from "../report-input.js";
import type { Block, Inline } from "../document.js";
import { paragraph, say } from "../say.js";
import { trustTable } from "../tables/trust-table.js";
import type { TrustLine } from "../tables/trust-table.js";
import { figures } from "./section.js";
import type { ReportSection } from "./section.js";

/** Who could answer, who did, and who was seen twice. */
export const response: ReportSection = {
  id: "response",
  heading: "Response and participants",
  blocks: (input) => [
    ...paragraph(...tellResponse(input), ...tellLinks(input)),
    ...figures(input, "response-flow"),
    ...flowTable(input),
    ...ratesTable(input),
  ],
};

/** The share that answered each wave, over all Trusts. */
export function tellResponse(input: ReportInput): readonly (readonly Inline[])[] {
  const { study } = input;
  return study.waves.map((wave, index) => {
    const at = inSentence(wave.label);
    return tell(input, `response/${wave.id}/${wholeStudy(study).slug}`, `The response at ${at}`, (result) =>
      index === 0
        ? say`Of the IMGs invited, ${valueOf(result)} answered at ${at} ${supportOf(result)}.`
        : say`At ${at}, ${valueOf(result)} answered ${supportOf(result)}.`,
    );
  });
}

/** The share of later answers linked to an earlier one, over all Trusts. */
export function tellLinks(input: ReportInput): readonly (readonly Inline[])[] {
  const { study } = input;
  return waveLinks(input).map(({ id, from, to }) =>
    tell(
      input,
      `link-rate/${id}/${wholeStudy(study).slug}`,
      `The share linked to ${from}`,
      (result) =>
        say`Of those who answered at ${to}, ${valueOf(result)} could be linked to their answers at ${from} ${supportOf(result)}.`,
    ),
  );
}

function flowTable(input: ReportInput): readonly Block[] {
  const stages: readonly (readonly [stage: string, label: string, asked?: string])[] = [
    ["eligible", "Eligible"],
    ["invited", "Invited"],
    ["recruited", "Recruited to the programme"],
    ["inducted", "Inducted"],
    ["completed", "Completed the induction"],
    ...input.study.waves.map(
      (wave) =>
        [`answered-${wave.id}`, `Answered at ${inSentence(wave.label)}`, `response/${wave.id}`] as const,
    ),
    ...waveLinks(input).map(
      (pair) => [`linked-${pair.id}`, `Linked, ${pair.from} to ${pair.to}`, `link-rate/${pair.id}`] as const,
    ),
  ];
  return trustTable(input, {
    id: "participants-by-trust",
    caption: waveLinks(input).length > 0 ? "From eligible to linked" : "From eligible to answered",
    description: "People. Rounded numbers may not add up.",
    headings: ["Stage"],
    lines: stages.map(([stage, label, asked]): TrustLine => ({
      label,
      id: (slice) => `flow/${stage}/${slice}`,
      ...(asked === undefined ? {} : { asked: (slice: string) => `${asked}/${slice}` }),
    })),
    alone: true,
  });
}

function ratesTable(input: ReportInput): readonly Block[] {
  const { waves } = input.study;
  const lines: readonly TrustLine[] = [
    ...waves.map((wave) => ({
      label: `Answered at ${inSentence(wave.label)}, of those invited`,
      id: (slice: string) => `response/${wave.id}/${slice}`,
    })),
    ...waves.map((wave) => ({
      label: `Finished the form at ${inSentence(wave.label)}, of those who began it`,
      id: (slice: string) => `completion/${wave.id}/${slice}`,
    })),
    ...waveLinks(input).map(({ id, from, to }) => ({
      label: `Linked to ${from}, of those who answered at ${to}`,
      id: (slice: string) => `link-rate/${id}/${slice}`,
    })),
  ];
  return trustTable(input, {
    id: "response-rates",
    caption: waveLinks(input).length > 0 ? "Response, completion and linking" : "Response and completion",
    description: "Share of the people named in each line.",
    headings: ["Share"],
    lines,
  });
}

/** Pairs of waves that the study compares, once each. */
function waveLinks({ study }: ReportInput): readonly { id: string; from: string; to: string }[] {
  const label = (id: string) => inSentence(study.waves.find((wave) => wave.id === id)?.label ?? id);
  const ids = new Map(study.comparisons.map(({ from, to }) => [`${from}-to-${to}`, { from, to }]));
  return [...ids].map(([id, { from, to }]) => ({ id, from: label(from), to: label(to) }));
}
