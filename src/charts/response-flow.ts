import type { TopLevelSpec } from "vega-lite";
import { formatEstimate } from "../core/format.js";
import type { Estimate, Result } from "../core/result.js";
import { findEstimate, findResult } from "../disclosure/released.js";
import type { Released } from "../disclosure/released.js";
import type { PublicStudy } from "../study/public-study.js";
import { notApplicable, printResult, resultCell, textCell } from "./cells.js";
import type { Chart } from "./chart.js";
import type { TableBlock } from "./data-table.js";
import { across, pixels, withRows, words } from "./layer.js";
import { nothingToDraw, sayHeldBack, sentences } from "./nothing-to-draw.js";
import { placeRows } from "./rows.js";
import { placeOf, wholeStudy } from "./shown-slices.js";
import { colours, sizes } from "./theme.js";
import { inSentence, writeSpan } from "./wording.js";

/** How many were invited, answered at each wave, and, where waves are compared, were linked between them. */
export const responseFlow: Chart = {
  id: "response-flow",
  label: "From invitation to linked answers",
  draw(released, study) {
    const stages = stagesOf(released, study);
    const nothing = nothingToDraw(
      stages.map((stage) => stage.count),
      "number of people who answered",
      study,
    );
    if (nothing) return nothing;
    const linked = stages.some((stage) => stage.linked);
    const description = `International medical graduates invited${linked ? ", answering and linked" : " and answering"}, ${placeOf(study)}, ${writeSpan(study.period)}. Unit: people.`;
    const leftOut = sayHeldBack(
      stages.flatMap(({ count, share }) => (share === undefined ? [count] : [count, share])),
      "marked",
      study,
    );
    return {
      spec: specOf(stages),
      caption: captionOf(released, study, linked),
      description,
      altText: sentences(altTextOf(stages), leftOut),
      leftOut,
      table: tableOf(stages, linked, description),
    };
  },
};

interface Stage {
  readonly label: string;
  readonly count: Result | undefined;
  /** The stage as a share of an earlier one, and which. */
  readonly share: Result | undefined;
  readonly shareOf: string;
  readonly linked: boolean;
}

function stagesOf(released: Released, study: PublicStudy): readonly Stage[] {
  const { slug } = wholeStudy(study);
  const find = (path: string) => findResult(released, `${path}/${slug}`);
  const waveLabel = (id: string) => study.waves.find((wave) => wave.id === id)?.label ?? id;
  const pairs = new Map(study.comparisons.map(({ from, to }) => [`${from}-to-${to}`, { from, to }]));
  const stages: readonly Stage[] = [
    { label: "Invited", count: find("flow/invited"), share: undefined, shareOf: "", linked: false },
    ...study.waves.map((wave) => ({
      label: `Answered: ${wave.label}`,
      count: find(`flow/answered-${wave.id}`),
      share: find(`response/${wave.id}`),
      shareOf: "of those invited",
      linked: false,
    })),
    ...[...pairs].map(([pair, { from, to }]) => ({
      label: `Linked: ${waveLabel(from)} to ${waveLabel(to)}`,
      count: find(`flow/linked-${pair}`),
      share: find(`link-rate/${pair}`),
      shareOf: `of ${inSentence(waveLabel(to))} answers`,
      linked: true,
    })),
  ];
  return stages.filter((stage) => stage.count !== undefined);
}

function specOf(stages: readonly Stage[]): TopLevelSpec {
  const placed = placeRows(
    [{ heading: null, rows: stages.map((stage) => ({ label: stage.label, data: stage })) }],
    {
      row: sizes.bandStep,
      label: 200,
    },
  );
  const values = placed.rows.map(({ data, middle }) => ({
    middle,
    top: middle - 12,
    bottom: middle + 12,
    people: data.count?.kind === "estimate" ? data.count.estimate : 0,
    text: textOf(data),
  }));
  const most = Math.max(1, ...values.map((value) => value.people));
  const x = across("people", [0, most]);
  return {
    width: sizes.chartWidth,
    height: placed.height,
    layer: withRows([
      ...placed.labels,
      {
        data: { values: values.filter((value) => value.people > 0) },
        mark: { type: "rect", color: colours.darkBlue },
        encoding: {
          x,
          x2: { datum: 0 },
          y: pixels("top"),
          y2: { field: "bottom" },
        },
      },
      {
        data: { values },
        mark: { type: "text", align: "left", baseline: "middle", dx: 8 },
        encoding: {
          x,
          y: pixels("middle"),
          text: words("text"),
        },
      },
    ]),
  };
}

function textOf({ count, share, shareOf }: Stage): string {
  return share === undefined
    ? printResult(count)
    : `${printResult(count)} (${printResult(share)} ${shareOf})`;
}

function captionOf(released: Released, study: PublicStudy, linked: boolean): string {
  const { slug } = wholeStudy(study);
  const estimate = (path: string): Estimate | undefined => findEstimate(released, `${path}/${slug}`);
  const invited = estimate("flow/invited");
  const answered = study.waves
    .map((wave) => ({ wave, count: estimate(`flow/answered-${wave.id}`) }))
    .find(({ count }) => count !== undefined);
  if (!invited || !answered?.count)
    return linked ? "Who was invited, answered and was linked" : "Who was invited and answered";
  const survey = `${inSentence(answered.wave.label)} survey`;
  return `Of ${about(invited)} IMGs invited, ${about(answered.count)} answered the ${survey}`;
}

/** A number of people; said to be about that many where the gate rounded it. */
function about(count: Estimate): string {
  return (count.precision ?? 1) > 1 ? `about ${formatEstimate(count)}` : formatEstimate(count);
}

function altTextOf(stages: readonly Stage[]): string {
  const said = stages.filter((stage) => stage.count?.kind === "estimate");
  const bars = said.map((stage) => `${stage.label}, ${textOf(stage)}`).join("; ");
  return `Bar chart of numbers of people. ${bars}.`;
}

function tableOf(stages: readonly Stage[], linked: boolean, description: string): TableBlock {
  return {
    kind: "table",
    id: responseFlow.id,
    caption: linked ? responseFlow.label : "From invitation to answers",
    description,
    columns: [
      { heading: "Stage", align: "left" },
      { heading: "People", align: "right" },
      { heading: "Share", align: "right" },
      { heading: "Share of whom", align: "left" },
    ],
    rows: stages.map(({ label, count, share, shareOf }) => [
      textCell(label),
      resultCell(count),
      shareOf === "" ? notApplicable("the first stage") : resultCell(share),
      shareOf === "" ? notApplicable("the first stage") : textCell(shareOf),
    ]),
    notes: [],
  };
}
