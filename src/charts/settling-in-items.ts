import type { Grain } from "../core/relation.js";
import type { Result } from "../core/result.js";
import type { Released } from "../disclosure/released.js";
import { itemsOf } from "../study/study.js";
import type { PublicStudy } from "../study/public-study.js";
import type { PublicVariable } from "../study/public-study.js";
import { countCell, notApplicable, printResult, resultCell, textCell } from "./cells.js";
import type { Chart } from "./chart.js";
import type { TableBlock, TableCell } from "./data-table.js";
import { divergingBars, sideNames, sides } from "./diverging-bars.js";
import type { Parts } from "./diverging-bars.js";
import { nothingToDraw, sayHeldBack, sentences } from "./nothing-to-draw.js";
import { shownAnswers } from "./shown-answers.js";
import type { ShownAnswer, ShownAnswers, Side } from "./shown-answers.js";
import { placeOf, wholeStudy } from "./shown-slices.js";
import { spreadPeople } from "./spread-people.js";
import { capitalise, inSentence, listWords, spread, writeSpan } from "./wording.js";

/** Answers to each item of the settling-in scale, as finely as they are shown, one bar a wave. */
export const settlingInItems: Chart = {
  id: "settling-in-items",
  label: "Answers to each settling-in question",
  draw(released, study) {
    const questions = questionsOf(released, study);
    const bars = questions.flatMap((question) => question.bars);
    const nothing = nothingToDraw(bars.flatMap(resultsOf), "answer to a settling-in question", study);
    if (nothing) return nothing;
    const description = descriptionOf(questions, study);
    const leftOut = sayHeldBack(bars.flatMap(resultsOf), "marked", study);
    return {
      spec: divergingBars(
        questions.map((question) => ({
          heading: question.text,
          rows: question.bars.map((bar) => ({ label: bar.waveLabel, data: partsOf(bar) })),
        })),
      ),
      caption: captionOf(questions, study),
      description,
      altText: sentences(altTextOf(questions), leftOut),
      leftOut,
      table: tableOf(questions, description),
    };
  },
};

/** One item at one wave. */
interface Bar {
  readonly wave: string;
  readonly waveLabel: string;
  readonly shown: ShownAnswers;
}

interface Question {
  readonly item: PublicVariable;
  readonly text: string;
  readonly bars: readonly Bar[];
}

function questionsOf(released: Released, study: PublicStudy): readonly Question[] {
  const { slug: slice } = wholeStudy(study);
  const scales = study.scales.filter((scale) => scale.aim === "settling-in");
  const items = scales.flatMap((scale) => itemsOf(study, scale.id));
  const questions = items.map((item): Question => {
    const waves = study.waves.filter((wave) => item.waves.includes(wave.id));
    const bars = waves.flatMap((wave): readonly Bar[] => {
      const shown = shownAnswers(released, "item", item, wave.id, slice);
      return shown === null ? [] : [{ wave: wave.id, waveLabel: wave.label, shown }];
    });
    return {
      item,
      text: item.reverse ? `${item.question} (disagreeing is favourable)` : item.question,
      bars,
    };
  });
  return questions.filter((question) => question.bars.length > 0);
}

function resultsOf({ shown }: Bar): readonly (Result | undefined)[] {
  return shown.answers.map(({ result }) => result);
}

/** The answers of one side, least favourable first. */
function answersOf({ shown }: Bar, side: Side): readonly ShownAnswer[] {
  return shown.answers.filter((answer) => answer.side === side);
}

function partsOf(bar: Bar): Parts {
  const of = (side: Side) => answersOf(bar, side).map(({ result }) => result);
  return { low: [...of("low")].reverse(), middle: of("middle"), high: of("high") };
}

function descriptionOf(questions: readonly Question[], study: PublicStudy): string {
  const bars = questions.flatMap((question) => question.bars);
  const waves = study.waves.filter((wave) => bars.some((bar) => bar.wave === wave.id));
  const when = waves.map((wave) => `${inSentence(wave.label)} (${writeSpan(wave)})`);
  const people = spreadPeople(bars.flatMap(resultsOf));
  const isJoined = bars.every(({ shown }) => shown.grain === "groups");
  const pieces = isJoined ? "" : ` ${sayPieces(bars)}`;
  return `Answers${isJoined ? " in three groups" : ""}, of those who gave one, ${placeOf(study)}, at ${listWords(when)}. Unit: per cent; ${people} people a bar. From left to right: unfavourable, favourable and, set apart, the middle answer.${pieces}`;
}

const piecesOf: Readonly<Record<Grain, string>> = {
  "every answer": "A side in pieces: each answer by itself, the strongest furthest out.",
  groups: "A side in one piece: its answers are joined.",
  "top two": "The right side alone: the two most favourable answers; no others are shown.",
};

function sayPieces(bars: readonly Bar[]): string {
  const grains = new Set(bars.map(({ shown }) => shown.grain));
  return Object.entries(piecesOf)
    .flatMap(([grain, words]) => (grains.has(grain as Grain) ? [words] : []))
    .join(" ");
}

function captionOf(questions: readonly Question[], study: PublicStudy): string {
  const last = study.waves.at(-1);
  const joined = questions.flatMap(({ bars }) =>
    bars.filter(({ wave, shown }) => wave === last?.id && shown.grain === "groups"),
  );
  const shares = joined.flatMap((bar) => {
    const [high] = answersOf(bar, "high");
    return high?.result?.kind === "estimate"
      ? [{ value: high.result.estimate, text: printResult(high.result) }]
      : [];
  });
  if (!last || shares.length < questions.length) return settlingInItems.label;
  return `${capitalise(inSentence(last.label))}: favourable answers from ${spread(shares)}`;
}

function altTextOf(questions: readonly Question[]): string {
  const said = questions.map(({ text, bars }) => {
    const shares = bars.map((bar) => {
      const ends = (["low", "high"] as const).flatMap((side) =>
        answersOf(bar, side).map(({ label, result }) => `${printResult(result)} ${nameOf(bar, side, label)}`),
      );
      return `${inSentence(bar.waveLabel)} ${ends.join(", ")}`;
    });
    return `${text}: ${shares.join("; ")}.`;
  });
  return `Bars to the left of a line for unfavourable answers and to its right for favourable ones. ${said.join(" ")}`;
}

function nameOf({ shown }: Bar, side: Side, label: string): string {
  if (shown.grain === "groups") return sideNames[side].toLowerCase();
  return shown.grain === "top two" ? label : `"${label}"`;
}

/** One line a bar where all show joined answers; else one line an answer. */
function tableOf(questions: readonly Question[], description: string): TableBlock {
  const bars = questions.flatMap(({ text, bars: own }) => own.map((bar) => ({ text, bar })));
  const isJoined = bars.every(({ bar }) => bar.shown.grain === "groups");
  const answers = isJoined ? sides.map((side) => sideNames[side]) : ["Share"];
  return {
    kind: "table",
    id: settlingInItems.id,
    caption: settlingInItems.label,
    description,
    columns: [
      { heading: "Question", align: "left" },
      { heading: "Wave", align: "left" },
      ...(isJoined ? [] : [{ heading: "Answer", align: "left" as const }]),
      ...answers.map((heading) => ({ heading, align: "right" as const })),
      { heading: "People", align: "right" },
    ],
    rows: bars.flatMap(({ text, bar }) => {
      const first = [textCell(text), textCell(bar.waveLabel)];
      const people = countCell(resultsOf(bar).find((result) => result?.kind === "estimate"));
      if (isJoined) return [[...first, ...sides.map((side) => sideCell(bar, side)), people]];
      return bar.shown.answers.map(({ label, result }) => [
        ...first,
        textCell(capitalise(label)),
        resultCell(result),
        people,
      ]);
    }),
    notes: ["Shares are rounded and may not add up to 100%."],
  };
}

/** An even number of answers has none in the middle. */
function sideCell(bar: Bar, side: Side): TableCell {
  const [answer] = answersOf(bar, side);
  return answer ? resultCell(answer.result) : notApplicable("");
}
