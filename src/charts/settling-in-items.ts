import type { TopLevelSpec } from "vega-lite";
import type { Result } from "../core/result.js";
import { slug } from "../core/result.js";
import { findResult } from "../disclosure/released.js";
import type { Released } from "../disclosure/released.js";
import { itemsOf } from "../study/study.js";
import type { Study } from "../study/study.js";
import type { Variable } from "../study/variable.js";
import { countCell, printResult, resultCell, textCell } from "./cells.js";
import type { Chart } from "./chart.js";
import type { TableBlock } from "./data-table.js";
import { across, pixels, withRows, words } from "./layer.js";
import type { DataLayer } from "./layer.js";
import { nothingToDraw, sayHeldBack } from "./nothing-to-draw.js";
import { placeRows } from "./rows.js";
import { placeOf, wholeStudy } from "./shown-slices.js";
import { colours, negativeNeutralPositive, outline, sizes } from "./theme.js";
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
      spec: specOf(questions),
      caption: captionOf(questions, study),
      description,
      altText: altTextOf(questions),
      table: tableOf(questions, description),
    };
  },
};

const bandIds = ["low", "middle", "high"] as const;
type BandId = (typeof bandIds)[number];

/** One item at one wave. */
interface Bar {
  readonly wave: string;
  readonly waveLabel: string;
  readonly bands: Readonly<Record<BandId, Result | undefined>>;
}

interface Question {
  readonly item: Variable;
  readonly text: string;
  readonly bars: readonly Bar[];
}

function questionsOf(released: Released, study: Study): readonly Question[] {
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

/** Shares from here on are written inside their segment. */
const INSIDE = 0.08;
const BAR = 22;

/** One segment of a bar, with the pixels of its row and its ends as shares right of zero. */
interface Segment {
  readonly band: BandId;
  readonly share: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly inside: boolean;
  readonly top: number;
  readonly middle: number;
  readonly bottom: number;
}

function specOf(questions: readonly Question[]): TopLevelSpec {
  const placed = placeRows(
    questions.map((question) => ({
      heading: question.text,
      rows: question.bars.map((bar) => ({ label: bar.waveLabel, data: bar })),
    })),
    { row: BAR + 4, label: 130, gap: 12 },
  );
  const most = (band: BandId) =>
    Math.max(0.25, ...placed.rows.map(({ data }) => shareOf(data.bands[band]) ?? 0));
  const starts = { low: 0, middle: most("high") + 0.12, high: 0 };
  const x: Across = (field) => across(field, [-most("low"), starts.middle + most("middle")]);

  const segments = placed.rows.flatMap(({ data, middle }) =>
    bandIds.map((band): Segment => {
      const given = shareOf(data.bands[band]);
      const share = given ?? 0;
      const from = starts[band];
      return {
        band,
        share,
        from,
        to: band === "low" ? from - share : from + share,
        text: printResult(data.bands[band]),
        inside: share >= INSIDE,
        top: middle - BAR / 2,
        middle,
        bottom: middle + BAR / 2,
      };
    }),
  );
  return {
    width: sizes.chartWidth,
    height: placed.height,
    layer: withRows([
      ...placed.labels,
      ...bandIds.flatMap((band, index) => bandLayers(band, index, segments, starts[band], x)),
      {
        data: { values: segments.filter(({ band }) => band === "high") },
        mark: { type: "rule", color: colours.white, strokeWidth: 2 },
        encoding: { x: x("from"), y: pixels("top"), y2: { field: "bottom" } },
      },
    ]),
  };
}

type Across = (field: string) => ReturnType<typeof across>;

/** The segments of one band with their shares, and its name over them. */
function bandLayers(
  band: BandId,
  index: number,
  all: readonly Segment[],
  start: number,
  x: Across,
): readonly DataLayer[] {
  const swatch = negativeNeutralPositive[index]!;
  const towards = band === "low" ? -1 : 1;
  const align = band === "low" ? "right" : "left";
  const segments = all.filter((one) => one.band === band);
  const inside = segments
    .filter((one) => one.inside)
    .map((one) => ({ ...one, centre: (one.from + one.to) / 2 }));
  const text = { y: pixels("middle"), text: words("text") };
  const head = [{ start, y: -16, text: bandNames[band] }];
  const headed = { x: x("start"), y: pixels("y") };
  return [
    {
      data: { values: segments.filter((one) => one.share > 0) },
      mark: { type: "rect", color: swatch.fill, stroke: outline, strokeWidth: 1 },
      encoding: { x: x("from"), x2: { field: "to" }, y: pixels("top"), y2: { field: "bottom" } },
    },
    {
      data: { values: inside },
      mark: { type: "text", baseline: "middle", color: swatch.text },
      encoding: { x: x("centre"), ...text },
    },
    {
      data: { values: segments.filter((one) => !one.inside) },
      mark: { type: "text", baseline: "middle", align, dx: 6 * towards },
      encoding: { x: x("to"), ...text },
    },
    {
      data: { values: head },
      mark: {
        type: "point",
        shape: "square",
        size: 150,
        xOffset: 7 * towards,
        color: swatch.fill,
        stroke: outline,
      },
      encoding: headed,
    },
    {
      data: { values: head },
      mark: { type: "text", baseline: "middle", align, dx: 20 * towards },
      encoding: { ...headed, text: words("text") },
    },
  ];
}

const bandNames = { low: "Unfavourable", middle: "Middle answer", high: "Favourable" } as const;

function shareOf(result: Result | undefined): number | undefined {
  return result?.kind === "estimate" ? result.estimate : undefined;
}

function descriptionOf(questions: readonly Question[], study: Study): string {
  const bars = questions.flatMap((question) => question.bars);
  const waves = study.waves.filter((wave) => bars.some((bar) => bar.wave === wave.id));
  const when = waves.map((wave) => `${inSentence(wave.label)} (${writeSpan(wave)})`);
  const people = bars.flatMap(({ bands }) =>
    bandIds.flatMap((band) => {
      const result = bands[band];
      return result?.kind === "estimate" ? [{ value: result.n, text: String(result.n) }] : [];
    }),
  );
  return `Answers in three groups, of those who gave one, ${placeOf(study)}, at ${listWords(when)}. Unit: per cent; ${spread(people)} people a bar. From left to right: unfavourable, favourable and, set apart, the middle answer.`;
}

function captionOf(questions: readonly Question[], study: Study): string {
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
