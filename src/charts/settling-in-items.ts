import { slug } from "../core/result.js";
import { findResult } from "../disclosure/released.js";
import type { Released } from "../disclosure/released.js";
import { itemsOf } from "../study/study.js";
import type { PublicStudy } from "../study/public-study.js";
import type { PublicVariable } from "../study/public-study.js";
import { countCell, printResult, resultCell, textCell } from "./cells.js";
import type { Chart } from "./chart.js";
import type { TableBlock } from "./data-table.js";
import { bandIds, bandNames, divergingBars } from "./diverging-bars.js";
import type { BandId, Bands } from "./diverging-bars.js";
import { nothingToDraw, sayHeldBack } from "./nothing-to-draw.js";
import { placeOf, wholeStudy } from "./shown-slices.js";
import { spreadPeople } from "./spread-people.js";
import { capitalise, inSentence, listWords, spread, writeSpan } from "./wording.js";

/** Answers to each item of the settling-in scale, in three groups, one bar a wave. */
export const settlingInItems: Chart = {
  id: "settling-in-items",
  label: "Answers to each settling-in question",
  draw(released, study) {
    const questions = questionsOf(released, study);
    const bars = questions.flatMap((question) => question.bars);
    const nothing = nothingToDraw(
      bars.flatMap((bar) => bandIds.map((band) => bar.bands[band])),
      "answer to a settling-in question",
    );
    if (nothing) return nothing;
    const description = descriptionOf(questions, study);
    return {
      spec: divergingBars(
        questions.map((question) => ({
          heading: question.text,
          rows: question.bars.map((bar) => ({ label: bar.waveLabel, data: bar.bands })),
        })),
      ),
      caption: captionOf(questions, study),
      description,
      altText: altTextOf(questions),
      table: tableOf(questions, description),
    };
  },
};

/** One item at one wave. */
interface Bar {
  readonly wave: string;
  readonly waveLabel: string;
  readonly bands: Bands;
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
    const bars = waves.map((wave): Bar => {
      const find = (band: BandId) =>
        findResult(released, `item/${slug(item.name)}/${wave.id}/${band}/${slice}`);
      return {
        wave: wave.id,
        waveLabel: wave.label,
        bands: { low: find("low"), middle: find("middle"), high: find("high") },
      };
    });
    return {
      item,
      text: item.reverse ? `${item.question} (disagreeing is favourable)` : item.question,
      bars: bars.filter(({ bands }) => bandIds.some((band) => bands[band] !== undefined)),
    };
  });
  return questions.filter((question) => question.bars.length > 0);
}

function descriptionOf(questions: readonly Question[], study: PublicStudy): string {
  const bars = questions.flatMap((question) => question.bars);
  const waves = study.waves.filter((wave) => bars.some((bar) => bar.wave === wave.id));
  const when = waves.map((wave) => `${inSentence(wave.label)} (${writeSpan(wave)})`);
  const people = spreadPeople(bars.flatMap(({ bands }) => bandIds.map((band) => bands[band])));
  return `Answers in three groups, of those who gave one, ${placeOf(study)}, at ${listWords(when)}. Unit: per cent; ${people} people a bar. From left to right: unfavourable, favourable and, set apart, the middle answer.`;
}

function captionOf(questions: readonly Question[], study: PublicStudy): string {
  const last = study.waves.at(-1);
  const shares = questions.flatMap((question) => {
    const high = question.bars.find((bar) => bar.wave === last?.id)?.bands.high;
    return high?.kind === "estimate" ? [{ value: high.estimate, text: printResult(high) }] : [];
  });
  if (!last || shares.length === 0) return "Answers to each settling-in question";
  return `${capitalise(inSentence(last.label))}: favourable answers from ${spread(shares)}`;
}

function altTextOf(questions: readonly Question[]): string {
  const said = questions.map(({ text, bars }) => {
    const shares = bars.map(
      ({ waveLabel, bands }) =>
        `${inSentence(waveLabel)} ${printResult(bands.low)} unfavourable, ${printResult(bands.high)} favourable`,
    );
    return `${text}: ${shares.join("; ")}.`;
  });
  const held = sayHeldBack(
    questions.flatMap(({ bars }) => bars.flatMap(({ bands }) => bandIds.map((band) => bands[band]))),
  );
  return `Bars to the left of a line for unfavourable answers and to its right for favourable ones. ${said.join(" ")} ${held}`.trim();
}

function tableOf(questions: readonly Question[], description: string): TableBlock {
  return {
    kind: "table",
    id: settlingInItems.id,
    caption: settlingInItems.label,
    description,
    columns: [
      { heading: "Question", align: "left" },
      { heading: "Wave", align: "left" },
      ...bandIds.map((band) => ({ heading: bandNames[band], align: "right" as const })),
      { heading: "People", align: "right" },
    ],
    rows: questions.flatMap(({ text, bars }) =>
      bars.map(({ waveLabel, bands }) => [
        textCell(text),
        textCell(waveLabel),
        ...bandIds.map((band) => resultCell(bands[band])),
        countCell(bandIds.map((band) => bands[band]).find((result) => result?.kind === "estimate")),
      ]),
    ),
    notes: ["Shares are rounded and may not add up to 100%."],
  };
}
