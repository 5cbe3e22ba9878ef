import type { TopLevelSpec } from "vega-lite";
import type { Result } from "../core/result.js";
import { findResult } from "../disclosure/released.js";
import type { Released } from "../disclosure/released.js";
import { variablesOf } from "../study/study.js";
import type { PublicStudy } from "../study/public-study.js";
import { countCell, limitCells, printResult, resultCell, textCell } from "./cells.js";
import type { Chart } from "./chart.js";
import type { TableBlock } from "./data-table.js";
import { across, pixels, rightOfPlot, withRows, words } from "./layer.js";
import type { DataLayer } from "./layer.js";
import { nothingToDraw, sayHeldBack, sentences } from "./nothing-to-draw.js";
import { placeRows } from "./rows.js";
import { placeOf, wholeStudy } from "./shown-slices.js";
import { textWidth } from "./text-width.js";
import { colours, sizes } from "./theme.js";
import { inSentence, listWords, spread, writeSpan } from "./wording.js";

/** Each part of the induction: how many received it, and how many of those found it useful. */
export const providedUsefulGap: Chart = {
  id: "provided-useful-gap",
  label: "Received and found useful, by part of the induction",
  draw(released, study) {
    const parts = partsOf(released, study);
    const nothing = nothingToDraw(
      parts.flatMap((part) => [part.provided, part.useful]),
      "share of IMGs who received a part of the induction or found it useful",
      study,
    );
    if (nothing) return nothing;
    const description = descriptionOf(parts, study);
    const leftOut = sayHeldBack(
      parts.flatMap((part) => [part.provided, part.useful]),
      "marked",
      study,
    );
    return {
      spec: specOf(parts),
      caption: captionOf(parts),
      description,
      altText: sentences(altTextOf(parts), leftOut),
      leftOut,
      table: tableOf(parts, study, description),
    };
  },
};

/** One part of the induction that the survey asks about. */
interface Part {
  readonly label: string;
  readonly wave: string | undefined;
  readonly provided: Result | undefined;
  readonly useful: Result | undefined;
}

const sides = ["provided", "useful"] as const;
type Side = (typeof sides)[number];
const names = { provided: "Received", useful: "Useful" } as const;

function partsOf(released: Released, study: PublicStudy): readonly Part[] {
  const whole = wholeStudy(study);
  const received = variablesOf(study, "received");
  const parts = variablesOf(study, "useful").map((useful): Part => {
    const find = (side: Side) =>
      findResult(released, `gap/${(useful.component ?? "").toLowerCase()}/${side}/${whole.slug}`);
    const asked = received.find((variable) => variable.component === useful.component);
    return {
      label: (asked ?? useful).label,
      wave: useful.waves.at(-1),
      provided: find("provided"),
      useful: find("useful"),
    };
  });
  return parts.filter((part) => part.provided !== undefined || part.useful !== undefined);
}

const marks = {
  provided: { shape: "square", color: colours.orange, size: 150 },
  useful: { shape: "circle", color: colours.darkBlue, size: 80 },
} as const;
/** Right edges of the two columns of numbers, in pixels from the plot. */
const columns = { provided: 94, useful: 170 } as const;

function specOf(parts: readonly Part[]): TopLevelSpec {
  const placed = placeRows(
    [{ heading: null, rows: parts.map((part) => ({ label: part.label, data: part })) }],
    {
      row: 30,
      label: 240,
    },
  );
  const axis = { title: "Share of IMGs", format: ".0%", values: [0, 0.25, 0.5, 0.75, 1] };
  const x = (field: string) => across(field, [0, 1], axis);
  const rows = placed.rows.map(({ data, middle }) => ({ ...data, middle }));
  const dots = (side: Side): DataLayer => ({
    data: {
      values: rows.flatMap((row) => {
        const result = row[side];
        return result?.kind === "estimate" ? [{ share: result.estimate, middle: row.middle }] : [];
      }),
    },
    mark: { type: "point", ...marks[side] },
    encoding: { x: x("share"), y: pixels("middle") },
  });
  const column = (side: Side): readonly DataLayer[] => [
    {
      data: { values: [{ y: -14 }] },
      mark: { type: "point", ...marks[side] },
      encoding: {
        x: rightOfPlot(columns[side] - textWidth(names[side], { fontSize: sizes.label }) - 10),
        y: pixels("y"),
      },
    },
    {
      data: {
        values: [
          { y: -14, text: names[side] },
          ...rows.map((row) => ({ y: row.middle, text: printResult(row[side]) })),
        ],
      },
      mark: { type: "text", align: "right", baseline: "middle" },
      encoding: { x: rightOfPlot(columns[side]), y: pixels("y"), text: words("text") },
    },
  ];
  const lines = rows.flatMap(({ provided, useful, middle }) =>
    provided?.kind === "estimate" && useful?.kind === "estimate"
      ? [{ provided: provided.estimate, useful: useful.estimate, middle }]
      : [],
  );
  return {
    width: sizes.chartWidth,
    height: placed.height,
    layer: withRows([
      ...placed.labels,
      {
        data: { values: lines },
        mark: { type: "rule", color: colours.darkGrey, strokeWidth: 2 },
        encoding: { x: x("provided"), x2: { field: "useful" }, y: pixels("middle") },
      },
      dots("provided"),
      dots("useful"),
      ...column("provided"),
      ...column("useful"),
    ]),
  };
}

function descriptionOf(parts: readonly Part[], study: PublicStudy): string {
  const waves = study.waves.filter((wave) => parts.some((part) => part.wave === wave.id));
  const when = listWords(waves.map((wave) => `${inSentence(wave.label)} survey, ${writeSpan(wave)}`));
  return `Received: share of international medical graduates who received each part, fully or partly, of those for whom it applied. Useful: of those who received it, the share who gave one of the two best ratings. ${placeOf(study)}, ${when}. Unit: per cent. The two shares are of different people: their distance is not a share of anyone.`;
}

function captionOf(parts: readonly Part[]): string {
  const shares = parts.flatMap(({ useful }) =>
    useful?.kind === "estimate" ? [{ value: useful.estimate, text: printResult(useful) }] : [],
  );
  if (shares.length === 0) return "Parts of the induction: received and found useful";
  const which = shares.length < parts.length ? "Parts shown" : "Parts";
  return `${which} were useful to ${spread(shares)} of their recipients`;
}

function altTextOf(parts: readonly Part[]): string {
  const said = parts
    .filter((part) => sides.some((side) => part[side]?.kind === "estimate"))
    .map((part) => `${part.label} ${printResult(part.provided)} and ${printResult(part.useful)}`);
  return `Two points a row, joined by a line: share who received the part, and share of those who found it useful. ${said.join("; ")}.`;
}

function tableOf(parts: readonly Part[], study: PublicStudy, description: string): TableBlock {
  const level = `${Math.round(study.confidence_level * 100)}% interval`;
  return {
    kind: "table",
    id: providedUsefulGap.id,
    caption: providedUsefulGap.label,
    description,
    columns: [
      { heading: "Part of the induction", align: "left" },
      ...sides.flatMap((side) => [
        { heading: names[side], align: "right" as const },
        { heading: `${names[side]}, ${level}, lower limit`, align: "right" as const },
        { heading: `${names[side]}, ${level}, upper limit`, align: "right" as const },
        { heading: `${names[side]}, people asked`, align: "right" as const },
      ]),
    ],
    rows: parts.map((part) => [
      textCell(part.label),
      ...sides.flatMap((side) => [resultCell(part[side]), ...limitCells(part[side]), countCell(part[side])]),
    ]),
    notes: [],
  };
}
