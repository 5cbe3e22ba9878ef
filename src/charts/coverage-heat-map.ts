import type { TopLevelSpec } from "vega-lite";
import type { Result } from "../core/result.js";
import { slug } from "../core/result.js";
import { findResult } from "../disclosure/released.js";
import type { Released } from "../disclosure/released.js";
import { variablesOf } from "../study/study.js";
import type { PublicStudy } from "../study/public-study.js";
import type { PublicVariable } from "../study/public-study.js";
import { printResult, resultCell, textCell } from "./cells.js";
import type { Chart } from "./chart.js";
import { columnHeads, placeColumns } from "./columns.js";
import type { TableBlock } from "./data-table.js";
import { pixels, withRows, words } from "./layer.js";
import { nothingToDraw, sayHeldBack, sayLeftOut, sentences } from "./nothing-to-draw.js";
import { joinedNotes, percentNotes } from "./rounding-notes.js";
import { placeRows } from "./rows.js";
import type { RowGroup } from "./rows.js";
import { groupsWithNumbers, placeOf, wholeStudy } from "./shown-slices.js";
import type { ShownSlice } from "./shown-slices.js";
import { colours, sequential, textOn } from "./theme.js";
import { capitalise, inSentence, spread, writeSpan } from "./wording.js";

/** Which part of the induction was received, by group of Trusts and over all. */
export const coverageHeatMap: Chart = {
  id: "coverage-heat-map",
  label: "Induction received, by part and Trust",
  draw(released, study) {
    const { shown, held } = groupsWithNumbers(released, study, "coverage/");
    const slices = [...shown, wholeStudy(study)];
    const strands = strandsOf(released, study, slices);
    const parts = strands.flatMap((strand) => strand.rows.map((row) => row.data));
    const nothing = nothingToDraw(
      parts.flatMap((part) => part.shares),
      "share of IMGs who received a part of the induction",
      study,
    );
    if (nothing) return nothing;
    const resultsOf = ({ slug }: ShownSlice) =>
      released.results.filter(({ id }) => id.startsWith("coverage/") && id.endsWith(`/${slug}`));
    const left = sayLeftOut(held, resultsOf, study);
    const leftOut = sentences(
      sayHeldBack(
        parts.flatMap((part) => part.shares),
        "marked",
        study,
      ),
      left,
    );
    const description =
      `Share of international medical graduates who answered that they received each part in full, of those for whom it applied and who knew, ${placeOf(study)}, ${whenOf(parts, study)}. Unit: per cent. Darker cells are higher shares, in steps of 20%. ${left}`.trim();
    return {
      spec: specOf(strands, slices),
      caption: captionOf(parts),
      description,
      altText: sentences(altTextOf(parts, study), leftOut),
      leftOut,
      table: tableOf(strands, slices, description, [
        ...joinedNotes(slices, study),
        ...percentNotes(
          parts.flatMap((part) => part.shares),
          study,
        ),
      ]),
    };
  },
};

/** One part of the induction, with the share who received it in each slice. */
interface Part {
  readonly label: string;
  readonly wave: string;
  readonly shares: readonly (Result | undefined)[];
}

function strandsOf(
  released: Released,
  study: PublicStudy,
  slices: readonly ShownSlice[],
): readonly RowGroup<Part>[] {
  const byStrand = new Map<string, Part[]>();
  for (const variable of variablesOf(study, "received")) {
    const wave = variable.waves.at(-1) ?? "";
    const stem = `coverage/${slug(variable.name)}/${wave}/${yesLevel(variable)}`;
    const shares = slices.map((slice) => findResult(released, `${stem}/${slice.slug}`));
    if (shares.every((share) => share === undefined)) continue;
    const component = study.components.find((one) => one.id === variable.component);
    const strand = component?.strand ?? "other parts";
    byStrand.set(strand, [...(byStrand.get(strand) ?? []), { label: variable.label, wave, shares }]);
  }
  return [...byStrand].map(([strand, parts]) => ({
    heading: byStrand.size > 1 ? capitalise(strand) : null,
    rows: parts.map((part) => ({ label: part.label, data: part })),
  }));
}

/** Level of the fullest answer, as the coverage metric names it. */
function yesLevel(variable: PublicVariable): string {
  return variable.categories.length === 3 ? "yes" : String(variable.categories.at(-1)?.code);
}

const STEPS = [0.2, 0.4, 0.6, 0.8];
const FILLS = [1, 2, 3, 4, 5].map((place) => sequential[place]!.fill);
const CELL = 30;

function specOf(strands: readonly RowGroup<Part>[], slices: readonly ShownSlice[]): TopLevelSpec {
  const placed = placeRows(strands, { row: CELL, label: 220 });
  const columns = placeColumns(slices, placed.margin, { least: 58, apart: 0.2 });
  const cells = placed.rows.flatMap(({ data, top, middle, bottom }) =>
    columns.places.map(({ from, to }, index) => {
      const share = data.shares[index];
      const place = { from, to, centre: (from + to) / 2, top, middle, bottom };
      return {
        ...place,
        text: printResult(share),
        ...(share?.kind === "estimate" && { share: share.estimate }),
      };
    }),
  );
  const shown = cells.filter((cell) => cell.share !== undefined);
  const blank = cells.filter((cell) => cell.share === undefined);
  const box = { x: columns.x("from"), x2: { field: "to" }, y: pixels("top"), y2: { field: "bottom" } };
  const text = { x: columns.x("centre"), y: pixels("middle"), text: words("text") };
  const scale = { type: "threshold" as const, domain: STEPS, range: FILLS };
  return {
    width: columns.width,
    height: placed.height,
    layer: withRows([
      ...placed.labels,
      columnHeads(slices, columns),
      {
        data: { values: shown },
        mark: { type: "rect", stroke: colours.white, strokeWidth: 2 },
        encoding: { ...box, color: { field: "share", type: "quantitative", scale } },
      },
      {
        data: { values: shown },
        mark: { type: "text", baseline: "middle", color: textOn("share") },
        encoding: text,
      },
      { data: { values: blank }, mark: { type: "text", baseline: "middle" }, encoding: text },
    ]),
  };
}

function captionOf(parts: readonly Part[]): string {
  const pooled = parts.flatMap((part) => {
    const share = part.shares.at(-1);
    return share?.kind === "estimate" ? [share] : [];
  });
  if (pooled.length === 0) return captionBy(parts[0]!.shares.length);
  const range = spread(pooled.map((share) => ({ value: share.estimate, text: printResult(share) })));
  return pooled.length === 1
    ? `${range} of IMGs received the part in full`
    : `Received in full: ${range} of IMGs, by part`;
}

function captionBy(columns: number): string {
  return columns > 1 ? coverageHeatMap.label : "Induction received, by part";
}

function altTextOf(parts: readonly Part[], study: PublicStudy): string {
  const shares = parts.map((part) => `${part.label} ${printResult(part.shares.at(-1))}`).join("; ");
  const columns = parts[0]!.shares.length > 1 ? ", one column a group of Trusts" : "";
  return [
    `Table of coloured cells, one row a part of the induction${columns}.`,
    `Received in full, ${wholeStudy(study).name}: ${shares}.`,
  ].join(" ");
}

function whenOf(parts: readonly Part[], study: PublicStudy): string {
  const waves = study.waves.filter((wave) => parts.some((part) => part.wave === wave.id));
  return waves.map((wave) => `${inSentence(wave.label)} survey, ${writeSpan(wave)}`).join(" and ");
}

function tableOf(
  strands: readonly RowGroup<Part>[],
  slices: readonly ShownSlice[],
  description: string,
  notes: readonly string[],
): TableBlock {
  const named = strands.some((strand) => strand.heading !== null);
  return {
    kind: "table",
    id: coverageHeatMap.id,
    caption: captionBy(slices.length),
    description,
    columns: [
      { heading: "Part of the induction", align: "left" },
      ...(named ? [{ heading: "Strand", align: "left" as const }] : []),
      ...slices.map((slice) => ({ heading: slice.label, align: "right" as const })),
    ],
    rows: strands.flatMap((strand) =>
      strand.rows.map(({ label, data }) => [
        textCell(label),
        ...(strand.heading === null ? [] : [textCell(strand.heading)]),
        ...data.shares.map(resultCell),
      ]),
    ),
    notes,
  };
}
